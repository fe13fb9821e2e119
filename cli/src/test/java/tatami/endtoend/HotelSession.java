package tatami.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tatami.oracle.hotel.FeedTable;
import tatami.oracle.hotel.HotelBug;
import tatami.oracle.hotel.HotelOracle;
import tools.jackson.databind.JsonNode;

/** One random catalog, built, with all that was asked about it. */
final class HotelSession {

  /** A release without a hotel does not pass its checks. */
  private static final int NOTHING_TO_SHOW = 5;

  private final RandomHotels hotels;
  private final Map<String, FeedTable> tables;
  private final HotelOracle oracle;
  private final List<HotelExchange> exchanges = new ArrayList<>();

  private HotelSession(RandomHotels hotels) {
    this.hotels = hotels;
    this.tables = hotels.feeds().tables();
    this.oracle = new HotelOracle(hotels.catalog(), tables);
  }

  /** Builds the catalog of a seed and asks so many questions about it. */
  static HotelSession hold(Commands commands, long seed, int questions, Path folder)
      throws IOException {
    HotelSession session = new HotelSession(new RandomHotels(seed));
    HotelsUnderTest product = HotelsUnderTest.inBothEngines(commands, session.hotels.catalog());
    Commands.Outcome outcome = product.rebuild(session.hotels.feeds(), folder);
    if (session.oracle.hotelCodes().isEmpty()) {
      outcome.assertExit(NOTHING_TO_SHOW);
      return session;
    }
    outcome.assertExit(0);
    List<Instant> moments = session.hotels.moments();
    for (int at = 0; at < moments.size(); at++) {
      session.ask(product, moments.get(at), seed + at, questions / moments.size());
    }
    return session;
  }

  private void ask(HotelsUnderTest product, Instant now, long seed, int count) {
    RandomHotelSearches searches = new RandomHotelSearches(hotels.catalog(), oracle, now, seed);
    Map<String, List<HotelQuestion>> byCommand = new TreeMap<>();
    for (int question = 0; question < count; question++) {
      HotelQuestion next = searches.next();
      byCommand.computeIfAbsent(next.command(), absent -> new ArrayList<>()).add(next);
    }
    for (List<HotelQuestion> questions : byCommand.values()) {
      List<List<JsonNode>> answers = product.answer(questions, now);
      for (int at = 0; at < questions.size(); at++) {
        exchanges.add(new HotelExchange(questions.get(at), now, answers.get(at)));
      }
    }
  }

  HotelOracle oracle() {
    return oracle;
  }

  List<HotelExchange> exchanges() {
    return exchanges;
  }

  /** Tells whether an oracle with an error differs anywhere. */
  boolean shows(HotelBug bug) {
    HotelOracle erring = oracle.making(bug, tables);
    return exchanges.stream().anyMatch(exchange -> !exchange.judge(erring).differences().isEmpty());
  }

  /** Describes what differs in an exchange, and how to see it again. */
  String describe(HotelExchange exchange, List<String> differences) {
    return String.join(
        "\n",
        "",
        "seed: " + hotels.seed() + " catalog: " + hotels.catalog(),
        exchange.question().command() + " --now " + exchange.now(),
        exchange.question().json(),
        "  " + String.join("\n  ", differences.subList(0, Math.min(5, differences.size()))),
        "repeat: mvn -o verify -pl cli -am -Dit.test=RandomHotelsIT"
            + " -Dfailsafe.failIfNoSpecifiedTests=false -Dtatami.catalogs=1 -Dtatami.seed="
            + hotels.seed());
  }
}
