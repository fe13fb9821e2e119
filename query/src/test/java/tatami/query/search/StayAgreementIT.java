package tatami.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tatami.query.TestDatabase;
import tatami.query.inns.InnRelease;
import tatami.query.inns.RandomInns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What calendars and hints tell is what a search finds that is asked so.
 *
 * <p>Repeat a failure with {@code mvn verify -pl query -am -Dit.test=StayAgreementIT
 * -Dtatami.seed=SEED}; the seed is printed.
 */
class StayAgreementIT {

  private static final int REQUESTS = 25;
  private static final int DAYS = 5;
  private static final LocalDate TODAY = LocalDate.parse("2026-08-23");
  private static final LocalDate END = LocalDate.parse("2026-09-14");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-08-22T15:00:00Z"));
  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());

  private static RandomInns inns;
  private static Random random;
  private static SearchService service;

  @BeforeAll
  static void publish() throws Exception {
    System.err.println("seed: -Dit.test=StayAgreementIT -Dtatami.seed=" + SEED);
    inns = new RandomInns(SEED);
    random = new Random(SEED);
    DataSource database = TestDatabase.create("stay_agreement");
    InnRelease.createControlTables(database);
    InnRelease.publish(database, "inns", 1, inns.catalog());
    service = new SearchService(database, CLOCK);
  }

  @Test
  void eachDayOfACalendarIsASearch() {
    int priced = 0;
    for (int index = 0; index < REQUESTS; index++) {
      ObjectNode request = datedRequest();
      ObjectNode stay = (ObjectNode) request.get("stay");
      LocalDate from = LocalDate.parse(stay.get("check_in").stringValue());
      LocalDate last = END.minusDays(stay.get("nights").intValue());
      LocalDate to = from.plusDays(DAYS).isAfter(last) ? last : from.plusDays(DAYS);
      ObjectNode question = request.deepCopy();
      question.put("from", from.toString()).put("to", to.toString());
      ((ObjectNode) question.get("stay")).remove("check_in");
      for (JsonNode day : answer(service::calendar, question).get("days")) {
        ObjectNode search = request.deepCopy();
        ((ObjectNode) search.get("stay")).set("check_in", day.get("check_in"));
        checkDay(day, search);
        priced += day.get("properties").intValue();
      }
    }
    assertThat(priced).as("seed=%d: random calendars must have prices", SEED).isPositive();
  }

  private static void checkDay(JsonNode day, ObjectNode search) {
    JsonNode found = search(search);
    assertThat(day.get("properties").intValue())
        .as("seed=%d search=%s", SEED, search)
        .isEqualTo(found.get("total").intValue());
    assertThat(day.get("price").isNull()).isEqualTo(found.get("hits").isEmpty());
    if (!day.get("price").isNull()) {
      assertThat(day.get("price").get("min").longValue()).isEqualTo(lowest(found));
      long highest =
          found
              .get("hits")
              .valueStream()
              .mapToLong(hit -> hit.get("price").get("max").longValue())
              .max()
              .orElseThrow();
      assertThat(day.get("price").get("max").longValue()).isEqualTo(highest);
    }
  }

  @Test
  void eachHintIsASearchAndEveryPropertyIsCountedOnce() {
    int hints = 0;
    for (int index = 0; index < REQUESTS; index++) {
      ObjectNode request = datedRequest();
      JsonNode answer = answer(service::whyNot, request);
      int counted =
          answer
              .get("why_not")
              .valueStream()
              .mapToInt(entry -> entry.get("count").intValue())
              .sum();
      assertThat(answer.get("matching").intValue() + counted)
          .as("seed=%d request=%s", SEED, request)
          .isEqualTo(answer.get("properties").intValue());
      assertThat(answer.get("matching").intValue())
          .isEqualTo(search(request).get("total").intValue());
      for (JsonNode hint : answer.get("hints")) {
        JsonNode found = search(changed(request, hint));
        assertThat(hint.get("count").intValue())
            .as("seed=%d request=%s hint=%s", SEED, request, hint)
            .isEqualTo(found.get("total").intValue())
            .isPositive();
        assertThat(hint.get("price").get("min").longValue()).isEqualTo(lowest(found));
        hints++;
      }
    }
    assertThat(hints).as("seed=%d: random requests must have hints", SEED).isPositive();
  }

  private static ObjectNode changed(ObjectNode request, JsonNode hint) {
    ObjectNode changed = request.deepCopy();
    ObjectNode stay = (ObjectNode) changed.get("stay");
    if (hint.has("check_in")) {
      stay.set("check_in", hint.get("check_in"));
    } else if (hint.has("rooms")) {
      int adults = stay.has("party") ? stay.at("/party/adults").intValue() : adults(stay);
      stay.remove("rooms");
      stay.putObject("party").put("adults", adults).set("rooms", hint.get("rooms"));
    } else {
      ((ObjectNode) changed.get("price")).set("max", hint.get("budget").get("max"));
    }
    return changed;
  }

  private static int adults(ObjectNode stay) {
    return stay.has("rooms")
        ? stay.get("rooms").valueStream().mapToInt(room -> room.get("adults").intValue()).sum()
        : 2;
  }

  /** Returns a request with a check-in and nothing about pages; some are for a party. */
  private static ObjectNode datedRequest() {
    ObjectNode request = inns.request(TODAY);
    while (!request.get("stay").has("check_in")) {
      request = inns.request(TODAY);
    }
    request.remove("sort");
    request.remove("offers");
    request.remove("size");
    ObjectNode stay = (ObjectNode) request.get("stay");
    if (random.nextInt(3) == 0) {
      stay.remove("rooms");
      int adults = 1 + random.nextInt(5);
      stay.putObject("party")
          .put("adults", adults)
          .put("rooms", 1 + random.nextInt(Math.min(3, adults)));
    }
    if (request.has("price") && random.nextInt(2) == 0) {
      ((ObjectNode) request.get("price")).put("min", 0).put("max", 3000);
    }
    return request;
  }

  private static long lowest(JsonNode found) {
    return found
        .get("hits")
        .valueStream()
        .mapToLong(hit -> hit.get("price").get("min").longValue())
        .min()
        .orElseThrow();
  }

  private static JsonNode search(ObjectNode request) {
    ObjectNode all = request.deepCopy();
    all.put("size", 100).put("sort", "recommended").put("offers", 0);
    return answer(service::search, all);
  }

  private static JsonNode answer(BiFunction<String, String, SearchReply> asking, JsonNode request) {
    SearchReply reply = asking.apply("inns", request.toString());
    assertThat(reply.status()).as("seed=%d %s: %s", SEED, request, reply.json()).isEqualTo(200);
    return JsonMapper.shared().readTree(reply.json());
  }
}
