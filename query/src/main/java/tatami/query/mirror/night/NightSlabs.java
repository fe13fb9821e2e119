package tatami.query.mirror.night;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Calendars that share nothing: one {@link Slab} a night, the rows that have any value side by
 * side.
 */
public final class NightSlabs extends StoredNights {

  private final RowPlaces places;
  private final long unit;

  /** By night; null where no row has a value. */
  private final Slab[] slabs;

  /** Values that are no multiple of the unit, by place × nights + night. */
  private final Map<Long, Long> odd = new HashMap<>();

  /**
   * Starts without a value.
   *
   * @param unit what one step of a cell adds
   */
  NightSlabs(int nights, RowPlaces places, long unit) {
    super(nights);
    this.places = places;
    this.unit = unit;
    slabs = new Slab[nights];
  }

  /** Takes a slab as it was read: cells of its places. */
  void put(int night, Slab slab) {
    slabs[night] = slab;
  }

  @Override
  public long at(int id, int night) {
    Slab slab = slabs[night];
    int place = places.of(id);
    if (slab == null || place == RowPlaces.NONE || place >= slab.rows()) {
      return MISSING;
    }
    long cell = slab.at(place);
    if (cell == slab.elsewhere()) {
      return odd.get(key(place, night));
    }
    return cell == MISSING ? MISSING : cell * unit;
  }

  @Override
  public long sum(int id, int firstNight, int count) {
    int place = places.of(id);
    long cells = 0;
    for (int night = firstNight; night < firstNight + count; night++) {
      long cell = slabs[night].at(place);
      if (cell == slabs[night].elsewhere()) {
        return sumOneByOne(id, firstNight, count);
      }
      cells += cell;
    }
    return cells * unit;
  }

  private long sumOneByOne(int id, int firstNight, int count) {
    long sum = 0;
    for (int night = firstNight; night < firstNight + count; night++) {
      sum += at(id, night);
    }
    return sum;
  }

  private long key(int place, int night) {
    return (long) place * nights() + night;
  }

  @Override
  public boolean hasRow(int id) {
    return places.of(id) != RowPlaces.NONE;
  }

  @Override
  public int countRows() {
    return places.count();
  }

  @Override
  public int rows() {
    return places.rows();
  }

  @Override
  public void put(int id, int night, long value) {
    if (value == MISSING && at(id, night) == MISSING) {
      return;
    }
    int place = places.add(id);
    boolean isWhole = value == MISSING || value % unit == 0;
    long cell = value == MISSING ? MISSING : value / unit;
    Slab slab = roomFor(place, night, isWhole ? cell : 0);
    if (isWhole && cell < slab.elsewhere()) {
      odd.remove(key(place, night));
      slabs[night] = slab.put(place, cell);
    } else {
      odd.put(key(place, night), value);
      slabs[night] = slab.put(place, slab.elsewhere());
    }
  }

  private Slab roomFor(int place, int night, long cell) {
    Slab slab = slabs[night];
    if (slab == null) {
      return Slab.of(places.count(), cell);
    }
    return place < slab.rows() ? slab : slab.copy(places.count() + places.count() / 8, cell);
  }

  @Override
  public long bytes() {
    return places.bytes()
        + Arrays.stream(slabs).mapToLong(slab -> slab == null ? 0 : slab.bytes()).sum();
  }
}
