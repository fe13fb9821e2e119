package tatami.searchbuild.fill;

import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import tatami.ingest.copy.BinaryCopyReader;
import tatami.ingest.copy.BinaryCopyWriter;
import tatami.ingest.feed.ColumnType;
import tatami.ingest.landing.LandedFeed.LandedDays;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.description.ReleaseDescription.Horizon;
import tatami.searchtable.layout.MeasuredRows;
import tatami.searchtable.packing.PackedCells;

/** Copies the packed rows of one master table into one packed table of a release. */
final class CalendarCopy {

  private final CalendarTable table;
  private final IntegerWidth width;
  private final BinaryCopyReader reader;
  private final BinaryCopyWriter writer;
  private final MeasuredRows measured;
  private final long[] landed;
  private final long[] cells;
  private final int offset;
  private int rows;
  private long cellCount;

  CalendarCopy(
      CalendarTable table,
      IntegerWidth width,
      LandedDays days,
      Horizon horizon,
      BinaryCopyReader reader,
      BinaryCopyWriter writer,
      MeasuredRows measured) {
    this.table = table;
    this.width = width;
    this.reader = reader;
    this.writer = writer;
    this.measured = measured;
    this.landed = new long[days.count()];
    this.cells = new long[horizon.nights()];
    this.offset = (int) ChronoUnit.DAYS.between(days.firstDay(), horizon.firstNight());
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
      int[] owners = surrogates.apply(readKey(keyTypes));
      long present = cut(reader.readIntegers(landed));
      if (present == 0 && denseRows == 0) {
        continue;
      }
      for (int owner : owners) {
        write(owner);
        written.set(owner);
        cellCount += present;
      }
    }
    Arrays.fill(cells, PackedCells.MISSING);
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

  /** Cuts the landed days to the horizon, in units; returns how many cells have a value. */
  private long cut(int landedCount) {
    long present = 0;
    for (int night = 0; night < cells.length; night++) {
      int day = night + offset;
      long value = day >= 0 && day < landedCount ? landed[day] : PackedCells.MISSING;
      if (value == PackedCells.MISSING) {
        cells[night] = PackedCells.MISSING;
      } else {
        cells[night] = Math.min(value, table.highest()) / table.unit();
        present++;
      }
    }
    return present;
  }

  private void write(int owner) throws SQLException {
    writer.startRow(2);
    measured.writeInteger(IntegerWidth.INT4, owner);
    measured.writeIntegers(width, cells);
    measured.endRow();
    rows++;
  }
}
