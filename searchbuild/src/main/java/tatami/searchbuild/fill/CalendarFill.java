package tatami.searchbuild.fill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tatami.ingest.copy.BinaryCopyReader;
import tatami.ingest.copy.BinaryCopyWriter;
import tatami.ingest.feed.ColumnType;
import tatami.ingest.feed.FeedDefinition;
import tatami.ingest.landing.LandedFeed.LandedDays;
import tatami.ingest.landing.LandedFeed.ValueMeasure;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.encoding.PlannedColumn;
import tatami.searchbuild.encoding.PlannedColumn.Choice;
import tatami.searchbuild.master.MasterVersion;
import tatami.searchbuild.numbering.NumberedRows;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.packing.PackedCells;

/**
 * Fills packed tables from the packed rows of master tables: cut to the horizon, divided by the
 * unit, as narrow as the measured values allow.
 */
final class CalendarFill {

  private final Connection writing;
  private final Connection reading;
  private final ReleaseSchema schema;
  private final ReleaseContent content;
  private final NumberedRows offers;

  CalendarFill(
      Connection writing, Connection reading, ReleaseSchema schema, ReleaseContent content) {
    this.writing = writing;
    this.reading = reading;
    this.schema = schema;
    this.content = content;
    this.offers = content.offers().rows();
  }

  /** A condition on a key column of the feed: equal to a value. */
  record KeyCondition(String column, Object value) {
    String sql() {
      return ReleaseSchema.quote(column)
          + " = "
          + (value instanceof Number ? value : "'" + value.toString().replace("'", "''") + "'");
    }
  }

  ValueMeasure measure(CalendarValue value) {
    return days(value).get(value.value());
  }

  private LandedDays days(CalendarValue value) {
    return content.versions().get(value.feed()).landed().days();
  }

  /** Returns the key of each offer in a calendar feed, by surrogate; some components left out. */
  List<List<Object>> keysOfOffers(String feed, List<String> leftOut) {
    List<String> columns = new ArrayList<>(definition(feed).key());
    columns.removeAll(leftOut);
    int[] positions = offers.positions(columns);
    List<List<Object>> keys = new ArrayList<>(offers.count());
    for (int offer = 0; offer < offers.count(); offer++) {
      List<Object> key = new ArrayList<>(positions.length);
      for (int position : positions) {
        Object value = offers.value(offer, position);
        key.add(value instanceof Integer number ? Long.valueOf(number) : value);
      }
      keys.add(key);
    }
    return keys;
  }

  /** Returns a lookup of the offers that share a key of a calendar feed. */
  Function<List<Object>, int[]> offersByKey(String feed, List<String> leftOut) {
    List<List<Object>> keys = keysOfOffers(feed, leftOut);
    Map<List<Object>, int[]> byKey = new HashMap<>(keys.size() * 2);
    for (int offer = 0; offer < keys.size(); offer++) {
      int[] single = {offer};
      byKey.merge(keys.get(offer), single, CalendarFill::joined);
    }
    int[] none = {};
    return key -> byKey.getOrDefault(key, none);
  }

  private static int[] joined(int[] left, int[] right) {
    int[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  private FeedDefinition definition(String feed) {
    return content.catalog().findFeed(feed).orElseThrow();
  }

  /**
   * Creates and fills a packed table.
   *
   * @param table what it is
   * @param conditions which rows of the feed
   * @param surrogates who a key of the feed belongs to
   * @param denseRows how many surrogates must have a row, without cells if need be; 0 where rows
   *     without cells are left out
   * @return how many cells it holds, and in how many rows
   */
  Filled fill(
      CalendarTable table,
      List<KeyCondition> conditions,
      Function<List<Object>, int[]> surrogates,
      int denseRows)
      throws SQLException {
    long highest = Math.min(measure(table.source()).highest(), table.highest()) / table.unit();
    IntegerWidth width = IntegerWidth.narrowestFor(PackedCells.MISSING, highest);
    LaidTable laid =
        schema.create(
            new PlannedTable(
                table.name(),
                List.of(
                    PlannedColumn.surrogate(table.surrogate()),
                    new PlannedColumn(
                        "cells",
                        width.type() + "[]",
                        false,
                        (writer, row) -> {},
                        Choice.only("array", "0 to " + highest + " in units of " + table.unit()))),
                0,
                List.of(table.surrogate())));
    Filled filled;
    try (BinaryCopyReader reader = new BinaryCopyReader(reading, select(table, conditions));
        BinaryCopyWriter writer =
            new BinaryCopyWriter(
                writing, schema.copyTarget(table.name(), List.of(table.surrogate(), "cells")))) {
      CalendarCopy copy =
          new CalendarCopy(
              table,
              width,
              days(table.source()),
              content.horizon(),
              reader,
              writer,
              laid.measured(writer));
      copy.copyRows(keyTypes(table, conditions), surrogates, denseRows);
      filled = new Filled(copy.rows(), copy.cells());
      writer.finish();
    }
    schema.finish(table.name(), List.of(table.surrogate()));
    return filled;
  }

  private List<ColumnType> keyTypes(CalendarTable table, List<KeyCondition> conditions) {
    FeedDefinition feed = definition(table.source().feed());
    List<String> leftOut = conditions.stream().map(KeyCondition::column).toList();
    return feed.key().stream()
        .filter(component -> !leftOut.contains(component))
        .map(component -> feed.findColumn(component).orElseThrow().type())
        .toList();
  }

  private String select(CalendarTable table, List<KeyCondition> conditions) {
    FeedDefinition feed = definition(table.source().feed());
    List<String> leftOut = conditions.stream().map(KeyCondition::column).toList();
    MasterVersion version = content.versions().get(feed.name());
    String columns =
        feed.key().stream()
            .filter(component -> !leftOut.contains(component))
            .map(component -> ReleaseSchema.quote(component) + ", ")
            .collect(Collectors.joining());
    String where = conditions.stream().map(KeyCondition::sql).collect(Collectors.joining(" AND "));
    return "SELECT "
        + columns
        + ReleaseSchema.quote(table.source().value())
        + " FROM "
        + version.table().quoted()
        + (where.isEmpty() ? "" : " WHERE " + where);
  }

  /** How many rows and cells went into a table. */
  record Filled(int rows, long cells) {}
}
