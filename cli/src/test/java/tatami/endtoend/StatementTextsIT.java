package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tatami.oracle.hotel.HotelOracle;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts the texts of all statements that PostgreSQL sees while a release answers searches,
 * calendars and why-nots: their number follows from the shapes of the questions, however often each
 * is asked.
 */
class StatementTextsIT {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final long SEED = Long.getLong("tatami.seed", 20_270_311L);
  private static final int QUESTIONS = Integer.getInteger("tatami.searches", 800);

  /** Of properties and of offers; most shapes share one of them with another shape. */
  private static final int TEXTS_OF_A_SHAPE = 2;

  /** The pointer to the release, its dictionaries, the rows of a page, the nights. */
  private static final int TEXTS_OF_ALL_SHAPES = 30;

  /** What came up late: few rows where all were read before, and nights of another party. */
  private static final int LATE_TEXTS = 12;

  @TempDir private Path folder;

  @Test
  void aRunTwiceAsLongHasNoMoreTexts() throws IOException, SQLException {
    RandomHotels hotels = new RandomHotels(SEED);
    Commands commands = Commands.onAnEmptyDatabase();
    HotelsUnderTest product = HotelsUnderTest.inTables(commands, hotels.catalog());
    product.rebuild(hotels.feeds(), folder).assertExit(0);
    Instant now = hotels.catalog().builtAt();
    List<List<HotelQuestion>> shapes = drawRepeatedShapes(hotels, now);
    try (Connection connection = commands.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION pg_stat_statements");
      forget(statement);
      int firstHalf =
          ask(product, shapes.stream().flatMap(s -> s.stream().limit(s.size() / 2)).toList(), now);
      int texts = countTexts(statement);
      int secondHalf =
          ask(product, shapes.stream().flatMap(s -> s.stream().skip(s.size() / 2)).toList(), now);
      int textsOfBoth = countTexts(statement);
      System.out.printf(
          "-Dtatami.seed=%d: texts of statements=%d of %d questions, then %d of %d; shapes=%d%n",
          SEED, texts, firstHalf, textsOfBoth, firstHalf + secondHalf, shapes.size());
      assertThat(texts).isLessThanOrEqualTo(TEXTS_OF_ALL_SHAPES + TEXTS_OF_A_SHAPE * shapes.size());
      assertThat(textsOfBoth).isLessThanOrEqualTo(texts + LATE_TEXTS);
    }
  }

  /** Lists questions by shape; what is asked once only is left out. */
  private static List<List<HotelQuestion>> drawRepeatedShapes(RandomHotels hotels, Instant now) {
    HotelOracle oracle = new HotelOracle(hotels.catalog(), hotels.feeds().tables());
    RandomHotelSearches searches = new RandomHotelSearches(hotels.catalog(), oracle, now, SEED);
    Map<String, List<HotelQuestion>> byShape = new TreeMap<>();
    for (int number = 0; number < QUESTIONS; number++) {
      HotelQuestion question = searches.next();
      byShape.computeIfAbsent(shape(question), absent -> new ArrayList<>()).add(question);
    }
    return byShape.values().stream().filter(alike -> alike.size() > 1).toList();
  }

  /** What is asked for, without dates, people, amounts and sizes. */
  private static String shape(HotelQuestion question) {
    ObjectNode json = (ObjectNode) MAPPER.readTree(question.json());
    boolean isDated = json.path("stay").has("check_in");
    json.remove(List.of("stay", "price", "from", "to", "key", "size", "offers"));
    return question.command() + " " + isDated + " " + json;
  }

  private static int ask(HotelsUnderTest product, List<HotelQuestion> questions, Instant now) {
    questions.stream()
        .collect(Collectors.groupingBy(HotelQuestion::command, TreeMap::new, Collectors.toList()))
        .values()
        .forEach(ofCommand -> product.answer(ofCommand, now));
    return questions.size();
  }

  private static void forget(Statement statement) throws SQLException {
    statement.execute(
        "SELECT pg_stat_statements_reset(0,"
            + " (SELECT oid FROM pg_database WHERE datname = current_database()), 0)");
  }

  private static int countTexts(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT count(DISTINCT query) FROM pg_stat_statements"
                + " WHERE query NOT LIKE '%pg_stat_statements%' AND dbid ="
                + " (SELECT oid FROM pg_database WHERE datname = current_database())")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
