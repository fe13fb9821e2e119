package tatami.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tatami.cli.database.Database;
import tatami.cli.database.DatabaseAddress;
import tools.jackson.databind.JsonNode;

/** What {@code layout} says of small inns under the catalog's own name and another one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LayoutIT {

  private static final Path CATALOGS = Path.of("..", "catalogs");
  private static final String CATALOG = CATALOGS.resolve("ryokan").toString();
  private static final String NOW = "2026-12-01";

  /** Longer rows are compressed or moved, so PostgreSQL finds them shorter. */
  private static final int WIDE_ROW_BYTES = 2_032;

  private String database;

  @BeforeAll
  void build(@TempDir Path folder) {
    database = TestHome.shared().createDatabase();
    String feeds = folder.toString();
    run(0, "generate", "ryokan", "--hotels=30", "--days=12", "--start=" + NOW, "--out", feeds);
    for (String name : new String[] {"ryokan", "other"}) {
      run(0, "rebuild", "--catalog", CATALOG, "--name", name, "--feeds", feeds, "--now", NOW);
    }
  }

  @Test
  void theDocumentIsThatOfTheContractAndMore() {
    JsonNode layout = run(0, "layout", "ryokan", "--output=json").document();
    assertThat(layout.path("catalog").asString()).isEqualTo("ryokan");
    assertThat(layout.path("release").asInt()).isEqualTo(1);
    assertThat(layout.path("tables").propertyNames())
        .contains("hotel", "offer", "stock", "area_dictionary", "hotel_key", "price_2_adult");
    long pageBytes = 0;
    for (JsonNode table : layout.path("tables").values()) {
      assertThat(table.path("rows").isIntegralNumber()).isTrue();
      assertThat(table.path("row_bytes").isNumber()).isTrue();
      assertThat(table.path("padding_bytes").isIntegralNumber()).isTrue();
      assertThat(table.path("declared_row_bytes").asDouble())
          .isGreaterThanOrEqualTo(table.path("row_bytes").asDouble());
      assertThat(table.path("columns")).isNotEmpty().allSatisfy(LayoutIT::assertColumn);
      pageBytes += table.path("page_bytes").asLong();
    }
    assertThat(layout.path("totals").path("page_bytes").asLong()).isEqualTo(pageBytes).isPositive();
  }

  private static void assertColumn(JsonNode column) {
    assertThat(column.propertyNames())
        .contains("name", "type", "codec", "bytes", "why", "alternatives");
    assertThat(column.path("name").asString()).isNotEmpty();
    assertThat(column.path("type").asString()).isNotEmpty();
    assertThat(column.path("codec").asString()).isNotEmpty();
    assertThat(column.path("why").asString()).isNotEmpty();
    assertThat(column.path("bytes").asDouble(-1)).isNotNegative();
    column
        .path("alternatives")
        .forEach(
            other -> assertThat(other.propertyNames()).containsExactly("codec", "bytes", "form"));
  }

  @Test
  void agreesWithPostgresAboutEveryRowAndPadsNone() throws SQLException {
    JsonNode tables = run(0, "layout", "ryokan", "--output=json").document().path("tables");
    int compared = 0;
    for (Map.Entry<String, JsonNode> table : tables.properties()) {
      assertThat(table.getValue().path("padding_bytes").asInt()).as(table.getKey()).isZero();
      if (table.getValue().path("widest_row_bytes").asInt() <= WIDE_ROW_BYTES) {
        assertThat(table.getValue().path("row_bytes").asDouble())
            .as(table.getKey())
            .isEqualTo(rowBytes("ryokan_r1", table.getKey()), within(0.001));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(10);
  }

  /** Sizes are taken row by row: inside an aggregate the first row counts 3 bytes less. */
  private double rowBytes(String schema, String table) throws SQLException {
    String sql =
        "SELECT coalesce(avg(size), 0) FROM (SELECT pg_column_size(t.*) AS size FROM \""
            + schema
            + "\".\""
            + table
            + "\" AS t OFFSET 0) AS sizes";
    DatabaseAddress address = Database.findAddress(database, Map.of()).orElseThrow();
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.driverProperties());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getDouble(1);
    }
  }

  @Test
  void theTableForPeopleNamesColumnsWithTheirReasonsInLine() {
    String out = run(0, "layout", "ryokan", "offer").out();
    assertThat(out)
        .contains("catalog ryokan, release 1", "\noffer: ", "padding 0; in declared order")
        .containsPattern("filter_plan  int[48]  bits +[48].00  [0-9]+ tags, ")
        .contains("a bit a tag", "instead of array (int2 a tag): ")
        .contains("bits_1", "instead of apart (", "no index on (property)")
        .doesNotContain("\nhotel: ", "all rows");
    int why = line(out, "  bits_1 ").indexOf("sale_from in bits 0 to ");
    assertThat(line(out, "  property ").indexOf("0 to ")).isEqualTo(why);
    assertThat(out.lines().filter(line -> line.contains("instead of")))
        .allSatisfy(line -> assertThat(line.indexOf("instead of")).isEqualTo(why));
    assertThat(run(0, "layout", "ryokan").out()).contains("\nhotel: ", "\nall rows ");
  }

  private static String line(String text, String start) {
    return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ryokan hotel",
        "CATALOG hotel",
        "CATALOG/catalog.yaml hotel",
        "--catalog CATALOG hotel",
        "--catalog CATALOG/catalog.yaml ryokan hotel",
        "--name ryokan hotel",
        "--name ryokan ryokan hotel",
        "hotel --name=ryokan",
        "CATALOG hotel --name=ryokan"
      })
  void knowsTheCatalogHoweverItIsNamed(String words) {
    JsonNode layout = layout(words);
    assertThat(layout.path("catalog").asString()).isEqualTo("ryokan");
    assertThat(layout.path("tables").propertyNames()).containsExactly("hotel");
  }

  @Test
  void aFlagReplacesTheNameInAFile() {
    assertThat(layout("CATALOG stock --name=other").path("catalog").asString()).isEqualTo("other");
    assertThat(layout("--catalog CATALOG --name=other").path("catalog").asString())
        .isEqualTo("other");
    assertThat(layout("--name=other").path("tables").size()).isGreaterThan(10);
  }

  @Test
  void namesTheNearestTable() {
    CommandRun near = run(2, "layout", "ryokan", "ofer");
    assertThat(near.err()).contains("no table \"ofer\"", "did you mean \"offer\"?");
    CommandRun far = run(2, "layout", "--name=ryokan", "zzzzzz");
    assertThat(far.err()).contains("no table \"zzzzzz\"", "there are: ", "hotel", "offer");
  }

  @Test
  void namesTheCatalogsThatThereAre() {
    assertThat(run(1, "layout", "nowhere").err())
        .contains("no catalog \"nowhere\"", "other", "ryokan");
    assertThat(run(2, "layout").err()).contains("several catalogs", "other", "ryokan", "--name");
  }

  @Test
  void refusesWordsThatItWouldHaveToIgnore() {
    assertThat(run(2, "layout", "ryokan", "hotel", "offer").err()).contains("offer");
    assertThat(run(2, "layout", "--name=ryokan", "other", "hotel").err())
        .contains("two catalogs are named, \"ryokan\" by a flag and \"other\"");
    assertThat(run(2, "layout", "no/such/folder").err()).contains("no/such/folder");
  }

  @Test
  void saysThatNothingWasBuiltYet() {
    CommandRun empty =
        CommandRun.of(
            Map.of("DATABASE_URL", TestHome.shared().createDatabase()), "layout", "--output=json");
    assertThat(empty.exitCode()).isEqualTo(1);
    assertThat(empty.err()).contains("nothing was built yet", "tatami rebuild");
    CommandRun named =
        CommandRun.of(
            Map.of("DATABASE_URL", TestHome.shared().createDatabase()), "layout", "ryokan");
    assertThat(named.exitCode()).isEqualTo(1);
    assertThat(named.err()).contains("nothing to search yet", "tatami rebuild");
  }

  private JsonNode layout(String words) {
    return run(0, ("layout --output=json " + words.replace("CATALOG", CATALOG)).split(" "))
        .document();
  }

  private CommandRun run(int exitCode, String... arguments) {
    CommandRun run = CommandRun.of(Map.of("DATABASE_URL", database), arguments);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    return run;
  }
}
