package tatami.benchmarks.normalised;

import static tatami.benchmarks.scratch.ScratchDatabase.quoted;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tatami.benchmarks.scratch.ScratchDatabase;
import tools.jackson.databind.json.JsonMapper;

/** The normalised schema, made from the master rows that the live release was made of. */
public final class NormalisedTables {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final String LANDED =
      """
      SELECT v.feed, v.table_schema, v.table_name, v.days
      FROM tatami.served_v1_release live
      JOIN tatami.release_feed pinned USING (catalog, release)
      JOIN tatami.feed_version v USING (catalog, feed, version)
      WHERE live AND catalog = ?
      """;

  /** As much as a person would give to the session that sorts the nights. */
  private static final String SETTINGS = "SET work_mem = '256MB'; SET maintenance_work_mem = '1GB'";

  private static final String NO_SETTINGS = "RESET work_mem; RESET maintenance_work_mem";

  private static final double NANOS_PER_SECOND = 1_000_000_000;

  /** What takes longer is worth a line of progress. */
  private static final double LONG_SECONDS = 1;

  private final ScratchDatabase database;

  private record Landed(String feed, String table, String days) {}

  /**
   * How large the prices are.
   *
   * @param prices rows, one a night
   * @param bytes with their index
   */
  public record PriceSize(long prices, long bytes) {}

  /** Takes the database that a release was rebuilt in. */
  public NormalisedTables(ScratchDatabase database) {
    this.database = database;
  }

  /**
   * Makes the tables.
   *
   * @param progress takes a line for each statement that takes long
   */
  public void create(String catalog, Consumer<String> progress) throws SQLException {
    String text = withLanded(catalog, schema());
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(SETTINGS);
      for (String command : text.split(";\n")) {
        execute(statement, command, progress);
      }
      statement.execute(NO_SETTINGS);
    }
  }

  /**
   * Puts the tables of the live release's feeds into a text.
   *
   * @param text has {@code {FEED}} for the table of a feed, {@code {FEED.first}} for the first day
   *     of its calendar
   */
  public String withLanded(String catalog, String text) throws SQLException {
    String named = text;
    for (Landed landed : landed(catalog)) {
      named = named.replace("{" + landed.feed() + "}", landed.table());
      if (landed.days() != null) {
        String first = MAPPER.readTree(landed.days()).path("firstDay").asString();
        named = named.replace("{" + landed.feed() + ".first}", first);
      }
    }
    return named;
  }

  private static void execute(Statement statement, String command, Consumer<String> progress)
      throws SQLException {
    long start = System.nanoTime();
    statement.execute(command);
    double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    if (seconds >= LONG_SECONDS) {
      String line =
          command.strip().lines().filter(text -> !text.startsWith("--")).findFirst().orElseThrow();
      progress.accept(String.format(Locale.ROOT, "%s: %.1f s", line, seconds));
    }
  }

  private List<Landed> landed(String catalog) throws SQLException {
    return database.list(
        LANDED,
        List.of(catalog),
        row ->
            new Landed(
                row.getString(1),
                quoted(row.getString(2)) + "." + quoted(row.getString(3)),
                row.getString(4)));
  }

  private static String schema() {
    try (InputStream text = NormalisedTables.class.getResourceAsStream("schema.sql")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns the numbers of amenities by name: whoever writes such a schema keeps them at hand. */
  public Map<String, Integer> amenities() throws SQLException {
    Map<String, Integer> numbers = new HashMap<>();
    database.list(
        "SELECT name, amenity_id FROM normalised.amenity",
        List.of(),
        row -> numbers.put(row.getString(1), row.getInt(2)));
    return numbers;
  }

  /** Measures the prices. */
  public PriceSize measure() throws SQLException {
    return database
        .list(
            "SELECT count(*), pg_total_relation_size('normalised.price') FROM normalised.price",
            List.of(),
            row -> new PriceSize(row.getLong(1), row.getLong(2)))
        .get(0);
  }
}
