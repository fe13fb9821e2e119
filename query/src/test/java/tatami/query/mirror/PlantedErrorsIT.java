package tatami.query.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tatami.query.TestDatabase;
import tatami.query.inns.InnRelease;
import tatami.query.inns.RandomInns;
import tatami.query.mirror.bits.RowSet;
import tatami.query.mirror.column.MirrorColumns;
import tatami.query.mirror.column.TagColumn;
import tatami.query.mirror.cube.CubeSlab;
import tatami.query.mirror.night.StoredNights;
import tatami.query.request.Guests.NamedRooms;
import tatami.query.request.Guests.Room;

/**
 * The comparison of engines has to find errors that are planted in a mirror.
 *
 * <p>Repeat a failure with {@code mvn verify -pl query -am -Dit.test=PlantedErrorsIT
 * -Dtatami.seed=SEED}; the seed is printed.
 */
class PlantedErrorsIT {

  private static final int REQUESTS = 600;
  private static final LocalDate TODAY = LocalDate.parse("2026-08-23");
  private static final Instant NOW = Instant.parse("2026-08-22T15:00:00Z");
  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());

  private static RandomInns inns;
  private static DataSource database;

  /** What is wrong with a mirror. */
  enum PlantedError {
    /** Nothing is. */
    NONE,
    /** The cube says that properties cost more than they do. */
    WRONG_BOUND,
    /** The cube does not know of properties. */
    MISSING_PROPERTY,
    /** Prices of a night are gone, and the sets do not know it. */
    MISSING_NIGHT,
    /** Rooms were sold, and the sets do not know it. */
    STALE_STOCK,
    /** A tag was put on and taken off, and its set does not know it. */
    STALE_TAGS
  }

  @BeforeAll
  static void publish() throws Exception {
    System.err.println("seed: -Dit.test=PlantedErrorsIT -Dtatami.seed=" + SEED);
    inns = new RandomInns(SEED);
    database = TestDatabase.create("erring_inns");
    InnRelease.createControlTables(database);
    InnRelease.publish(database, "inns", 1, inns.catalog());
  }

  @ParameterizedTest
  @EnumSource(PlantedError.class)
  void showsWherePlanted(PlantedError error) throws Exception {
    try (Connection connection = database.getConnection()) {
      EngineAgreement engines = new EngineAgreement(connection, "inns", NOW);
      plant(error, engines);
      assertThat(isFound(engines)).as("%s", error).isEqualTo(error != PlantedError.NONE);
    }
  }

  private static boolean isFound(EngineAgreement engines) throws SQLException {
    try {
      for (int request = 0; request < REQUESTS; request++) {
        engines.checkPages(inns.request(TODAY).toString());
      }
      return false;
    } catch (AssertionError | RuntimeException found) {
      return true;
    }
  }

  private static void plant(PlantedError error, EngineAgreement engines) throws SQLException {
    MirrorColumns columns = engines.mirror().columns();
    StoredNights stock = columns.nights().stock();
    switch (error) {
      case NONE -> assertThat(engines.slab(twoAdults(), 5, 1)).as("the cube is there").isNotNull();
      case WRONG_BOUND -> eachSlab(engines, slab -> Arrays.fill(slab.lowest(), (char) 60_000));
      case MISSING_PROPERTY -> eachSlab(engines, slab -> Arrays.fill(slab.bookable(), 0));
      case MISSING_NIGHT -> {
        for (StoredNights prices : columns.nights().prices()) {
          for (int offer = 0; offer < columns.ofOffers().count(); offer++) {
            prices.put(offer, 5, StoredNights.MISSING);
          }
        }
      }
      case STALE_STOCK -> {
        for (int row = 0; row < stock.rows(); row++) {
          stock.put(row, 5, 0);
        }
      }
      case STALE_TAGS -> {
        for (TagColumn tags : columns.properties().tags().values()) {
          RowSet first = tags.set(0);
          for (int row = 0; row < columns.properties().rows(); row += 2) {
            first.put(row, !first.contains(row));
          }
        }
      }
    }
  }

  private static NamedRooms twoAdults() {
    return new NamedRooms(List.of(new Room(2, List.of())));
  }

  /** Something that is done to a slab. */
  private interface Harm {
    void apply(CubeSlab slab);
  }

  private static void eachSlab(EngineAgreement engines, Harm harm) throws SQLException {
    for (int checkIn = 0; checkIn < 20; checkIn++) {
      for (int nights = 1; nights <= 3; nights++) {
        CubeSlab slab = engines.slab(twoAdults(), checkIn, nights);
        if (slab != null) {
          harm.apply(slab);
        }
      }
    }
  }
}
