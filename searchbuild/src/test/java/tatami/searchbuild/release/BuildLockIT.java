package tatami.searchbuild.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import tatami.searchbuild.database.TestDatabase;

class BuildLockIT {

  private final DataSource database = TestDatabase.shared();

  @Test
  void oneBuildOfACatalogHoldsItAndTheNextGetsItAfterwards() throws SQLException {
    try (BuildLock held = BuildLock.tryAcquire(database, "camp").orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(BuildLock.tryAcquire(database, "camp")).isEmpty();
    }
    BuildLock.tryAcquire(database, "camp").orElseThrow().close();
  }

  @Test
  void catalogsDoNotHinderEachOther() throws SQLException {
    try (BuildLock camp = BuildLock.tryAcquire(database, "camp").orElseThrow();
        BuildLock inn = BuildLock.tryAcquire(database, "inn").orElseThrow()) {
      assertThat(camp).isNotSameAs(inn);
    }
  }

  @Test
  void ofManyThatTryAtOnceExactlyOneGetsIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      List<Callable<Optional<BuildLock>>> tries = new ArrayList<>();
      for (int index = 0; index < 20; index++) {
        tries.add(() -> BuildLock.tryAcquire(database, "camp"));
      }
      List<BuildLock> winners = new ArrayList<>();
      for (Future<Optional<BuildLock>> result : threads.invokeAll(tries)) {
        result.get().ifPresent(winners::add);
      }
      assertThat(winners).hasSize(1);
      winners.get(0).close();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theLockOfAKilledConnectionIsFree() throws Exception {
    BuildLock lost = BuildLock.tryAcquire(database, "lost").orElseThrow();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory'");
    }
    BuildLock.tryAcquire(database, "lost").orElseThrow().close();
    assertThatThrownBy(lost::close).isInstanceOf(SQLException.class);
  }
}
