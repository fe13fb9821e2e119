package tatami.query.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tatami.query.TestDatabase;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.release.TestReleases;
import tatami.query.request.Condition.HasWords;
import tatami.query.sql.SearchStatement.Purpose;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.words.Grams;
import tatami.searchtable.words.SearchWords;

/** Random texts and words of signs that SQL, patterns, arrays or Unicode treat in a special way. */
class WordsTextIT {

  private static final int ROWS = 10_000;
  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());
  private static final List<String> SIGNS =
      List.of(
          "a", "b", "%", "_", "\\", "'", "{", "}", ",", "$1", "?", " ", "\u0301", "e\u0301", "é",
          "温", "泉", "ー", "𠮷", "🛖", "👩‍🌾", "null", "\u0001", "\uFFFF");
  private static final Random RANDOM = new Random(SEED);

  private static final List<List<String>> TEXTS = new ArrayList<>();
  private static Connection connection;

  @BeforeAll
  static void fillATable() throws SQLException {
    System.err.println("seed: -Dit.test=WordsTextIT -Dtatami.seed=" + SEED);
    connection = TestDatabase.create("words_text").getConnection();
    execute("CREATE SCHEMA boats_r7");
    execute("CREATE TABLE boats_r7.boat (id int4 PRIMARY KEY)");
    execute("INSERT INTO boats_r7.boat SELECT generate_series(0, " + (ROWS - 1) + ")");
    execute(
        "CREATE TABLE boats_r7.words_words"
            + " (id int4 PRIMARY KEY, grams int4[] NOT NULL, text_1 text, text_2 text)");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO boats_r7.words_words VALUES (?, ?, ?, ?)")) {
      for (int id = 0; id < ROWS; id++) {
        List<String> texts = id % 50 == 0 ? List.of("", "") : List.of(text(10), text(6));
        TEXTS.add(texts);
        insert.setInt(1, id);
        insert.setObject(2, Grams.ofTexts(texts));
        insert.setString(3, texts.get(0));
        insert.setString(4, texts.get(1));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    execute("CREATE INDEX words_grams ON boats_r7.words_words USING gin (grams)");
    execute("ANALYZE boats_r7.boat");
    execute("ANALYZE boats_r7.words_words");
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  private static String text(int longest) {
    return IntStream.rangeClosed(0, RANDOM.nextInt(longest))
        .mapToObj(at -> SIGNS.get(RANDOM.nextInt(SIGNS.size())))
        .collect(Collectors.joining());
  }

  @Test
  void findsExactlyTheTextsThatContainEveryWord() throws SQLException {
    int found = 0;
    for (int round = 0; round < 200; round++) {
      List<String> words =
          IntStream.rangeClosed(0, RANDOM.nextInt(3)).mapToObj(at -> text(3)).distinct().toList();
      List<Integer> expected =
          IntStream.range(0, ROWS).filter(id -> hasAll(TEXTS.get(id), words)).boxed().toList();
      assertThat(search(words)).as("seed=%d words=%s", SEED, words).isEqualTo(expected);
      found += expected.size();
    }
    assertThat(found).as("seed=%d", SEED).isPositive();
  }

  private static boolean hasAll(List<String> texts, List<String> words) {
    return words.stream().allMatch(word -> texts.stream().anyMatch(text -> text.contains(word)));
  }

  @Test
  void findsARareWordThroughTheIndex() throws SQLException {
    List<String> rare = SearchWords.of("温泉 𠮷🛖");
    Fragment statement = statement(rare);
    String plan =
        String.join(
            "\n",
            runner()
                .list(
                    Purpose.PROPERTIES,
                    Fragment.of("EXPLAIN ").then(statement),
                    row -> row.getString(1)));
    assertThat(plan).contains("Bitmap Index Scan on words_grams").doesNotContain("Seq Scan");
  }

  private static List<Integer> search(List<String> words) throws SQLException {
    return runner().list(Purpose.PROPERTIES, statement(words), row -> row.getInt("id"));
  }

  private static StatementRunner runner() {
    return new StatementRunner(connection, statement -> {});
  }

  private static Fragment statement(List<String> words) {
    FilterLayout layout = new FilterLayout.Keyword("words", "words_words", 2);
    HasWords condition = new HasWords(new CatalogFilter(layout, Grain.PROPERTY), words);
    Tables tables = new Tables(TestReleases.shops().description());
    return Fragment.of("SELECT property.id FROM boats_r7.boat AS property WHERE ")
        .then(WordsText.condition(condition, tables))
        .then(" ORDER BY property.id");
  }

  private static void execute(String sql) throws SQLException {
    connection.createStatement().execute(sql);
  }
}
