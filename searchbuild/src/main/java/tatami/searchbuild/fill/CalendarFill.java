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
import tatami.ingest.feed.ColumnType;
import tatami.ingest.feed.FeedDefinition;
import tatami.ingest.landing.LandedFeed.LandedDays;
import tatami.ingest.landing.LandedFeed.ValueMeasure;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.encoding.PlannedColumn.Choice;
import tatami.searchbuild.master.MasterVersion;
import tatami.searchbuild.numbering.NumberedRows;
import tatami.searchtable.calendar.CalendarChoice;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.calendar.CalendarMeasure;
import tatami.searchtable.calendar.CalendarRows;
import tatami.searchtable.calendar.CellBlock;
import tatami.searchtable.calendar.DayCalendars;
import tatami.searchtable.calendar.SharedDays;
import tatami.searchtable.calendar.SharedEstimate;
import tatami.searchtable.codec.CodecChoice;
import tatami.searchtable.layout.TableLayout.Alternative;

/**
 * Fills tables of calendars from the packed rows of master tables: cut to the horizon, in the codec
 * that was chosen or pinned.
 */
final class CalendarFill {

  private static final int MOST_BYTES = 256 << 20;

  /** What a packed row takes besides its bytes. */
  private static final int OVERHEAD_BYTES = 64;

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

  ReleaseSchema.Mark mark() throws SQLException {
    return schema.mark();
  }

  void rollBackTo(ReleaseSchema.Mark mark) throws SQLException {
    schema.rollBackTo(mark);
  }

  int countOffers() {
    return offers.count();
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
   * Creates and fills a calendar table. Rows are packed in memory before their blocks are written:
   * as many at a time as take about {@value #MOST_BYTES} bytes, so that a larger table reads its
   * feed several times.
   *
   * @param table what it is
   * @param conditions which rows of the feed
   * @param surrogates who a key of the feed belongs to
   * @return how many cells it holds, and in how many rows
   */
  FilledCells fill(
      CalendarTable table, List<KeyCondition> conditions, Function<List<Object>, int[]> surrogates)
      throws SQLException {
    CalendarCopy copy =
        new CalendarCopy(
            table, nights(table.source(), table.range()), keyTypes(table, conditions), surrogates);
    String select = select(table, conditions);
    try (BlockTable blocks = new BlockTable(schema, writing, table.name(), why(table.choice()))) {
      int rowsAtOnce = rowsAtOnce(table);
      for (int first = 0; first < table.rows(); first += rowsAtOnce) {
        int end = (int) Math.min(table.rows(), (long) first + rowsAtOnce);
        CalendarRows rows =
            CalendarRows.of(table.codec(), table.shared(), first, end, content.horizon().nights());
        try (BinaryCopyReader reader = new BinaryCopyReader(reading, select)) {
          copy.copy(reader, rows, first, end);
        }
        rows.write(blocks::write);
      }
      blocks.finish();
    }
    return copy.filled();
  }

  private static int rowsAtOnce(CalendarTable table) {
    double rowBytes = table.choice().chosen().bytes() + OVERHEAD_BYTES;
    int blocks = (int) Math.max(1, MOST_BYTES / rowBytes / CellBlock.ROWS);
    return blocks * CellBlock.ROWS;
  }

  private LandedNights nights(CalendarValue source, ValueRange range) {
    return new LandedNights(days(source), content.horizon(), range);
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
   * @param mayShare whether it is looked at what rows would share
   */
  CodecChoice<CalendarCodec> choose(
      String table, CalendarValue source, CalendarMeasure measure, boolean mayShare)
      throws SQLException {
    CalendarMeasure measured =
        mayShare ? measure.withShared(sample(source, measure.highest())) : measure;
    return new CalendarChoice(measured, sharedTable(table)).choose(source.codec());
  }

  private static String sharedTable(String table) {
    return table + "_day_calendar";
  }

  /** Measures amounts: they have a unit of their own. */
  CalendarMeasure measureAmounts(CalendarValue source) {
    ValueMeasure landed = measure(source);
    return measure(landed.highest(), landed.unit());
  }

  /** Measures a value in units of 1, where higher ones are stored as a highest. */
  CalendarMeasure measure(CalendarValue source, long highest) {
    return measure(Math.min(measure(source).highest(), highest), 1);
  }

  private CalendarMeasure measure(long highest, long unit) {
    return new CalendarMeasure(content.horizon().nights(), unit, Math.max(0, highest), null);
  }

  private SharedEstimate sample(CalendarValue source, long highest) throws SQLException {
    String table = content.versions().get(source.feed()).table().quoted();
    return new SharingSample(reading, table, definition(source.feed()).key())
        .read(source.value(), nights(source, ValueRange.upTo(highest)));
  }

  /** Writes the calendars that rows of some tables share, if they do, once those are filled. */
  void fillShared(CalendarCodec codec, DayCalendars calendars) throws SQLException {
    if (!(codec instanceof SharedDays shared)) {
      return;
    }
    String why = "ranks, which rows of other tables share";
    try (BlockTable blocks =
        new BlockTable(schema, writing, shared.table(), BlockTable.only(SharedDays.RANKS, why))) {
      calendars.write(content.horizon().nights(), blocks::write);
      blocks.finish();
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
