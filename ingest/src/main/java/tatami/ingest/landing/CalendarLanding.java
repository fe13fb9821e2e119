package tatami.ingest.landing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tatami.ingest.copy.BinaryCopyWriter;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.ColumnType;
import tatami.ingest.feed.FeedDefinition;
import tatami.ingest.landing.LandedFeed.LandedDays;
import tatami.ingest.landing.LandedFeed.ValueMeasure;
import tatami.ingest.source.FeedRefusedException;
import tatami.ingest.source.FeedSource;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.packing.PackedCells;

/** Lands a calendar feed: packs it in memory while reading, then copies one row per key. */
final class CalendarLanding {

  /** Ten years: more is an outlier, not a calendar. */
  static final int LONGEST_RANGE = 3_660;

  private final Connection connection;
  private final FeedSource source;
  private final FeedDefinition feed;
  private final TypedRows types;
  private final LandingCounts counts;

  CalendarLanding(Connection connection, FeedSource source, TypedRows types, LandingCounts counts) {
    this.connection = connection;
    this.source = source;
    this.feed = source.feed();
    this.types = types;
    this.counts = counts;
  }

  LandedFeed land(MasterTable table) throws SQLException {
    CalendarPacker packer = new CalendarPacker(feed, types, counts);
    source.read(packer);
    if (packer.hasContradictions()) {
      source.read(packer.contradictionVisitor());
    }
    List<PackedRow> rows = packer.rows();
    DayRange range = range(rows, packer);
    List<ValueMeasure> measures = measure(rows, range);
    write(table, rows, range, measures);
    long cells = measures.stream().mapToLong(ValueMeasure::cells).sum();
    return counts.landed(
        cells, rows.size(), new LandedDays(packer.day(range.first()), range.count(), measures));
  }

  /** Days relative to the packer's origin. */
  private record DayRange(int first, int last) {
    int count() {
      return last - first + 1;
    }
  }

  private DayRange range(List<PackedRow> rows, CalendarPacker packer) {
    if (rows.isEmpty()) {
      throw new FeedRefusedException(
          feed.name(), "no row of " + source.files().get(0).name() + " is good");
    }
    int first = rows.stream().mapToInt(PackedRow::firstDay).min().orElseThrow();
    int last = rows.stream().mapToInt(PackedRow::lastDay).max().orElseThrow();
    if (last - first + 1 > LONGEST_RANGE) {
      throw new FeedRefusedException(
          feed.name(),
          "its days reach from "
              + packer.day(first)
              + " to "
              + packer.day(last)
              + ", more than "
              + LONGEST_RANGE
              + " days; correct the outlier and deliver it again");
    }
    return new DayRange(first, last);
  }

  private List<ValueMeasure> measure(List<PackedRow> rows, DayRange range) {
    List<ValueMeasure> measures = new ArrayList<>();
    List<ColumnDefinition> values = feed.calendar().values();
    for (int index = 0; index < values.size(); index++) {
      measures.add(measure(values.get(index).name(), index, rows, range));
    }
    return measures;
  }

  private static ValueMeasure measure(
      String name, int value, List<PackedRow> rows, DayRange range) {
    long cells = 0;
    long highest = PackedCells.MISSING;
    long unit = 0;
    for (PackedRow row : rows) {
      for (int day = range.first(); day <= range.last(); day++) {
        long cell = row.cells(value).get(day);
        if (cell != PackedCells.MISSING) {
          cells++;
          highest = Math.max(highest, cell);
          unit =
              cell % Math.max(unit, 1) == 0 && unit > 0 ? unit : greatestCommonDivisor(unit, cell);
        }
      }
    }
    return new ValueMeasure(name, cells, highest, Math.max(unit, 1));
  }

  private static long greatestCommonDivisor(long left, long right) {
    long a = left;
    long b = right;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  private void write(
      MasterTable table, List<PackedRow> rows, DayRange range, List<ValueMeasure> measures)
      throws SQLException {
    List<IntegerWidth> widths =
        measures.stream().map(measure -> IntegerWidth.narrowestFor(-1, measure.highest())).toList();
    createTable(table, widths);
    List<String> columns = new ArrayList<>(feed.key());
    measures.forEach(measure -> columns.add(measure.name()));
    try (BinaryCopyWriter writer = new BinaryCopyWriter(connection, table.copyTarget(columns))) {
      long[] cells = new long[range.count()];
      for (PackedRow row : rows) {
        writer.startRow(columns.size());
        writeKey(writer, row.key());
        for (int value = 0; value < widths.size(); value++) {
          row.copyTo(value, range.first(), cells);
          writer.writeIntegers(widths.get(value), cells);
        }
      }
      writer.finish();
    }
    String key = feed.key().stream().map(MasterTable::quote).collect(Collectors.joining(", "));
    execute("ALTER TABLE " + table.quoted() + " ADD PRIMARY KEY (" + key + ")");
  }

  private void createTable(MasterTable table, List<IntegerWidth> widths) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (String component : feed.key()) {
      ColumnType type = feed.findColumn(component).orElseThrow().type();
      columns.add(MasterTable.quote(component) + " " + type.postgresType() + " NOT NULL");
    }
    List<ColumnDefinition> values = feed.calendar().values();
    for (int index = 0; index < widths.size(); index++) {
      columns.add(
          MasterTable.quote(values.get(index).name())
              + " "
              + widths.get(index).type()
              + "[] NOT NULL");
    }
    execute("CREATE TABLE " + table.quoted() + " (\n  " + String.join(",\n  ", columns) + "\n)");
  }

  private void writeKey(BinaryCopyWriter writer, List<Object> key) {
    for (Object component : key) {
      if (component instanceof Integer number) {
        writer.writeInteger(IntegerWidth.INT4, number.longValue());
      } else if (component instanceof Long number) {
        writer.writeInteger(IntegerWidth.INT8, number.longValue());
      } else {
        writer.writeText((String) component);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
