package tatami.searchtable.calendar;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tatami.searchtable.codec.CodecException;

/**
 * Finds calendars of ranks that rows can share: nights of one rank have one value in a row.
 *
 * <p>A row takes the calendar with its very pattern, else one of the {@value #CANDIDATES} that were
 * used last on which its values are a function of the rank, else one of those on which they are
 * where the row has a value (it then has gaps), else a new one. So a row costs a bounded search,
 * and memory is a byte a night of each calendar, at most {@value #MOST_CALENDARS} of them. Not
 * thread-safe.
 */
public final class DayCalendars {

  /** Most calendars: beyond, rows share too little for this form. */
  public static final int MOST_CALENDARS = 100_000;

  /** Most ranks of a calendar: a byte each. */
  static final int MOST_RANKS = 255;

  private static final int CANDIDATES = 32;
  private static final int BYTE_MASK = 0xFF;
  private static final int MOST_DISTINCT = 256;

  private final List<byte[]> calendars = new ArrayList<>();
  private final List<Integer> rankCounts = new ArrayList<>();
  private final Map<ByteBuffer, Integer> byPattern = new HashMap<>();
  private final Deque<Integer> recent = new ArrayDeque<>();
  private final long[] levels = new long[MOST_DISTINCT];
  private final boolean[] isKnown = new boolean[MOST_DISTINCT];

  /**
   * A row in terms of a calendar.
   *
   * @param calendar its number, from 0 without a gap
   * @param levels value of each rank, {@link CalendarCodec#MISSING} where the row has none
   * @param hasGaps whether the row lacks a value on a night whose rank has one
   */
  record Placed(int calendar, long[] levels, boolean hasGaps) {}

  /** Returns how many calendars there are. */
  public int count() {
    return calendars.size();
  }

  /** Returns the rank of a night of a calendar, from 0. */
  public int rank(int calendar, int night) {
    return calendars.get(calendar)[night] & BYTE_MASK;
  }

  /** Hands over the blocks of a table with the ranks of all calendars. */
  public <E extends Exception> void write(int nights, CalendarRows.BlockSink<E> sink) throws E {
    CalendarRows rows = CalendarRows.of(SharedDays.RANKS, null, 0, count(), nights);
    for (int calendar = 0; calendar < count(); calendar++) {
      int row = calendar;
      rows.put(row, IntStream.range(0, nights).mapToLong(night -> rank(row, night)).toArray());
    }
    rows.write(sink);
  }

  /**
   * Finds or adds the calendar of a row.
   *
   * @throws CodecException if it has more than {@value #MOST_RANKS} different values, or a new
   *     calendar were one too many
   */
  Placed place(long[] values) {
    byte[] pattern = pattern(values);
    if (pattern == null) {
      throw new CodecException(
          "a row has more than " + MOST_RANKS + " different values", "pin codec own_days");
    }
    Integer exact = byPattern.get(ByteBuffer.wrap(pattern));
    if (exact != null) {
      matches(exact, values, false);
      return placed(exact, false);
    }
    for (boolean skipsMissing : new boolean[] {false, true}) {
      for (int candidate : recent) {
        if (matches(candidate, values, skipsMissing)) {
          return placed(candidate, skipsMissing);
        }
      }
    }
    int added = add(pattern);
    matches(added, values, false);
    return placed(added, false);
  }

  /**
   * Numbers the different values in the order in which they first come; null for more than {@value
   * #MOST_RANKS}. Looks through the values seen so far, which are few in rows that share.
   */
  private static byte[] pattern(long[] values) {
    byte[] pattern = new byte[values.length];
    long[] seen = new long[MOST_RANKS];
    int count = 0;
    for (int night = 0; night < values.length; night++) {
      int rank = 0;
      while (rank < count && seen[rank] != values[night]) {
        rank++;
      }
      if (rank == MOST_RANKS) {
        return null;
      }
      if (rank == count) {
        seen[count++] = values[night];
      }
      pattern[night] = (byte) rank;
    }
    return pattern;
  }

  static boolean hasRanks(long[] values) {
    return pattern(values) != null;
  }

  /** Tells whether values are a function of the rank, and leaves the function in the levels. */
  private boolean matches(int calendar, long[] values, boolean skipsMissing) {
    byte[] ranks = calendars.get(calendar);
    Arrays.fill(isKnown, false);
    if (ranks.length != values.length) {
      return false;
    }
    for (int night = 0; night < values.length; night++) {
      int rank = ranks[night] & BYTE_MASK;
      boolean isSkipped = skipsMissing && values[night] == CalendarCodec.MISSING;
      if (!isSkipped && isKnown[rank] && levels[rank] != values[night]) {
        return false;
      }
      if (!isSkipped) {
        levels[rank] = values[night];
        isKnown[rank] = true;
      }
    }
    return true;
  }

  private Placed placed(int calendar, boolean hasGaps) {
    use(calendar);
    long[] found = new long[rankCounts.get(calendar)];
    for (int rank = 0; rank < found.length; rank++) {
      found[rank] = isKnown[rank] ? levels[rank] : CalendarCodec.MISSING;
    }
    return new Placed(calendar, found, hasGaps);
  }

  private int add(byte[] pattern) {
    if (calendars.size() == MOST_CALENDARS) {
      throw new CodecException(
          "rows share too little: calendars=" + MOST_CALENDARS + ", and another is needed",
          "pin codec own_days");
    }
    int ranks = 0;
    for (byte rank : pattern) {
      ranks = Math.max(ranks, (rank & BYTE_MASK) + 1);
    }
    calendars.add(pattern);
    rankCounts.add(ranks);
    byPattern.put(ByteBuffer.wrap(pattern), calendars.size() - 1);
    return calendars.size() - 1;
  }

  private void use(int calendar) {
    if (!recent.isEmpty() && recent.getFirst() == calendar) {
      return;
    }
    for (Iterator<Integer> used = recent.iterator(); used.hasNext(); ) {
      if (used.next() == calendar) {
        used.remove();
        break;
      }
    }
    recent.addFirst(calendar);
    if (recent.size() > CANDIDATES) {
      recent.removeLast();
    }
  }
}
