package tatami.searchbuild.fill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import tatami.ingest.copy.BinaryCopyReader;
import tatami.ingest.copy.BinaryCopyWriter;
import tatami.ingest.feed.ColumnType;
import tatami.searchbuild.encoding.PlannedColumn;
import tatami.searchtable.codec.CalendarCodec;
import tatami.searchtable.codec.CodecException;
import tatami.searchtable.layout.MeasuredRows;

/** Copies the packed rows of one master table into one table of calendars of a release. */
final class CalendarCopy {

  private final CalendarTable table;
  private final LandedNights nights;
  private final List<PlannedColumn> columns;
  private final BinaryCopyReader reader;
  private final BinaryCopyWriter writer;
  private final MeasuredRows measured;
  private int rows;
  private long cellCount;

  /**
   * Copies from a reader to a writer.
   *
   * @param nights what the columns write
   * @param columns in physical order
   * @param measured passes fields on to the writer
   */
  CalendarCopy(
      CalendarTable table,
      LandedNights nights,
      List<PlannedColumn> columns,
      BinaryCopyReader reader,
      BinaryCopyWriter writer,
      MeasuredRows measured) {
    this.table = table;
    this.nights = nights;
    this.columns = columns;
    this.reader = reader;
    this.writer = writer;
    this.measured = measured;
  }

  int rows() {
    return rows;
  }

  long cells() {
    return cellCount;
  }

  void copyRows(List<ColumnType> keyTypes, Function<List<Object>, int[]> surrogates, int denseRows)
      throws SQLException {
    BitSet written = new BitSet(denseRows);
    while (reader.nextRow()) {
      List<Object> key = readKey(keyTypes);
      int[] owners = surrogates.apply(key);
      long present = nights.read(reader);
      if (owners.length == 0 || (present == 0 && denseRows == 0)) {
        continue;
      }
      requireFits(key);
      for (int owner : owners) {
        write(owner);
        written.set(owner);
        cellCount += present;
      }
    }
    nights.clear();
    for (int owner = written.nextClearBit(0);
        owner < denseRows;
        owner = written.nextClearBit(owner + 1)) {
      write(owner);
    }
  }

  private List<Object> readKey(List<ColumnType> keyTypes) {
    List<Object> key = new ArrayList<>(keyTypes.size());
    for (ColumnType type : keyTypes) {
      key.add(type == ColumnType.TEXT ? reader.readText() : reader.readInteger());
    }
    return key;
  }

  private void requireFits(List<Object> key) {
    CalendarCodec codec = table.codec();
    if (codec.fits(nights.values())) {
      return;
    }
    int night = codec.findMisfit(nights.values());
    String what =
        night < 0
            ? "so many different values"
            : "value " + nights.values()[night] + " on night " + (night + 1) + " of the horizon";
    throw new CodecException(
        "table \""
            + table.name()
            + "\": codec "
            + codec.word()
            + " cannot hold "
            + what
            + " of \""
            + table.source().feed()
            + "."
            + table.source().value()
            + "\" in row "
            + key,
        "pin codec array, or none");
  }

  private void write(int owner) throws SQLException {
    writer.startRow(columns.size());
    for (PlannedColumn column : columns) {
      column.value().write(measured, owner);
    }
    measured.endRow();
    rows++;
  }
}
