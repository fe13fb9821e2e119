package tatami.ingest.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tatami.ingest.synthetic.ChildPolicy.Band;
import tatami.ingest.synthetic.Hotel.Plan;
import tatami.ingest.synthetic.Hotel.Room;

/**
 * Prices of one offer for one number of heads and one kind of them.
 *
 * @param heads key fields after the offer's, with the comma after the last; empty per unit
 * @param lowestYen on a night of the lowest rank
 */
record PriceSeries(String heads, long lowestYen) {

  /** Whole, in hundredths of a percent. */
  private static final long WHOLE = 10_000;

  /**
   * An offer whose prices are drawn.
   *
   * @param yen of one of two persons on a night of the lowest rank
   * @param occupancies most heads that have a price
   */
  record Offer(Hotel hotel, Plan plan, Room room, long yen, int occupancies) {

    int largestOccupancy() {
      return Math.min(occupancies, room.type().capacity());
    }

    List<Band> pricedBands() {
      return plan.policy().map(ChildPolicy::bandsWithPrices).orElse(List.of());
    }
  }

  static List<PriceSeries> list(PricedPer model, Offer offer, SplittableRandom random) {
    return switch (model) {
      case PERSON -> listPerPerson(offer);
      case ROOM -> listPerRoom(offer, random);
      case UNIT -> List.of(new PriceSeries("", 2 * offer.yen()));
    };
  }

  /** A child that counts is never alone in a room; one that does not may be with one adult. */
  private static List<PriceSeries> listPerPerson(Offer offer) {
    List<PriceSeries> series = new ArrayList<>();
    for (int heads = 1; heads <= offer.largestOccupancy(); heads++) {
      long yen = offer.yen() * percent(offer.hotel(), heads) / 100;
      series.add(of(heads, ChildPolicy.ADULT, yen));
      for (Band band : offer.pricedBands()) {
        if (heads > 1 || !band.counts()) {
          series.add(of(heads, band.personClass(), yen * band.value() / WHOLE));
        }
      }
    }
    return series;
  }

  /** Half of the offers price up to two heads and take the others as extra; a tenth takes none. */
  private static List<PriceSeries> listPerRoom(Offer offer, SplittableRandom random) {
    List<PriceSeries> series = new ArrayList<>();
    int largest = offer.largestOccupancy();
    int priced = random.nextInt(2) == 0 ? Math.min(largest, 2) : largest;
    for (int heads = 1; heads <= priced; heads++) {
      series.add(of(heads, "room", offer.yen() * heads * percent(offer.hotel(), heads) / 100));
    }
    if (random.nextInt(10) > 0) {
      long extra = offer.yen() * 8 / 10;
      series.add(of(0, ChildPolicy.ADULT, extra));
      for (Band band : offer.pricedBands()) {
        series.add(of(0, band.personClass(), extra * band.value() / WHOLE));
      }
    }
    return series;
  }

  private static PriceSeries of(int heads, String personClass, long yen) {
    return new PriceSeries(heads + "," + personClass + ",", yen);
  }

  /** What one of so many pays, in percent of one of two. */
  private static int percent(Hotel hotel, int heads) {
    return heads == 1 ? hotel.kind().singlePercent() : Math.max(72, 108 - 4 * heads);
  }
}
