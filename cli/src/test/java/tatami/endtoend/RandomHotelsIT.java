package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tatami.oracle.hotel.HotelBug;
import tatami.oracle.hotel.HotelOracle;

/**
 * Random questions about random catalogs of hotels, compared with an oracle that reads the feeds.
 *
 * <p>{@code -Dtatami.catalogs=N} builds another number of catalogs, {@code -Dtatami.searches=N}
 * asks another number of questions about each, {@code -Dtatami.seed=N} starts at another catalog.
 */
class RandomHotelsIT {

  private static final int CATALOGS = Integer.getInteger("tatami.catalogs", 12);
  private static final int QUESTIONS = Integer.getInteger("tatami.searches", 100);
  private static final long FIRST_SEED = Long.getLong("tatami.seed", 20_270_311L);
  private static final int WHOLE_RUN = 1_000;
  private static final int SHOWN_FAILURES = 5;

  @TempDir private Path folder;

  private final HitTable hits = new HitTable();
  private final List<String> failures = new ArrayList<>();
  private final Set<HotelBug> hidden = EnumSet.allOf(HotelBug.class);

  @Test
  void answersAsTheOracleDoesAndPlantedErrorsShow() throws IOException {
    System.out.printf(
        "-Dtatami.seed=%d -Dtatami.catalogs=%d -Dtatami.searches=%d%n",
        FIRST_SEED, CATALOGS, QUESTIONS);
    Commands commands = Commands.onAnEmptyDatabase();
    for (int catalog = 0; catalog < CATALOGS; catalog++) {
      long seed = FIRST_SEED + catalog;
      judge(HotelSession.hold(commands, seed, QUESTIONS, folder.resolve("catalog" + seed)));
    }
    System.out.println(hits);
    assertThat(failures.stream().limit(SHOWN_FAILURES).toList())
        .as("%d answers differ; the first are", failures.size())
        .isEmpty();
    if (CATALOGS * QUESTIONS >= WHOLE_RUN) {
      assertThat(hits.codes())
          .allSatisfy((code, count) -> assertThat(count).as("%s", code).isPositive());
      assertThat(hits.features())
          .allSatisfy((feature, count) -> assertThat(count).as("%s", feature).isPositive());
      assertThat(hidden).as("planted errors that no question shows").isEmpty();
    }
  }

  private void judge(HotelSession session) {
    HotelOracle oracle = session.oracle();
    for (HotelExchange exchange : session.exchanges()) {
      HotelExchange.Verdict verdict = exchange.judge(oracle);
      hits.add(verdict.sightings());
      if (!verdict.differences().isEmpty()) {
        failures.add(session.describe(exchange, verdict.differences()));
      }
    }
    hidden.removeIf(session::shows);
  }
}
