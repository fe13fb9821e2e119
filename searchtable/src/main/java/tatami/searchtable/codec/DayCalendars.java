package tatami.searchtable.codec;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Finds calendars of ranks that rows can share: nights of one rank have one value in a row.
 *
 * <p>A row takes the calendar with its very pattern, else one of the {@value #CANDIDATES} that were
 * used last on which its values are a function of the rank, else one of those on which they are
 * where the row has a value (its nights are then bits), else a new one. So a row costs a bounded
 * search, and memory is a byte a night of each calendar, at most {@value #MOST_CALENDARS} of them.
 * Not thread-safe.
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
  private SharedDays lastCodec;
  private long[] lastValues;
  private Placed last;

  /**
   * A row in terms of a calendar.
   *
   * @param calendar its number, from 0 without a gap
   * @param levels value of each rank, {@link CalendarCodec#MISSING} where the row has none
   * @param nights a bit for each night with a value; null where the levels tell
   */
  record Placed(int calendar, long[] levels, byte[] nights) {}

  /** Returns how many calendars there are. */
  public int count() {
    return calendars.size();
  }

  /** Returns the rank of each night of a calendar, a byte each. */
  public byte[] ranks(int calendar) {
    return calendars.get(calendar).clone();
  }

  /**
   * Finds or adds the calendar of a row.
   *
   * @param values not more than {@value #MOST_RANKS} different ones
   * @throws CodecException if a new calendar were one too many
   */
  Placed place(long[] values) {
    byte[] pattern = pattern(values);
    Integer exact = byPattern.get(ByteBuffer.wrap(pattern));
    if (exact != null) {
      matches(exact, values, false);
      return placed(exact, null);
    }
    for (boolean skipsMissing : new boolean[] {false, true}) {
      for (int candidate : recent) {
        if (matches(candidate, values, skipsMissing)) {
          return placed(candidate, skipsMissing ? DayBits.bitsOf(values, 0) : null);
        }
      }
    }
    int added = add(pattern);
    matches(added, values, false);
    return placed(added, null);
  }

  /** Finds the calendar of a row, once for all fields of the row. */
  Placed placeOnce(long[] values, SharedDays codec) {
    if (!codec.equals(lastCodec) || !Arrays.equals(lastValues, values)) {
      codec.checkFits(values);
      last = place(values);
      lastCodec = codec;
      lastValues = values.clone();
    }
    return last;
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

  private Placed placed(int calendar, byte[] nights) {
    use(calendar);
    long[] found = new long[rankCounts.get(calendar)];
    for (int rank = 0; rank < found.length; rank++) {
      found[rank] = isKnown[rank] ? levels[rank] : CalendarCodec.MISSING;
    }
    return new Placed(calendar, found, nights);
  }

  private int add(byte[] pattern) {
    if (calendars.size() == MOST_CALENDARS) {
      throw new CodecException(
          "rows share too little: calendars=" + MOST_CALENDARS + ", and another is needed",
          "pin codec array or bytes");
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
