package tatami.query.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import tatami.query.TestDatabase;
import tatami.query.inns.InnRelease;
import tatami.query.inns.RandomInns;
import tatami.query.master.MasterSource.Shown;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleaseShelf;
import tatami.searchtable.description.GrainTable.ShowColumn;
import tatami.searchtable.description.ReleaseDescription;

/** Rows by way of the cache are those of the tables, in one round trip. */
class CachedMastersIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static DataSource database;
  private static ReleaseDescription description;

  @BeforeAll
  static void publish() throws SQLException {
    database = TestDatabase.create("cached_masters");
    InnRelease.createControlTables(database);
    InnRelease.publish(database, "inns", 1, new RandomInns(5).catalog());
    try (Connection connection = database.getConnection()) {
      ReleaseShelf shelf = new ReleaseShelf();
      OpenRelease release = shelf.open(connection, shelf.list(connection, "inns").get(0));
      description = release.description();
    }
  }

  /** The driver prepares a statement on the server when it has run five times. */
  @Test
  void readsBothGrainsInOneRoundTripHoweverOften() throws Exception {
    PGSimpleDataSource real = database.unwrap(PGSimpleDataSource.class);
    try (RoundTrips trips = new RoundTrips(real.getPortNumbers()[0])) {
      PGSimpleDataSource counted = new PGSimpleDataSource();
      counted.setURL(real.getURL());
      counted.setUser(real.getUser());
      counted.setPortNumbers(new int[] {trips.port()});
      try (Connection connection = counted.getConnection()) {
        assertThat(trips.count()).isPositive();
        MasterCache cache = new MasterCache(0);
        CachedMasters masters = new CachedMasters(cache, lending(connection), description, TIMEOUT);
        for (int run = 0; run < 12; run++) {
          int[] properties = IntStream.range(run, run + 3).toArray();
          int[] offers = IntStream.range(2 * run, 2 * run + 9).toArray();
          assertThat(read(masters, properties, offers)).isEqualTo(expected(properties, offers));
          assertThat(trips.count()).as("run %d", run).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void readsWhatIsMissingAndNothingElse() throws SQLException {
    int[] lent = new int[1];
    try (Connection connection = database.getConnection()) {
      MasterCache cache = new MasterCache(100);
      CachedMasters masters =
          new CachedMasters(cache, lending(connection, lent), description, TIMEOUT);
      int[] few = {1, 2};
      int[] more = {3, 1, 2};
      int[] none = {};
      assertThat(read(masters, few, none)).isEqualTo(expected(few, none));
      assertThat(read(masters, few, few)).isEqualTo(expected(few, few));
      assertThat(lent[0]).isEqualTo(2);
      assertThat(read(masters, few, few)).isEqualTo(expected(few, few));
      assertThat(read(masters, none, none)).isEqualTo(expected(none, none));
      assertThat(lent[0]).isEqualTo(2);
      assertThat(read(masters, more, more)).isEqualTo(expected(more, more));
      assertThat(lent[0]).isEqualTo(3);
    }
  }

  @Test
  void keepsTheRowsThatWereReadLast() throws SQLException {
    int[] lent = new int[1];
    try (Connection connection = database.getConnection()) {
      MasterCache cache = new MasterCache(3);
      CachedMasters masters =
          new CachedMasters(cache, lending(connection, lent), description, TIMEOUT);
      read(masters, new int[] {1, 2}, new int[] {1});
      read(masters, new int[] {1}, new int[0]);
      read(masters, new int[] {3}, new int[0]);
      assertThat(lent[0]).isEqualTo(2);
      read(masters, new int[] {1, 3}, new int[] {1});
      assertThat(lent[0]).isEqualTo(2);
      read(masters, new int[] {2}, new int[0]);
      assertThat(lent[0]).isEqualTo(3);
    }
  }

  @Test
  void showsTheColumnsThatAreAskedForInTheirOrder() throws SQLException {
    List<ShowColumn> all = description.property().show();
    List<ShowColumn> asked = List.of(all.get(2), all.get(0));
    CachedMasters masters = new CachedMasters(new MasterCache(9), database, description, TIMEOUT);
    for (int run = 0; run < 2; run++) {
      MasterRow whole = read(masters, new int[] {4}, new int[0]).properties().get(4);
      MasterRow row = masters.read(asked, new int[] {4}, new int[0]).properties().get(4);
      assertThat(row.key()).isEqualTo(whole.key());
      assertThat(row.values()).containsExactly(whole.values().get(2), whole.values().get(0));
    }
  }

  @Test
  void findsAPropertyByItsKey() throws SQLException {
    CachedMasters masters = new CachedMasters(new MasterCache(9), database, description, TIMEOUT);
    List<String> key = read(masters, new int[] {4}, new int[0]).properties().get(4).key();
    assertThat(masters.findProperty(key)).hasValue(4);
    assertThat(masters.findProperty(List.of("nobody"))).isEmpty();
  }

  private static Shown read(CachedMasters masters, int[] properties, int[] offers)
      throws SQLException {
    return masters.read(description.property().show(), properties, offers);
  }

  private static Shown expected(int[] properties, int[] offers) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new ConnectedMasters(connection, description)
          .read(description.property().show(), properties, offers);
    }
  }

  private static DataSource lending(Connection connection) {
    return lending(connection, new int[1]);
  }

  /** Lends one connection over and over, as a pool does, and counts. */
  private static DataSource lending(Connection connection, int[] lent) {
    Connection kept =
        (Connection)
            Proxy.newProxyInstance(
                CachedMastersIT.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) ->
                    method.getName().equals("close") ? null : method.invoke(connection, arguments));
    return (DataSource)
        Proxy.newProxyInstance(
            CachedMastersIT.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) -> {
              lent[0]++;
              return kept;
            });
  }
}
