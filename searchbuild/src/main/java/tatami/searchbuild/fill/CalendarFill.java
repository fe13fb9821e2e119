package tatami.searchbuild.fill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import tatami.searchtable.codec.CalendarChoice;
import tatami.searchtable.codec.CalendarCodec;
import tatami.searchtable.codec.CalendarMeasure;
import tatami.searchtable.codec.CalendarMeasure.Missing;
import tatami.searchtable.codec.CodecChoice;
import tatami.searchtable.codec.CodecColumn;
import tatami.searchtable.codec.DayCalendars;
import tatami.searchtable.codec.SharedDays;
import tatami.searchtable.codec.SharedEstimate;
import tatami.searchtable.layout.TableLayout.Alternative;

/**
 * Fills tables of calendars from the packed rows of master tables: cut to the horizon, in the codec
 * that was chosen or pinned.
 */
final class CalendarFill {

  private final Connection writing;
  private final Connection reading;
  private final ReleaseSchema schema;
  private final ReleaseContent content;
  private final NumberedRows offers;
  private final List<String> warnings;

  CalendarFill(
      Connection writing,
      Connection reading,
      ReleaseSchema schema,
      ReleaseContent content,
      List<String> warnings) {
    this.warnings = warnings;
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

  ReleaseSchema.Mark mark() throws SQLException {
    return schema.mark();
  }

  void rollBackTo(ReleaseSchema.Mark mark) throws SQLException {
    schema.rollBackTo(mark);
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
  FilledCells fill(
      CalendarTable table,
      List<KeyCondition> conditions,
      Function<List<Object>, int[]> surrogates,
      int denseRows)
      throws SQLException {
    LandedNights nights = nights(table.source(), table.range());
    LaidTable laid = schema.create(planned(table, nights));
    FilledCells filled;
    try (BinaryCopyReader reader = new BinaryCopyReader(reading, select(table, conditions));
        BinaryCopyWriter writer =
            new BinaryCopyWriter(writing, schema.copyTarget(table.name(), laid.columnNames()))) {
      CalendarCopy copy =
          new CalendarCopy(table, nights, laid.columns(), reader, writer, laid.measured(writer));
      copy.copyRows(keyTypes(table, conditions), surrogates, denseRows);
      filled = new FilledCells(copy.rows(), copy.cells());
      writer.finish();
    }
    schema.finish(table.name(), List.of(table.surrogate()));
    return filled;
  }

  private LandedNights nights(CalendarValue source, ValueRange range) {
    return new LandedNights(days(source), content.horizon(), range);
  }

  /** Plans a table; its columns write the nights. */
  private static PlannedTable planned(CalendarTable table, LandedNights nights) {
    CalendarCodec codec = table.codec();
    boolean isShort =
        CalendarChoice.rowBytes(table.choice().chosen()) <= CalendarChoice.MOST_ROW_BYTES;
    List<PlannedColumn> columns = new ArrayList<>();
    columns.add(PlannedColumn.surrogate(table.surrogate()));
    for (int place = 0; place < codec.columns().size(); place++) {
      CodecColumn column = codec.columns().get(place);
      int field = place;
      boolean isPlain = isShort && column.type().endsWith("[]");
      columns.add(
          new PlannedColumn(
              column.name(),
              column.type(),
              column.nullable(),
              isPlain,
              (writer, row) -> codec.write(nights.values(), field, writer),
              place == 0
                  ? why(table.choice())
                  : Choice.only(codec.word(), "with " + codec.columns().get(0).name())));
    }
    return new PlannedTable(table.name(), columns, 0, List.of(table.surrogate()));
  }

  private static Choice why(CodecChoice<CalendarCodec> choice) {
    List<Alternative> alternatives =
        choice.alternatives().stream()
            .map(other -> new Alternative(other.codec().word(), other.bytes(), other.why()))
            .toList();
    return new Choice(choice.codec().word(), choice.why(), alternatives, Map.of());
  }

  /**
   * Chooses how a calendar value is held.
   *
   * @param table name of the table, or of what several tables have in common
   * @param shared what rows may share; null where sharing is not looked at
   */
  CodecChoice<CalendarCodec> choose(
      String table, CalendarValue source, CalendarMeasure measure, DayCalendars shared)
      throws SQLException {
    CalendarMeasure measured =
        shared == null ? measure : measure.withShared(sample(source, measure.highest()));
    CodecChoice<CalendarCodec> choice =
        new CalendarChoice(measured, sharedTable(table), shared).choose(source.codec());
    long bytes = Math.round(CalendarChoice.rowBytes(choice.chosen()));
    if (bytes > CalendarChoice.MOST_ROW_BYTES) {
      warnings.add(
          "a row of table \""
              + table
              + "\" takes about "
              + bytes
              + " bytes for "
              + measure.nights()
              + " nights; above "
              + CalendarChoice.MOST_ROW_BYTES
              + " it is slow to read: fewer nights in \"calendar\", or another codec, keep it below");
    }
    return choice;
  }

  private static String sharedTable(String table) {
    return table + "_day_calendar";
  }

  /** Measures amounts: a missing one is none, and they have a unit of their own. */
  CalendarMeasure measureAmounts(CalendarValue source) {
    ValueMeasure landed = measure(source);
    return measure(landed.highest(), landed.unit(), Missing.NONE);
  }

  /** Measures a value in units of 1, where higher ones are stored as a highest. */
  CalendarMeasure measure(CalendarValue source, long highest, Missing meaning) {
    return measure(Math.min(measure(source).highest(), highest), 1, meaning);
  }

  private CalendarMeasure measure(long highest, long unit, Missing meaning) {
    return new CalendarMeasure(
        content.horizon().nights(), unit, Math.max(0, highest), meaning, null);
  }

  private SharedEstimate sample(CalendarValue source, long highest) throws SQLException {
    String table = content.versions().get(source.feed()).table().quoted();
    return new SharingSample(reading, table, definition(source.feed()).key())
        .read(source.value(), nights(source, ValueRange.upTo(highest)));
  }

  /**
   * Writes the calendars that rows of some tables share, if they do, once all those are filled.
   *
   * @param tables filled tables of this codec
   * @return the codec as a description keeps it
   */
  CalendarCodec finish(CalendarCodec codec, List<String> tables) throws SQLException {
    if (!(codec instanceof SharedDays shared)) {
      return codec;
    }
    schema.fill(
        new PlannedTable(
            shared.table(),
            List.of(
                PlannedColumn.surrogate("id"),
                new PlannedColumn(
                    SharedDays.RANKS,
                    "bytea",
                    false,
                    (writer, row) -> writer.writeBytes(shared.calendars().ranks(row)),
                    Choice.only("ranks", "a byte a night; rows of other tables share it"))),
            shared.calendars().count(),
            List.of("id")));
    boolean hasNights = false;
    for (String table : tables) {
      hasNights |= hasNights(table);
    }
    return shared.described(hasNights);
  }

  private boolean hasNights(String table) throws SQLException {
    String sql =
        "SELECT EXISTS (SELECT 1 FROM "
            + schema.quoted(table)
            + " WHERE "
            + SharedDays.NIGHTS
            + " IS NOT NULL)";
    try (Statement statement = writing.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getBoolean(1);
    }
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
        + (where.isEmpty() ? "" : " WHERE " + where)
        + (table.codec() instanceof SharedDays ? SharingSample.orderBy(feed.key()) : "");
  }
}
