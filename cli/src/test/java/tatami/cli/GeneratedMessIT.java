package tatami.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tatami.cli.database.Database;
import tatami.cli.database.DatabaseAddress;
import tools.jackson.databind.JsonNode;

/** A rebuild rejects exactly the rows that {@code generate --mess} lists, and takes all others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GeneratedMessIT {

  private static final String NOW = "2026-12-10";
  private static final Path CATALOGS = Path.of("..", "catalogs", "ryokan");

  private final Map<String, Long> generatedRows = new TreeMap<>();
  private String database;
  private List<NamedCsvRecord> mess;
  private JsonNode feeds;

  @BeforeAll
  void generateAndRebuild(@TempDir Path folder) throws IOException {
    database = TestHome.shared().createDatabase();
    JsonNode generated = generate(folder, "--hotels=400", "--mess=100", "--compression=zst");
    for (JsonNode file : generated.path("files")) {
      generatedRows.put(file.path("feed").asString(), file.path("rows").asLong());
    }
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("mess.csv"))) {
      mess = reader.stream().toList();
    }
    feeds = rebuild(CATALOGS, folder).path("feeds");
  }

  @Test
  void rejectsExactlyTheListedRowsForTheListedReasons() throws SQLException {
    Map<String, String> rejected = rejectedRows();
    Map<String, String> listed =
        mess.stream()
            .filter(row -> row.getField("outcome").equals("rejected"))
            .collect(
                Collectors.toMap(
                    row -> row.getField("file") + ":" + row.getField("line"),
                    row -> row.getField("reason")));

    assertThat(rejected.keySet()).isEqualTo(listed.keySet());
    listed.forEach((place, reason) -> assertThat(rejected.get(place)).as(place).contains(reason));
    assertThat(listed).hasSizeGreaterThan(500);
  }

  @Test
  void takesAllOtherRows() throws SQLException {
    assertThat(feeds.propertyNames()).containsExactlyInAnyOrderElementsOf(generatedRows.keySet());
    for (String feed : generatedRows.keySet()) {
      JsonNode counted = feeds.path(feed);
      assertThat(counted.path("rows_in").asLong()).as(feed).isEqualTo(generatedRows.get(feed));
      assertThat(counted.path("duplicates").asLong()).as(feed).isEqualTo(listed(feed, "duplicate"));
      assertThat(counted.path("rejected").asLong()).as(feed).isEqualTo(listed(feed, "rejected"));
    }
    assertThat(feeds.path("price").path("values").asLong()).isEqualTo(good("price"));
    for (String feed : List.of("hotel", "plan", "room", "plan_room", "long_stay")) {
      long landed = countRows("SELECT count(*) FROM ryokan_master." + feed + "_v1");
      assertThat(landed).as(feed).isEqualTo(good(feed));
    }
  }

  /** Feeds of the three models are the same but for the prices, and each has its catalog. */
  @ParameterizedTest
  @ValueSource(strings = {"room", "unit"})
  void rebuildsTheOtherPriceModels(String model, @TempDir Path folder) throws IOException {
    generate(folder, "--hotels=40", "--price=" + model);

    Path catalog = CATALOGS.resolve("per-" + model + ".yaml");
    JsonNode summary = rebuild(catalog, folder);

    assertThat(summary.path("state").asString()).isEqualTo("live");
    for (JsonNode feed : summary.path("feeds")) {
      assertThat(feed.path("rejected").asLong()).isZero();
    }
    CommandRun search =
        run(
            "search",
            "--name=ryokan_" + model,
            "--now=" + NOW,
            """
            {"stay": {"check_in": "2026-12-20", "nights": 2, "rooms": [{"adults": 2, "children": [8]}]}}""");
    assertThat(search.exitCode()).as(search.out()).isZero();
    assertThat(search.document().path("total").asInt()).isPositive();
  }

  private JsonNode generate(Path folder, String... flags) {
    List<String> arguments = new ArrayList<>(List.of(flags));
    arguments.addAll(
        0,
        List.of("generate", "ryokan", "--days=40", "--start=" + NOW, "--out", folder.toString()));
    arguments.add("--output=json");
    CommandRun run = run(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.document();
  }

  private JsonNode rebuild(Path catalog, Path folder) {
    CommandRun run =
        run(
            "rebuild",
            "--catalog",
            catalog.toString(),
            "--feeds",
            folder.toString(),
            "--now",
            NOW,
            "--output=json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.document();
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(Map.of("DATABASE_URL", database), arguments);
  }

  private long listed(String feed, String outcome) {
    return mess.stream()
        .filter(row -> row.getField("feed").equals(feed))
        .filter(row -> row.getField("outcome").equals(outcome))
        .count();
  }

  private long good(String feed) {
    return generatedRows.get(feed) - listed(feed, "rejected") - listed(feed, "duplicate");
  }

  private Connection connect() throws SQLException {
    DatabaseAddress address = Database.findAddress(database, Map.of()).orElseThrow();
    return DriverManager.getConnection(address.jdbcUrl(), address.driverProperties());
  }

  private Map<String, String> rejectedRows() throws SQLException {
    Map<String, String> rows = new TreeMap<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT file || ':' || line, reason FROM tatami.rejected_row"
                    + " WHERE catalog = 'ryokan'")) {
      while (result.next()) {
        assertThat(rows.put(result.getString(1), result.getString(2))).isNull();
      }
    }
    return rows;
  }

  private long countRows(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
