package tatami.query.mirror.offer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.bits.RowSet;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.mirror.night.StoredNights;
import tatami.query.mirror.night.StoredStays;
import tatami.query.stay.NightCells;
import tatami.query.stay.StayTerms.StayJudge;

/**
 * Which offers let stays of a length start on a night? The limits of the offers themselves are a
 * set for each length; calendars of limits and patterns say something about few offers on any
 * night, and what they change is kept for each night and length that was asked for. Thread-safe.
 */
final class LengthSets {

  /** So many lengths and nights are kept; then all are forgotten. */
  private static final int MOST_KEPT = 4_096;

  private final NumberSets numberSets;
  private final int rows;

  private final List<StoredNights> checkInCalendars;
  private final List<StoredNights> nightCalendars;

  /** By night: offers of which a calendar says something about a stay that starts on it. */
  private final RoaringBitmap[] ofCheckIn;

  /** By night: offers of which a calendar says something about a stay that has it. */
  private final RoaringBitmap[] ofNight;

  private final Map<Long, Changed> changed = new ConcurrentHashMap<>();

  /**
   * What calendars change.
   *
   * @param shut offers that their own limits would let in
   * @param opened offers that their own limits would not let in
   */
  private record Changed(RowSet shut, RowSet opened) {}

  LengthSets(OfferColumns offers, NumberSets numberSets, StoredStays stays, int nights) {
    this.numberSets = numberSets;
    rows = offers.count();
    checkInCalendars =
        Stream.of(stays.minimumStay(), stays.maximumStay(), stays.stayPattern())
            .filter(Objects::nonNull)
            .toList();
    nightCalendars =
        Stream.of(stays.minimumStayThrough(), stays.maximumStayThrough())
            .filter(Objects::nonNull)
            .toList();
    ofCheckIn = cells(nights, checkInCalendars);
    ofNight = cells(nights, nightCalendars);
  }

  /**
   * Looks at an offer's night again, after a limit or pattern changed, while nobody reads.
   *
   * @param judge of all offers of the release, by surrogate
   */
  void refresh(int offer, int night, StayJudge judge) {
    refresh(ofCheckIn[night], checkInCalendars, offer, night);
    refresh(ofNight[night], nightCalendars, offer, night);
    changed.forEach(
        (key, changes) -> {
          int checkIn = key.intValue();
          int length = (int) (key >> Integer.SIZE);
          if (checkIn <= night && night < checkIn + length) {
            boolean isOwn = Bits.get(numberSets.ofLength(length), offer);
            boolean isIn = judge.allowsLength(offer, checkIn, length);
            changes.shut().put(offer, isOwn && !isIn);
            changes.opened().put(offer, !isOwn && isIn);
          }
        });
  }

  private static void refresh(
      RoaringBitmap set, List<StoredNights> calendars, int offer, int night) {
    boolean isSaid =
        calendars.stream().anyMatch(calendar -> calendar.at(offer, night) != NightCells.MISSING);
    if (isSaid) {
      set.add(offer);
    } else {
      set.remove(offer);
    }
  }

  private RoaringBitmap[] cells(int nights, List<StoredNights> calendars) {
    RoaringBitmap[] found = new RoaringBitmap[nights];
    Arrays.setAll(found, night -> new RoaringBitmap());
    long[] cells = new long[nights];
    for (StoredNights calendar : calendars) {
      for (int offer = 0; offer < rows; offer++) {
        if (calendar.hasRow(offer)) {
          calendar.read(offer, 0, nights, cells);
          for (int night = 0; night < nights; night++) {
            if (cells[night] != NightCells.MISSING) {
              found[night].add(offer);
            }
          }
        }
      }
    }
    return found;
  }

  /**
   * The offers that let one stay start.
   *
   * @param own those whose own limits let it in
   * @param changed what calendars change
   */
  record Allowed(long[] own, Changed changed) {

    /** Keeps of a set the offers that let the stay start. */
    void keep(long[] offers) {
      if (changed.opened().count() == 0) {
        Bits.and(offers, own);
      } else {
        long[] either = own.clone();
        changed.opened().addTo(either);
        Bits.and(offers, either);
      }
      changed.shut().takeFrom(offers);
    }

    /** Tells whether an offer lets the stay start. */
    boolean has(int offer) {
      return Bits.get(own, offer)
          ? !changed.shut().contains(offer)
          : changed.opened().contains(offer);
    }
  }

  /**
   * Returns the offers that let a stay start.
   *
   * @param judge of all offers of the release, by surrogate
   */
  Allowed allowed(int checkIn, int nights, StayJudge judge) {
    return new Allowed(numberSets.ofLength(nights), changed(checkIn, nights, judge));
  }

  private Changed changed(int checkIn, int nights, StayJudge judge) {
    long key = (long) nights << Integer.SIZE | checkIn;
    Changed known = changed.get(key);
    if (known != null) {
      return known;
    }
    if (changed.size() >= MOST_KEPT) {
      changed.clear();
    }
    Changed found = find(checkIn, nights, judge);
    changed.put(key, found);
    return found;
  }

  private Changed find(int checkIn, int nights, StayJudge judge) {
    RoaringBitmap judged = ofCheckIn[checkIn].clone();
    for (int night = checkIn; night < checkIn + nights; night++) {
      judged.or(ofNight[night]);
    }
    long[] own = numberSets.ofLength(nights);
    RoaringBitmap shut = new RoaringBitmap();
    RoaringBitmap opened = new RoaringBitmap();
    for (int offer : judged) {
      boolean isOwn = Bits.get(own, offer);
      if (judge.allowsLength(offer, checkIn, nights) != isOwn) {
        (isOwn ? shut : opened).add(offer);
      }
    }
    return new Changed(RowSet.of(rows, shut), RowSet.of(rows, opened));
  }

  /** Returns about how many bytes they take. */
  long bytes() {
    long bytes = 0;
    for (RoaringBitmap set : ofCheckIn) {
      bytes += set.getLongSizeInBytes();
    }
    for (RoaringBitmap set : ofNight) {
      bytes += set.getLongSizeInBytes();
    }
    for (Changed changes : changed.values()) {
      bytes += changes.shut().bytes() + changes.opened().bytes();
    }
    return bytes;
  }
}
