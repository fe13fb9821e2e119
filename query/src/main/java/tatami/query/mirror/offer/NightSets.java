package tatami.query.mirror.offer;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.mirror.night.StoredNights;
import tatami.query.mirror.night.StoredStays;
import tatami.query.stay.NightCells;
import tatami.query.stay.OfferNumber;
import tatami.query.stay.Offers;

/**
 * Sets of offers by night, made of the calendars: which are open for one room, which have a price,
 * and where stays may start and end. What depends on the clock is in none of them.
 */
public final class NightSets {

  /** Most rooms that a request may ask for. */
  private static final int MOST_ROOMS = 8;

  /** Offers that are read by one thread: whole words. */
  private static final int PART = 64 * Long.SIZE;

  private final OfferColumns offers;
  private final StoredStays stays;
  private final int nights;
  private final long firstDay;

  /** By night: offers that are not closed, inside their window, and have a room left. */
  private final long[][] open;

  /** By price table and night. */
  private final long[][][] priced;

  /** By night: offers that no stay may start, or end, with; null where there is none. */
  private final long[][] noArrival;

  private final long[][] noDeparture;

  /** By rooms − 2 and night: offers with so many rooms left; null until it is asked for. */
  private final AtomicReferenceArray<long[]> rooms;

  /**
   * Makes the sets.
   *
   * @param firstDay day number of the horizon's first night
   */
  public NightSets(OfferColumns offers, StoredStays stays, int nights, long firstDay) {
    this.offers = offers;
    this.stays = stays;
    this.nights = nights;
    this.firstDay = firstDay;
    int words = Bits.words(offers.count());
    open = new long[nights][words];
    priced = new long[stays.prices().size()][nights][words];
    noArrival = closings(stays.arrivalClosed());
    noDeparture = closings(stays.departureClosed());
    rooms = new AtomicReferenceArray<>((MOST_ROOMS - 1) * nights);
    int parts = (offers.count() + PART - 1) / PART;
    IntStream.range(0, parts).parallel().forEach(this::fill);
  }

  /** Words of one part are no other's, so that parts are filled side by side. */
  private void fill(int part) {
    Row row = new Row();
    int end = Math.min(offers.count(), (part + 1) * PART);
    for (int offer = part * PART; offer < end; offer++) {
      row.put(offer);
    }
  }

  private long[][] closings(List<StoredNights> calendars) {
    long[][] closed = new long[nights][];
    for (StoredNights calendar : calendars) {
      for (int offer = 0; offer < offers.count(); offer++) {
        for (int night = 0; calendar.hasRow(offer) && night < nights; night++) {
          if (calendar.at(offer, night) == 1) {
            closed[night] = closed[night] == null ? Bits.none(offers.count()) : closed[night];
            Bits.set(closed[night], offer);
          }
        }
      }
    }
    return closed;
  }

  /** Reads the rows of one offer after another. */
  private final class Row {

    private final long[] cells = new long[nights];
    private final long[] stock = new long[nights];
    private int stockRead = -1;

    void put(int offer) {
      int row = offers.stock(offer);
      if (row != stockRead) {
        stays.stock().read(row, 0, nights, stock);
        stockRead = row;
      }
      int first = firstNight(offer);
      int last = lastNight(offer);
      for (int night = first; night <= last; night++) {
        if (stock[night] > 0) {
          Bits.set(open[night], offer);
        }
      }
      stays.closed().forEach(calendar -> close(calendar, offer));
      stays.stopSell().forEach(calendar -> close(calendar, offer));
      for (int table = 0; table < priced.length; table++) {
        StoredNights price = stays.prices().get(table);
        if (price.hasRow(offer)) {
          price.read(offer, 0, nights, cells);
          for (int night = 0; night < nights; night++) {
            if (cells[night] != NightCells.MISSING) {
              Bits.set(priced[table][night], offer);
            }
          }
        }
      }
    }

