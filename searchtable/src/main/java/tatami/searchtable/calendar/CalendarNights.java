package tatami.searchtable.calendar;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Nights of a calendar table, read from its planes.
 *
 * <p>A row or night that was not read is missing. Not thread-safe: {@link SharedDays} keep what
 * they decoded.
 */
public abstract sealed class CalendarNights {

  private CalendarNights() {}

  /** Reads a table of {@link OwnDays}. */
  public static CalendarNights of(OwnDays codec, CellBlocks blocks) {
    return new Own(codec.unit(), blocks);
  }

  /**
   * Reads a table of {@link SharedDays}.
   *
   * @param ranks the shared table
   */
  public static CalendarNights of(SharedDays codec, CellBlocks blocks, CellBlocks ranks) {
    return new Shared(codec.unit(), blocks, ranks);
  }

  /** Returns the planes of a table of {@link OwnDays} that some nights need, ascending. */
  public static int[] planes(int firstNight, int nights) {
    return IntStream.range(firstNight, firstNight + nights).toArray();
  }

  /**
   * Returns the planes of a table of {@link SharedDays} that some nights need, ascending.
   *
   * @param ranks the shared table: those nights of all its calendars
   */
  public static int[] sharedPlanes(CellBlocks ranks, int firstNight, int nights) {
    BitSet needed = new BitSet();
    for (int calendar = 0; ranks.cell(firstNight, calendar) >= 0; calendar++) {
      for (int night = firstNight; night < firstNight + nights; night++) {
        needed.set((int) ranks.cell(night, calendar));
      }
    }
    return IntStream.concat(
            IntStream.concat(
                IntStream.of(SharedDays.CALENDAR_PLANE),
                needed.stream().map(SharedDays::levelPlane)),
            IntStream.range(firstNight, firstNight + nights).map(SharedDays::gapPlane))
        .toArray();
  }

  /**
   * Returns the value of a night.
   *
   * @return {@link CalendarCodec#MISSING} where there is none
   */
  public abstract long at(int row, int night);

  /** Reads nights that follow each other: what {@link #at} returns for each of them. */
  public void read(int row, int firstNight, int nights, long[] values) {
    for (int place = 0; place < nights; place++) {
      values[place] = at(row, firstNight + place);
    }
  }

  /** Adds the rows that may have a value on a night that was read to a set. */
  public abstract void addRows(BitSet rows);

  private static final class Own extends CalendarNights {

    private final long unit;
    private final CellBlocks blocks;

    Own(long unit, CellBlocks blocks) {
      this.unit = unit;
      this.blocks = blocks;
    }

    @Override
    public long at(int row, int night) {
      long cell = blocks.cell(night, row);
      return cell == CalendarCodec.MISSING ? cell : cell * unit;
    }

    @Override
    public void addRows(BitSet rows) {
      blocks.addRows(rows);
    }
  }

  private static final class Shared extends CalendarNights {

    private static final long UNREAD = Long.MIN_VALUE;

    /** So many nights are read one by one: few of them have one level. */
    private static final int FEW_NIGHTS = 8;

    private final long unit;
    private final CellBlocks blocks;
    private final CellBlocks ranks;
    private final long[] levels = new long[DayCalendars.MOST_RANKS];

    Shared(long unit, CellBlocks blocks, CellBlocks ranks) {
      this.unit = unit;
      this.blocks = blocks;
      this.ranks = ranks;
    }

    @Override
    public long at(int row, int night) {
      long calendar = blocks.cell(SharedDays.CALENDAR_PLANE, row);
      if (calendar == CalendarCodec.MISSING) {
        return calendar;
      }
      return blocks.cell(SharedDays.gapPlane(night), row) == CalendarCodec.MISSING
          ? level(row, (int) ranks.cell(night, (int) calendar))
          : CalendarCodec.MISSING;
    }

    private long level(int row, int rank) {
      long level = rank < 0 ? CalendarCodec.MISSING : blocks.cell(SharedDays.levelPlane(rank), row);
      return level == CalendarCodec.MISSING ? level : level * unit;
    }

    @Override
    public void addRows(BitSet rows) {
      blocks.addRows(SharedDays.CALENDAR_PLANE, rows);
    }

    /** Decodes each level once: many nights have few. */
    @Override
    public void read(int row, int firstNight, int nights, long[] values) {
      if (nights <= FEW_NIGHTS) {
        super.read(row, firstNight, nights, values);
        return;
      }
      int calendar = (int) blocks.cell(SharedDays.CALENDAR_PLANE, row);
      Arrays.fill(levels, UNREAD);
      for (int place = 0; place < nights; place++) {
        int night = firstNight + place;
        int rank = calendar < 0 ? (int) CalendarCodec.MISSING : (int) ranks.cell(night, calendar);
        if (rank < 0 || blocks.cell(SharedDays.gapPlane(night), row) != CalendarCodec.MISSING) {
          values[place] = CalendarCodec.MISSING;
        } else {
          if (levels[rank] == UNREAD) {
            levels[rank] = level(row, rank);
          }
          values[place] = levels[rank];
        }
      }
    }
  }
}
