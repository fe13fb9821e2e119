package tatami.searchtable.calendar;

import java.util.Arrays;

/**
 * Rows of a calendar table on their way into its blocks. Kept packed, so they take about what the
 * table will. Not thread-safe.
 */
public abstract sealed class CalendarRows {

  private final int firstRow;
  private final int endRow;
  private final long unit;

  private CalendarRows(int firstRow, int endRow, long unit) {
    if (firstRow % CellBlock.ROWS != 0) {
      throw new IllegalArgumentException("not the first row of a block: row=" + firstRow);
    }
    this.firstRow = firstRow;
    this.endRow = endRow;
    this.unit = unit;
  }

  /**
   * Starts without a row.
   *
   * @param shared the calendars of {@link SharedDays}, those of other tables among them; unused for
   *     {@link OwnDays}
   * @param firstRow lowest surrogate, the first of a block
   * @param endRow one more than the highest
   * @param nights nights of a calendar
   */
  public static CalendarRows of(
      CalendarCodec codec, DayCalendars shared, int firstRow, int endRow, int nights) {
    return codec instanceof SharedDays
        ? new Shared(codec.unit(), shared, firstRow, endRow, nights)
        : new Own(codec.unit(), firstRow, endRow, nights);
  }

  /**
   * Takes the blocks of a table.
   *
   * @param <E> what may go wrong there
   */
  @FunctionalInterface
  public interface BlockSink<E extends Exception> {
    /** Takes a block that has a cell. */
    void accept(int plane, int block, byte[] cells) throws E;
  }

  /**
   * Takes a row that has a value, in place of what it had.
   *
   * @param values by night, in multiples of the codec's unit
   * @throws tatami.searchtable.codec.CodecException if {@link SharedDays} cannot hold it
   */
  public void put(int row, long[] values) {
    put(row - firstRow, values, unit);
  }

  /** Hands over all blocks, plane by plane. */
  public abstract <E extends Exception> void write(BlockSink<E> sink) throws E;

  abstract void put(int place, long[] values, long unitOfValues);

  final int countRows() {
    return endRow - firstRow;
  }

  /** The cell of a place. */
  interface Cells {
    long at(int place);
  }

  final <E extends Exception> void writePlane(int plane, BlockSink<E> sink, Cells cells) throws E {
    long[] block = new long[CellBlock.ROWS];
    for (int first = 0; first < countRows(); first += CellBlock.ROWS) {
      int count = Math.min(CellBlock.ROWS, countRows() - first);
      for (int place = 0; place < count; place++) {
        block[place] = cells.at(first + place);
      }
      byte[] packed = CellBlock.pack(block, count);
      if (packed != null) {
        sink.accept(plane, (firstRow + first) / CellBlock.ROWS, packed);
      }
    }
  }

  static long cell(byte[] packed, int place) {
    return packed == null ? CalendarCodec.MISSING : CellBlock.cell(packed, 0, place);
  }

  static byte[] packed(long[] values, long unit) {
    long[] cells = new long[values.length];
    for (int place = 0; place < cells.length; place++) {
      long value = values[place];
      if (value != CalendarCodec.MISSING && value % unit != 0) {
        throw new IllegalArgumentException("no multiple of the unit: value=" + value);
      }
      cells[place] = value == CalendarCodec.MISSING ? value : value / unit;
    }
    return CellBlock.pack(cells, cells.length);
  }

  private static final class Own extends CalendarRows {

    private final byte[][] rows;
    private final int nights;

    Own(long unit, int firstRow, int endRow, int nights) {
      super(firstRow, endRow, unit);
      this.nights = nights;
      rows = new byte[countRows()][];
    }

    @Override
    void put(int place, long[] values, long unit) {
      rows[place] = packed(values, unit);
    }

    @Override
    public <E extends Exception> void write(BlockSink<E> sink) throws E {
      for (int plane = 0; plane < nights; plane++) {
        int night = plane;
        writePlane(plane, sink, place -> cell(rows[place], night));
      }
    }
  }

  private static final class Shared extends CalendarRows {

    private final DayCalendars calendars;
    private final int nights;
    private final int[] calendarOf;
    private final byte[][] levels;
    private final byte[][] gaps;
    private int ranks;

    Shared(long unit, DayCalendars calendars, int firstRow, int endRow, int nights) {
      super(firstRow, endRow, unit);
      this.calendars = calendars;
      this.nights = nights;
      calendarOf = new int[countRows()];
      Arrays.fill(calendarOf, (int) CalendarCodec.MISSING);
      levels = new byte[countRows()][];
      gaps = new byte[countRows()][];
    }

    @Override
    void put(int place, long[] values, long unit) {
      DayCalendars.Placed row = calendars.place(values);
      calendarOf[place] = row.calendar();
      levels[place] = packed(row.levels(), unit);
      gaps[place] = row.hasGaps() ? packed(gaps(row, values), 1) : null;
      ranks = Math.max(ranks, row.levels().length);
    }

    private long[] gaps(DayCalendars.Placed row, long[] values) {
      long[] marks = new long[nights];
      for (int night = 0; night < nights; night++) {
        boolean hasLevel =
            row.levels()[calendars.rank(row.calendar(), night)] != CalendarCodec.MISSING;
        boolean isGap = values[night] == CalendarCodec.MISSING && hasLevel;
        marks[night] = isGap ? 1 : CalendarCodec.MISSING;
      }
      return marks;
    }

    @Override
    public <E extends Exception> void write(BlockSink<E> sink) throws E {
      writePlane(SharedDays.CALENDAR_PLANE, sink, place -> calendarOf[place]);
      for (int level = 0; level < ranks; level++) {
        int rank = level;
        writePlane(SharedDays.levelPlane(rank), sink, place -> cell(levels[place], rank));
      }
      for (int gap = 0; gap < nights; gap++) {
        int night = gap;
        writePlane(SharedDays.gapPlane(night), sink, place -> cell(gaps[place], night));
      }
    }
  }
}
