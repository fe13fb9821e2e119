package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Rebuilds of one catalog that start together: one works, the others say so with exit 4. */
class SimultaneousRebuildIT {

  private static final int REBUILDS = 4;

  @Test
  void letsOneRebuildWorkAndTurnsTheOthersAway() throws InterruptedException, ExecutionException {
    Commands commands = Commands.onAnEmptyDatabase();
    CityUnderTest city = new CityUnderTest(commands, "lakeside", "2016-05-06", "USD");
    city.rebuild(SmallCities.folder(SmallVintage.LAKESIDE));
    List<Commands.Outcome> outcomes = rebuildTogether(city);
    List<Integer> exitCodes = outcomes.stream().map(Commands.Outcome::exitCode).toList();
    assertThat(exitCodes).contains(0, 4).containsOnly(0, 4);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.exitCode() == 4)
        .allSatisfy(outcome -> assertThat(outcome.err()).contains("lakeside"));
    city.search("{}\n").assertExit(0);
  }

  private static List<Commands.Outcome> rebuildTogether(CityUnderTest city)
      throws InterruptedException, ExecutionException {
    CountDownLatch start = new CountDownLatch(1);
    Callable<Commands.Outcome> rebuild =
        () -> {
          start.await();
          return city.tryRebuild(SmallCities.folder(SmallVintage.LAKESIDE));
        };
    ExecutorService threads = Executors.newFixedThreadPool(REBUILDS);
    try {
      List<Future<Commands.Outcome>> running = new ArrayList<>();
      for (int each = 0; each < REBUILDS; each++) {
        running.add(threads.submit(rebuild));
      }
      start.countDown();
      List<Commands.Outcome> outcomes = new ArrayList<>();
      for (Future<Commands.Outcome> each : running) {
        outcomes.add(each.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }
}
