package tatami.query.mirror.night;

import java.util.Arrays;
import java.util.stream.IntStream;
import tatami.query.mirror.bits.Bits;

/**
 * Calendars as the release shares them: a row has the number of a calendar, which gives the rank of
 * every night, and a value of each rank. A row that was changed has a calendar of its own.
 *
 * <pre>
 *   value of (row, night) = levels[starts[row] + ranks[calendar[row] × nights + night]]
 *   of a row that changed = own[starts[row] + night]
 * </pre>
 */
public final class SharedLevels extends StoredNights {

  /** The rank of a night on which a calendar has none. */
  static final int NO_RANK = 0xFF;

  /** The calendar of a row that has its own nights. */
  private static final int OWN = -1;

  private final RowPlaces places;
  private final SharedRanks ranks;
  private final long unit;

  /** By place: the number of its calendar. */
  private int[] calendars;

  /** By place: where its levels, or its own nights, start. */
  private int[] starts;

  /** By place: how many levels it has. */
  private int[] counts;

  /** Cells of levels: the value / unit + 1, 0 where it is missing. */
  private final int[] levels;

  /** The same where one of them needs more than 31 bits; else null. */
  private final long[] wideLevels;

  /** By night: the places that have no value there though their rank has one; null for none. */
  private final long[][] gaps;

  /** Values of rows that have their own nights. */
  private long[] own = new long[0];

  private int ownEnd;

  /**
   * Takes calendars as they were read.
   *
   * @param calendars by place
   * @param starts by place: where its levels start
   * @param counts by place: how many levels it has
   * @param levels cells
   * @param gaps by night
   */
  SharedLevels(
      RowPlaces places,
      SharedRanks ranks,
      long unit,
      int[] calendars,
      int[] starts,
      int[] counts,
      long[] levels,
      long[][] gaps) {
    super(gaps.length);
    this.places = places;
    this.ranks = ranks;
    this.unit = unit;
    this.calendars = calendars;
    this.starts = starts;
    this.counts = counts;
    boolean isNarrow = Arrays.stream(levels).allMatch(level -> level == (int) level);
    this.levels = isNarrow ? Arrays.stream(levels).mapToInt(Math::toIntExact).toArray() : null;
    wideLevels = isNarrow ? null : levels;
    this.gaps = gaps;
  }

  @Override
  public long at(int id, int night) {
    int place = places.of(id);
    return place == RowPlaces.NONE ? MISSING : valueAt(place, night);
  }

  /** Returns the ranks, which other tables may have too. */
  SharedRanks ranks() {
    return ranks;
  }

  private long level(int at) {
    return wideLevels == null ? levels[at] : wideLevels[at];
  }

  private long valueAt(int place, int night) {
    int calendar = calendars[place];
    if (calendar == OWN) {
      return own[starts[place] + night];
    }
    int rank = ranks.at(night, calendar);
    if (rank >= counts[place] || gaps[night] != null && Bits.get(gaps[night], place)) {
      return MISSING;
    }
    long cell = level(starts[place] + rank);
    return cell == 0 ? MISSING : (cell - 1) * unit;
  }

  @Override
  public long sum(int id, int firstNight, int count) {
    int place = places.of(id);
    int calendar = calendars[place];
    int start = starts[place];
    long cells = 0;
    if (calendar == OWN) {
      for (int night = firstNight; night < firstNight + count; night++) {
        cells += own[start + night];
      }
      return cells;
    }
    for (int night = firstNight; night < firstNight + count; night++) {
      cells += level(start + ranks.at(night, calendar));
    }
    return (cells - count) * unit;
  }

  @Override
  public void read(int id, int firstNight, int count, long[] cells) {
    int place = places.of(id);
    if (place == RowPlaces.NONE) {
      Arrays.fill(cells, 0, count, MISSING);
      return;
    }
    for (int night = 0; night < count; night++) {
      cells[night] = valueAt(place, firstNight + night);
    }
  }

  @Override
  public boolean hasRow(int id) {
    return places.of(id) != RowPlaces.NONE;
  }

  @Override
  public int countRows() {
    return (int) IntStream.range(0, places.count()).filter(place -> counts[place] > 0).count();
  }

  @Override
  public int rows() {
    return places.rows();
  }

  @Override
  public void put(int id, int night, long value) {
    int place = places.of(id);
    if (place == RowPlaces.NONE) {
      place = addPlace(id);
    }
    if (calendars[place] != OWN) {
      makeOwn(place);
    }
    own[starts[place] + night] = value;
  }

  private int addPlace(int id) {
    int place = places.add(id);
    if (place >= calendars.length) {
      int size = place + 1 + place / 8;
      calendars = Arrays.copyOf(calendars, size);
      starts = Arrays.copyOf(starts, size);
      counts = Arrays.copyOf(counts, size);
    }
    calendars[place] = 0;
    counts[place] = 0;
    return place;
  }

  private void makeOwn(int place) {
    if (own.length - ownEnd < nights()) {
      own = Arrays.copyOf(own, Math.addExact(own.length + own.length / 4, nights()));
    }
    for (int night = 0; night < nights(); night++) {
      own[ownEnd + night] = valueAt(place, night);
    }
    calendars[place] = OWN;
    starts[place] = ownEnd;
    ownEnd += nights();
  }

  @Override
  public long bytes() {
    long ofGaps =
        Arrays.stream(gaps).mapToLong(night -> night == null ? 0 : night.length * 8L).sum();
    return places.bytes()
        + (long) (calendars.length + starts.length + counts.length) * Integer.BYTES
        + (wideLevels == null ? levels.length * 4L : wideLevels.length * 8L)
        + (long) own.length * Long.BYTES
        + ofGaps;
  }
}
