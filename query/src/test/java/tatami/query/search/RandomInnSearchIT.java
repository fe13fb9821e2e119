package tatami.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tatami.query.TestDatabase;
import tatami.query.inns.InnCalendars;
import tatami.query.inns.InnCatalog;
import tatami.query.inns.InnRelease;
import tatami.query.inns.NaiveSearch;
import tatami.query.inns.NaiveSearch.Hit;
import tatami.query.inns.NaiveSearch.OfferHit;
import tatami.query.inns.RandomInns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random requests over a random catalog of priced persons, against a naive search.
 *
 * <p>Repeat a failure with {@code mvn verify -pl query -am -Dit.test=RandomInnSearchIT
 * -Dtatami.seed=SEED}; the seed is printed.
 */
class RandomInnSearchIT {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int REQUESTS = 400;
  private static final int FACETED_REQUESTS = 60;
  private static final LocalDate TODAY = LocalDate.parse("2026-08-23");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-08-22T15:00:00Z"));
  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());

  private static RandomInns inns;
  private static InnCatalog catalog;
  private static NaiveSearch naive;
  private static SearchService service;

  @BeforeAll
  static void publish() throws Exception {
    System.err.println("seed: -Dit.test=RandomInnSearchIT -Dtatami.seed=" + SEED);
    inns = new RandomInns(SEED);
    catalog = inns.catalog();
    naive = new NaiveSearch(catalog, TODAY);
    DataSource database = TestDatabase.create("random_inns");
    InnRelease.createControlTables(database);
    InnRelease.publish(database, "inns", 1, catalog);
    for (InnCalendars calendars : InnCalendars.values()) {
      InnRelease.publish(database, name(calendars), 1, catalog, calendars);
    }
    service = new SearchService(database, CLOCK);
  }

  @ParameterizedTest
  @EnumSource(InnCalendars.class)
  void findsWhatANaiveSearchFindsInTheSameOrderOnEveryPage(InnCalendars calendars) {
    NaiveSearch naive = new NaiveSearch(catalog, TODAY);
    int requests = calendars == InnCalendars.OWN ? REQUESTS : REQUESTS / 3;
    int found = 0;
    for (int index = 0; index < requests; index++) {
      ObjectNode request = inns.request(TODAY);
      List<Hit> expected = naive.search(request);
      assertThat(searchAllPages(name(calendars), request, expected.size()))
          .as("seed=%d request=%s", SEED, request)
          .isEqualTo(expected.stream().map(hit -> line(hit, request)).toList());
      found += expected.size();
    }
    assertThat(found).as("random requests must find something").isGreaterThan(requests);
  }

  @Test
  void countsForEachValueWhatChoosingItWouldFind() {
    for (int index = 0; index < FACETED_REQUESTS; index++) {
      ObjectNode request = inns.request(TODAY);
      ObjectNode asked = request.deepCopy();
      ArrayNode facets = asked.putArray("facets");
      List.of("area", "kind", "amenity", "meal", "theme", "tag", "rating", "floor")
          .forEach(facets::add);
      JsonNode answer = answer("inns", asked).get("facets");
      checkValues(request, answer, "area", RandomInns.AREAS, false);
      checkValues(request, answer, "kind", RandomInns.KINDS, false);
      checkValues(request, answer, "meal", RandomInns.MEALS, false);
      checkValues(request, answer, "theme", RandomInns.THEMES, false);
      checkValues(request, answer, "amenity", RandomInns.AMENITIES, true);
      checkValues(request, answer, "tag", RandomInns.TAGS, true);
      checkBuckets(request, answer, "rating");
      checkBuckets(request, answer, "floor");
    }
  }

  private void checkValues(
      ObjectNode request, JsonNode facets, String name, List<String> values, boolean tags) {
    Map<String, Integer> expected = new LinkedHashMap<>();
    for (String value : values) {
      ObjectNode chosen = request.deepCopy();
      ObjectNode where = (ObjectNode) chosen.get("where");
      if (tags) {
        ObjectNode own = where.has(name) ? (ObjectNode) where.get(name) : where.putObject(name);
        (own.has("all") ? (ArrayNode) own.get("all") : own.putArray("all")).add(value);
      } else {
        where.putArray(name).add(value);
      }
      int count = naive.search(chosen).size();
      if (count > 0) {
        expected.put(value, count);
      }
    }
    List<String> lines = new ArrayList<>();
    expected.forEach((value, count) -> lines.add(value + "=" + count));
    List<String> found = new ArrayList<>();
    List<String> order = new ArrayList<>();
    for (JsonNode value : facets.get(name).get("values")) {
      found.add(value.get("value").stringValue() + "=" + value.get("count").intValue());
      order.add(
          "%06d ".formatted(999_999 - value.get("count").intValue())
              + codePoints(value.get("value").stringValue()));
    }
    assertThat(found)
        .as("seed=%d facet=%s request=%s", SEED, name, request)
        .containsExactlyInAnyOrderElementsOf(lines);
    assertThat(order).isSorted();
    assertThat(facets.get(name).get("more").intValue()).isZero();
  }

  private static String codePoints(String text) {
    StringBuilder hexadecimal = new StringBuilder();
    text.codePoints().forEach(point -> hexadecimal.append("%06x".formatted(point)));
    return hexadecimal.toString();
  }

  private void checkBuckets(ObjectNode request, JsonNode facets, String name) {
    ObjectNode open = request.deepCopy();
    ((ObjectNode) open.get("where")).remove(name);
    JsonNode buckets = facets.get(name).get("buckets");
    int counted = 0;
    for (JsonNode bucket : buckets) {
      ObjectNode chosen = open.deepCopy();
      ObjectNode range = ((ObjectNode) chosen.get("where")).putObject(name);
      range.put("min", bucket.get("from").decimalValue());
      boolean last = bucket.get("to").decimalValue().compareTo(highest(name)) >= 0;
      range.put(last ? "max" : "below", bucket.get("to").decimalValue());
      if (!last) {
        range.put("max", bucket.get("to").decimalValue());
      }
      int expected = naive.search(chosen).size();
      assertThat(bucket.get("count").intValue())
          .as("seed=%d facet=%s bucket=%s request=%s", SEED, name, bucket, request)
          .isEqualTo(expected);
      counted += expected;
    }
    ObjectNode any = open.deepCopy();
    ((ObjectNode) any.get("where")).putObject(name).put("min", -1);
    assertThat(counted).isGreaterThanOrEqualTo(naive.search(any).size());
    if (buckets.isEmpty()) {
      assertThat(facets.get(name).get("min").isNull()).isTrue();
    } else {
      assertThat(buckets.get(0).get("count").intValue()).isPositive();
      assertThat(buckets.get(buckets.size() - 1).get("count").intValue()).isPositive();
      assertThat(facets.get(name).get("min").decimalValue())
          .isBetween(
              buckets.get(0).get("from").decimalValue(), buckets.get(0).get("to").decimalValue());
    }
  }

  private static java.math.BigDecimal highest(String name) {
    return name.equals("rating")
        ? catalog.ofInns(inn -> java.util.stream.Stream.ofNullable(inn.rating())).last()
        : catalog.ofOffers(offer -> java.util.stream.Stream.ofNullable(offer.floor())).last();
  }

  private List<String> searchAllPages(String name, ObjectNode request, int expectedTotal) {
    List<String> lines = new ArrayList<>();
    ObjectNode page = request.deepCopy();
    while (true) {
      JsonNode answer = answer(name, page);
      assertThat(answer.get("total").intValue())
          .as("seed=%d request=%s", SEED, page)
          .isEqualTo(expectedTotal);
      answer.get("hits").forEach(hit -> lines.add(line(hit)));
      if (answer.get("next").isNull()) {
        return lines;
      }
      assertThat(answer.get("hits").size()).isEqualTo(request.get("size").intValue());
      page.put("cursor", answer.get("next").stringValue());
    }
  }

  private static String name(InnCalendars calendars) {
    return "inns_" + calendars.name().toLowerCase(Locale.ROOT);
  }

  private JsonNode answer(String name, JsonNode request) {
    SearchReply reply = service.search(name, request.toString());
    assertThat(reply.status()).as("%s: %s", request, reply.json()).isEqualTo(200);
    return MAPPER.readTree(reply.json());
  }

  private static String line(Hit hit, ObjectNode request) {
    List<String> offers = new ArrayList<>();
    for (OfferHit offer : hit.offers()) {
      if (offers.size() < request.get("offers").intValue()) {
        offers.add(offer.offer().plan() + ":" + offer.lowest());
      }
    }
    Long metres = hit.millimetres() == null ? null : Long.valueOf((hit.millimetres() + 500) / 1000);
    return String.join(
        " ",
        hit.inn().code(),
        hit.lowest() + "-" + hit.highest(),
        Integer.toString(hit.matching()),
        offers.toString(),
        String.valueOf(metres));
  }

  private static String line(JsonNode hit) {
    List<String> offers = new ArrayList<>();
    for (JsonNode offer : hit.get("offers")) {
      offers.add(offer.get("key").get(0).stringValue() + ":" + offer.get("total"));
    }
    JsonNode price = hit.get("price");
    return String.join(
        " ",
        hit.get("key").stringValue(),
        price.isNull() ? "null-null" : price.get("min") + "-" + price.get("max"),
        hit.get("offers_matching").toString(),
        offers.toString(),
        hit.has("metres") ? hit.get("metres").toString() : "null");
  }
}
