package tatami.benchmarks.layout;

import static tatami.benchmarks.scratch.ScratchDatabase.quoted;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tatami.benchmarks.scratch.ScratchDatabase;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.catalog.FilterDefinition;
import tatami.searchbuild.catalog.SqlText;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Search tables as a careful person would write them by hand: {@code CREATE TABLE AS} with the text
 * keys and natural types of the master tables, primary keys, and indexes on areas, points and
 * foreign keys. Packed arrays stay as they landed.
 */
final class PlainTables {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String SCHEMA = "plain";

  private final ScratchDatabase database;
  private final Catalog catalog;
  private final PlainColumns columns;
  private final List<Master> masters;

  private record Master(String feed, String table, LocalDate firstDay) {}

  private PlainTables(ScratchDatabase database, Catalog catalog, List<Master> masters) {
    this.database = database;
    this.catalog = catalog;
    this.columns = new PlainColumns(catalog);
    this.masters = masters;
  }

  /** Makes the tables from the master rows that the live release was made of. */
  static PlainTables create(ScratchDatabase database, Catalog catalog) throws SQLException {
    String sql =
        """
        SELECT v.feed, v.table_schema, v.table_name, v.days
        FROM tatami.served_v1_release live
        JOIN tatami.release_feed pinned USING (catalog, release)
        JOIN tatami.feed_version v USING (catalog, feed, version)
        WHERE live AND catalog = ?
        """;
    List<Master> masters =
        database.list(
            sql,
            List.of(catalog.name()),
            row ->
                new Master(
                    row.getString(1),
                    quoted(row.getString(2)) + "." + quoted(row.getString(3)),
                    firstDay(row.getString(4))));
    PlainTables tables = new PlainTables(database, catalog, masters);
    tables.create();
    return tables;
  }

  private static LocalDate firstDay(String days) {
    if (days == null) {
      return null;
    }
    JsonNode json = MAPPER.readTree(days);
    return LocalDate.parse(json.path("firstDay").asString());
  }

  private void create() throws SQLException {
    database.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    database.execute("CREATE SCHEMA " + SCHEMA);
    create(
        property(),
        columns.ofProperty(),
        relation(catalog.property().from(), catalog.property().where()));
    create(offer(), columns.ofOffer(), relation(catalog.offer().from(), catalog.offer().where()));
    for (String feed : columns.calendars().keySet()) {
      List<String> both = new ArrayList<>(columns.feedKey(feed));
      both.addAll(columns.calendars().get(feed));
      create(feed(feed), both, relation(new SqlText(quoted(feed), 1, 1), null));
      index(feed(feed), "PRIMARY KEY", columns.feedKey(feed));
    }
    index(property(), "PRIMARY KEY", catalog.property().key());
    index(offer(), "PRIMARY KEY", columns.offerKey());
    createSecondaryIndexes();
    database.execute("VACUUM (ANALYZE)");
  }

  private void createSecondaryIndexes() throws SQLException {
    for (FilterDefinition filter : catalog.property().filters()) {
      if (filter instanceof FilterDefinition.Path || filter instanceof FilterDefinition.Point) {
        database.execute(
            "CREATE INDEX ON " + property() + " (" + quoted("", filter.columns()) + ")");
      }
    }
    for (String feed : columns.calendars().keySet()) {
      List<String> key = columns.joinKey(feed);
      List<String> primary = columns.offerKey();
      if (!key.equals(primary.subList(0, Math.min(key.size(), primary.size())))) {
        database.execute("CREATE INDEX ON " + offer() + " (" + quoted("", key) + ")");
      }
    }
  }

  private void create(String table, List<String> names, String relation) throws SQLException {
    String feeds =
        masters.stream()
            .map(master -> quoted(master.feed()) + " AS (SELECT * FROM " + master.table() + ")")
            .collect(Collectors.joining(",\n"));
    database.execute(
        "CREATE TABLE "
            + table
            + " AS\nWITH "
            + feeds
            + "\nSELECT "
            + quoted("", names)
            + relation);
  }

  private static String relation(SqlText from, SqlText where) {
    return "\nFROM " + from.text() + (where == null ? "" : "\nWHERE (" + where.text() + ")");
  }

  private void index(String table, String kind, List<String> key) throws SQLException {
    database.execute("ALTER TABLE " + table + " ADD " + kind + " (" + quoted("", key) + ")");
  }

  /**
   * Makes the prices of some properties into a row a night, covered by the key.
   *
   * @param properties how many of them
   */
  void createNightRows(int properties) throws SQLException {
    CalendarValue price = catalog.offer().stay().price().amount();
    String key = quoted("", columns.feedKey(price.feed()));
    String first = quoted(catalog.property().key().get(0));
    database.execute(
        "CREATE TABLE "
            + nightRows()
            + " AS SELECT "
            + key
            + ", (date '"
            + firstDay(price)
            + "' + (cell.night - 1)::int4) AS day, cell.amount AS price FROM "
            + feed(price.feed())
            + " CROSS JOIN LATERAL unnest("
            + quoted(price.value())
            + ") WITH ORDINALITY AS cell (amount, night) WHERE cell.amount >= 0 AND "
            + first
            + " IN (SELECT "
            + first
            + " FROM "
            + property()
            + " ORDER BY 1 LIMIT "
            + properties
            + ")");
    database.execute(
        "ALTER TABLE " + nightRows() + " ADD PRIMARY KEY (" + key + ", day) INCLUDE (price)");
  }

  /** Returns the first day of the calendar that has a value. */
  LocalDate firstDay(CalendarValue value) {
    return masters.stream()
        .filter(master -> master.feed().equals(value.feed()))
        .findFirst()
        .orElseThrow()
        .firstDay();
  }

  Catalog catalog() {
    return catalog;
  }

  PlainColumns columns() {
    return columns;
  }

  static String property() {
    return SCHEMA + ".property";
  }

  static String offer() {
    return SCHEMA + ".offer";
  }

  static String feed(String feed) {
    return SCHEMA + "." + quoted("calendar_" + feed);
  }

  static String nightRows() {
    return SCHEMA + ".night_price";
  }
}
