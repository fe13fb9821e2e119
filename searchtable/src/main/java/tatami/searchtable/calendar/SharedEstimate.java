package tatami.searchtable.calendar;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well rows would share calendars, from a sample of them.
 *
 * <p>Calendars of all rows are those of the sample, and one more for each further row with the
 * chance that a row of the sample was alone with its calendar (Good and Turing); as further rows
 * also find company, that is too many rather than too few.
 */
public final class SharedEstimate {

  /** Fewest rows of a calendar, on average. */
  private static final int LEAST_ROWS = 4;

  private static final int ONE_BYTE = 255;
  private static final double BIT = 1.0 / Byte.SIZE;

  /** Bytes that a block takes besides its cells: header, key, and the entry of the index. */
  private static final double BLOCK_SHARE = 64.0 / CellBlock.ROWS;

  private final DayCalendars calendars = new DayCalendars();
  private final Map<Integer, Integer> rowsOf = new HashMap<>();
  private final long allRows;
  private long rows;
  private long misfits;
  private long ranks;
  private long gaps;
  private long present;

  /** Starts without a row. */
  public SharedEstimate(long allRows) {
    this.allRows = allRows;
  }

  /** Adds a row of the sample. */
  public void add(long[] values) {
    rows++;
    present += Arrays.stream(values).filter(value -> value != CalendarCodec.MISSING).count();
    if (!DayCalendars.hasRanks(values)) {
      misfits++;
      return;
    }
    DayCalendars.Placed row = calendars.place(values);
    rowsOf.merge(row.calendar(), 1, Integer::sum);
    ranks += row.levels().length;
    gaps += row.hasGaps() ? countGaps(row, values) : 0;
  }

  private long countGaps(DayCalendars.Placed row, long[] values) {
    return IntStream.range(0, values.length)
        .filter(night -> values[night] == CalendarCodec.MISSING)
        .filter(
            night -> row.levels()[calendars.rank(row.calendar(), night)] != CalendarCodec.MISSING)
        .count();
  }

  /**
   * Tells whether every row of the sample has few enough different values, and calendars have
   * several rows: what it costs to read them was measured for few calendars.
   */
  boolean isPossible() {
    boolean isShared = rows > 0 && calendars() * LEAST_ROWS <= Math.max(rows, allRows);
    return misfits == 0 && isShared && calendars() < DayCalendars.MOST_CALENDARS / 2.0;
  }

  /** Returns how many calendars all rows need, about. */
  double calendars() {
    long alone = rowsOf.values().stream().filter(count -> count == 1).count();
    double further = Math.max(0, allRows - rows);
    return calendars.count() + (rows == 0 ? 0 : further * alone / rows);
  }

  /**
   * Returns the bytes of a row and of its share of blocks and calendars.
   *
   * @param levelBytes bytes of a level
   */
  double bytes(int levelBytes, int nights) {
    double perRow = Math.max(1, rows);
    double calendarNumber = calendars() < ONE_BYTE ? 1 : Short.BYTES;
    double levels = ranks / perRow * (levelBytes + BLOCK_SHARE);
    double gapShare = gaps / perRow / nights;
    double gapBlocks = nights * (1 - Math.pow(1 - gapShare, CellBlock.ROWS));
    double share = calendars() * nights / Math.max(1, Math.max(rows, allRows));
    return calendarNumber + levels + gapBlocks * (BIT + BLOCK_SHARE) + share;
  }

  /**
   * Returns the bytes of a row of own days, and of its share of blocks: dense, or a bit a night and
   * the cells that are there.
   *
   * @param cellBytes bytes of a cell
   */
  double ownBytes(int cellBytes, int nights) {
    double there = rows == 0 ? 1 : (double) present / rows / nights;
    return nights * (Math.min(cellBytes, BIT + there * cellBytes) + BLOCK_SHARE);
  }

  /** Returns how many ranks the calendars of the sample have on a night, on average. */
  double ranksOfNight(int nights) {
    long all = 0;
    for (int night = 0; night < nights; night++) {
      BitSet found = new BitSet();
      for (int calendar = 0; calendar < calendars.count(); calendar++) {
        found.set(calendars.rank(calendar, night));
      }
      all += found.cardinality();
    }
    return (double) all / nights;
  }

  String why() {
    return "sample of "
        + rows
        + " rows: "
        + calendars.count()
        + " calendars, about "
        + Math.round(calendars())
        + " for all "
        + Math.max(rows, allRows)
        + " rows";
  }
}
