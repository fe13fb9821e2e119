package tatami.query.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tatami.query.TestDatabase;
import tatami.query.inns.InnCalendars;
import tatami.query.inns.InnRelease;
import tatami.query.inns.RandomInns;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random requests to both engines.
 *
 * <p>Repeat a failure with {@code mvn verify -pl query -am -Dit.test=MirrorAgreementIT
 * -Dtatami.seed=SEED}; the seed is printed.
 */
class MirrorAgreementIT {

  private static final int REQUESTS = 400;
  private static final LocalDate TODAY = LocalDate.parse("2026-08-23");
  private static final Instant NOW = Instant.parse("2026-08-22T15:00:00Z");
  private static final List<String> FACETS =
      List.of("area", "kind", "amenity", "meal", "theme", "tag", "rating", "floor", "price");
  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());

  private static RandomInns inns;
  private static DataSource database;

  @BeforeAll
  static void publish() throws Exception {
    System.err.println("seed: -Dit.test=MirrorAgreementIT -Dtatami.seed=" + SEED);
    inns = new RandomInns(SEED);
    database = TestDatabase.create("mirrored_inns");
    InnRelease.createControlTables(database);
    for (InnCalendars calendars : InnCalendars.values()) {
      InnRelease.publish(database, name(calendars), 1, inns.catalog(), calendars);
    }
  }

  @ParameterizedTest
  @EnumSource(InnCalendars.class)
  void findsWhatTheSearchTablesFind(InnCalendars calendars) throws Exception {
    Random random = new Random(SEED);
    try (Connection connection = database.getConnection()) {
      EngineAgreement engines = new EngineAgreement(connection, name(calendars), NOW);
      long found = 0;
      for (int index = 0; index < REQUESTS; index++) {
        ObjectNode request = inns.request(TODAY);
        if (random.nextInt(3) == 0) {
          ArrayNode facets = request.putArray("facets");
          FACETS.stream().filter(facet -> random.nextInt(3) == 0).forEach(facets::add);
        }
        found += engines.checkPages(request.toString());
        found += engines.checkCalendar(calendar(request).toString());
      }
      assertThat(found).isGreaterThan(REQUESTS);
    }
  }

  /** Asks for the prices of the same stay on some days. */
  private static ObjectNode calendar(ObjectNode request) {
    ObjectNode calendar = request.deepCopy();
    calendar.remove(List.of("sort", "size", "offers", "facets"));
    ObjectNode stay = (ObjectNode) calendar.get("stay");
    stay.remove("check_in");
    stay.put("nights", 1 + request.toString().length() % 4);
    return calendar.put("from", TODAY.toString()).put("to", TODAY.plusDays(5).toString());
  }

  private static String name(InnCalendars calendars) {
    return "inns_" + calendars.name().toLowerCase(Locale.ROOT);
  }
}
