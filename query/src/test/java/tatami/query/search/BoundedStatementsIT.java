package tatami.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import tatami.query.TestDatabase;
import tatami.query.inns.InnCalendars;
import tatami.query.inns.InnRelease;
import tatami.query.inns.RandomInns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random searches: what is asked for makes the text of a statement, values never do. */
class BoundedStatementsIT {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final LocalDate TODAY = LocalDate.parse("2026-08-23");
  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());
  private static final int SEARCHES = 250;

  /** All rows, and few. */
  private static final int FORMS = 2;

  /**
   * All rows with one to four levels or with all of them, and few rows; what two tables share, all
   * or few.
   */
  private static final int FORMS_OF_CELLS = 10;

  private static final List<String> OF_OFFERS = List.of("meal", "theme", "tag", "floor");

  private final Map<String, Set<String>> textsByShape = new HashMap<>();

  @Test
  void everyShapeOfASearchHasAFewTexts() throws SQLException {
    System.err.println("seed: -Dit.test=BoundedStatementsIT -Dtatami.seed=" + SEED);
    RandomInns inns = new RandomInns(SEED);
    DataSource database = TestDatabase.create("bounded_statements");
    InnRelease.createControlTables(database);
    InnRelease.publish(database, "inns", 1, inns.catalog(), InnCalendars.SHARED);
    SearchService service =
        new SearchService(database, InstantSource.fixed(Instant.parse("2026-08-22T15:00:00Z")));
    Random random = new Random(SEED);
    for (int index = 0; index < SEARCHES; index++) {
      ObjectNode request = inns.request(TODAY);
      ArrayNode facets = request.putArray("facets");
      if (random.nextInt(4) == 0) {
        List.of("area", "amenity", "meal", "tag").forEach(facets::add);
      }
      SearchReply reply = service.explain("inns", request.toString());
      assertThat(reply.status()).as(reply.json()).isEqualTo(200);
      MAPPER
          .readTree(reply.json())
          .path("statements")
          .forEach(statement -> take(request, statement));
    }
    textsByShape.forEach(
        (shape, texts) ->
            assertThat(texts)
                .as("seed=%d shape=%s", SEED, shape)
                .hasSizeLessThanOrEqualTo(shape.startsWith("cells") ? FORMS_OF_CELLS : FORMS));
    assertThat(textsByShape).hasSizeGreaterThanOrEqualTo(10);
  }

  private void take(ObjectNode request, JsonNode statement) {
    String purpose = statement.path("purpose").asString();
    String shape =
        switch (purpose) {
          case "properties" -> filters(request, false) + request.path("sort");
          case "offers" -> filters(request, true);
          case "cells" -> stay(request);
          default -> statement.path("sql").asString();
        };
    textsByShape
        .computeIfAbsent(purpose + " " + shape, absent -> new HashSet<>())
        .add(statement.path("sql").asString());
  }

  /** Which filters of a grain are asked for, in which of their forms, and which are counted. */
  private static String filters(ObjectNode request, boolean ofOffers) {
    Set<String> shape = new TreeSet<>();
    request
        .path("where")
        .properties()
        .forEach(
            entry -> {
              if (OF_OFFERS.contains(entry.getKey()) == ofOffers) {
                shape.add(entry.getKey() + form(entry.getKey(), entry.getValue()));
              }
            });
    return shape + " facets=" + request.path("facets");
  }

  /**
   * Values count where they lie side by side, or are unknown; so does what tags have one word, and
   * a range without ends, which is no condition.
   */
  private static String form(String filter, JsonNode value) {
    return switch (filter) {
      case "area", "theme", "amenity", "tag", "spot" -> value.toString();
      default -> value.isEmpty() ? " open" : "";
    };
  }

  /** Which price tables a stay needs, and whether its limits count. */
  private static String stay(ObjectNode request) {
    Set<String> heads = new TreeSet<>();
    request.path("stay").path("rooms").forEach(room -> heads.add(room.path("adults").toString()));
    return heads + " dated=" + request.path("stay").has("check_in");
  }
}