    private void close(StoredNights calendar, int offer) {
      if (!calendar.hasRow(offer)) {
        return;
      }
      calendar.read(offer, 0, nights, cells);
      for (int night = 0; night < nights; night++) {
        if (cells[night] == 1) {
          Bits.clear(open[night], offer);
        }
      }
    }
  }

  private int firstNight(int offer) {
    long from = offers.number(OfferNumber.STAY_FROM, offer);
    return from == Offers.ABSENT ? 0 : (int) Math.min(nights, Math.max(0, from - firstDay));
  }

  private int lastNight(int offer) {
    long to = offers.number(OfferNumber.STAY_TO, offer);
    return to == Offers.ABSENT
        ? nights - 1
        : (int) Math.max(-1, Math.min(nights - 1, to - firstDay));
  }

  /** Looks at an offer's night again, after a calendar or the offer changed, while nobody reads. */
  void refresh(int offer, int night) {
    long left = stays.stock().at(offers.stock(offer), night);
    boolean isOpen =
        left > 0
            && Bits.get(offers.sold(), offer)
            && night >= firstNight(offer)
            && night <= lastNight(offer)
            && !isAny(stays.closed(), offer, night)
            && !isAny(stays.stopSell(), offer, night);
    Bits.put(open[night], offer, isOpen);
    for (int count = 2; count <= MOST_ROOMS; count++) {
      long[] set = rooms.get((count - 2) * nights + night);
      if (set != null) {
        Bits.put(set, offer, left >= count);
      }
    }
    for (int table = 0; table < priced.length; table++) {
      long price = stays.prices().get(table).at(offer, night);
      Bits.put(priced[table][night], offer, price != NightCells.MISSING);
    }
    refresh(noArrival, stays.arrivalClosed(), offer, night);
    refresh(noDeparture, stays.departureClosed(), offer, night);
  }

  private void refresh(long[][] sets, List<StoredNights> calendars, int offer, int night) {
    boolean isClosed = isAny(calendars, offer, night);
    if (sets[night] == null && isClosed) {
      sets[night] = Bits.none(offers.count());
    }
    if (sets[night] != null) {
      Bits.put(sets[night], offer, isClosed);
    }
  }

  private static boolean isAny(List<StoredNights> calendars, int offer, int night) {
    for (StoredNights calendar : calendars) {
      if (calendar.at(offer, night) == 1) {
        return true;
      }
    }
    return false;
  }

  /** Returns the offers that are open on a night for one room. Not to be changed. */
  public long[] open(int night) {
    return open[night];
  }

  /**
   * Returns the offers with some rooms left on a night, whether they are open or not. Not to be
   * changed.
   *
   * @param count 2 to 8
   */
  public long[] withRooms(int count, int night) {
    int place = (count - 2) * nights + night;
    long[] known = rooms.get(place);
    if (known == null) {
      known = Bits.none(offers.count());
      for (int offer = 0; offer < offers.count(); offer++) {
        Bits.put(known, offer, stays.stock().at(offers.stock(offer), night) >= count);
      }
      rooms.set(place, known);
    }
    return known;
  }

  /** Returns the offers that have a price of a table on a night. Not to be changed. */
  public long[] priced(int table, int night) {
    return priced[table][night];
  }

  /** Returns the offers that no stay may start with on a night; null for none. */
  public long[] noArrival(int night) {
    return noArrival[night];
  }

  /** Returns the offers that no stay may end with on a day; null for none. */
  public long[] noDeparture(int night) {
    return noDeparture[night];
  }

  /** Returns about how many bytes they take. */
  public long bytes() {
    long words = Bits.words(offers.count());
    long closings =
        Arrays.stream(noArrival).filter(set -> set != null).count()
            + Arrays.stream(noDeparture).filter(set -> set != null).count();
    return (nights * (1L + priced.length) + closings) * words * Long.BYTES;
  }
}
