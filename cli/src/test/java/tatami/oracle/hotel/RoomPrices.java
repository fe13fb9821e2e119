package tatami.oracle.hotel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tatami.oracle.hotel.HotelRequest.Room;
import tatami.oracle.hotel.Offer.Band;

/** Who may sleep in a room of an offer, and what a room costs for a night. */
final class RoomPrices {

  private static final long WHOLE = 10_000;

  private final HotelCatalog catalog;
  private final Set<HotelBug> bugs;
  private final Set<HotelFeature> seen;

  RoomPrices(HotelCatalog catalog, Set<HotelBug> bugs, Set<HotelFeature> seen) {
    this.catalog = catalog;
    this.bugs = bugs;
    this.seen = seen;
  }

  /**
   * One of the people in a room.
   *
   * @param age −1 for those who came as adults
   * @param band null for those who came as adults, and where there are no policies
   */
  private record Head(PersonKind kind, int age, Band band) {}

  /** Tells whether the heads that count are as many as may be, and each age has a band. */
  boolean fits(Offer offer, Room room) {
    List<Head> heads = heads(offer, room);
    if (heads == null) {
      return false;
    }
    int counted = counted(heads).size();
    Integer fewest = offer.number("min_guests");
    Integer most = offer.number("max_guests");
    boolean enough = fewest == null || catalog.model() == PriceModel.UNIT || counted >= fewest;
    boolean few = most == null || counted <= most;
    return !catalog.has(StayRule.HEADS) || (enough && few) || bugs.contains(HotelBug.FORGETS_PARTY);
  }

  /** Returns the heads of a room; null where an age has no band. */
  private List<Head> heads(Offer offer, Room room) {
    List<Head> heads = new ArrayList<>();
    for (int adult = 0; adult < room.adults(); adult++) {
      heads.add(new Head(PersonKind.ADULT, -1, null));
    }
    for (int age : room.ages()) {
      Head head = child(offer, age);
      if (head == null) {
        return null;
      }
      heads.add(head);
    }
    return heads;
  }

  private Head child(Offer offer, int age) {
    if (!catalog.has(StayRule.CHILDREN)) {
      seen.add(HotelFeature.CHILDREN_WITHOUT_POLICIES);
      return catalog.model() == PriceModel.PERSON ? null : new Head(PersonKind.ADULT, -1, null);
    }
    if (offer.bands() == null) {
      seen.add(HotelFeature.OFFER_WITHOUT_POLICY);
      return null;
    }
    Band found = null;
    for (Band band : offer.bands()) {
      if (band.holds(age) && (found == null || bugs.contains(HotelBug.LAST_BAND))) {
        found = band;
      }
    }
    if (found == null) {
      seen.add(HotelFeature.AGE_WITHOUT_BAND);
      return null;
    }
    return new Head(found.kind(), age, found);
  }

  private List<Head> counted(List<Head> heads) {
    return heads.stream()
        .filter(
            head ->
                head.band() == null
                    || head.band().counts()
                    || bugs.contains(HotelBug.COUNTS_EVERY_HEAD))
        .toList();
  }

  /** Returns what a room that fits costs for a night, null where a price is missing. */
  Long price(Offer offer, Room room, LocalDate night) {
    List<Head> heads = heads(offer, room);
    List<Head> counted = counted(heads);
    return switch (catalog.model()) {
      case UNIT -> cell(offer, "", night);
      case PERSON -> sum(offer, heads, counted.size(), night);
      case ROOM -> roomPrice(offer, counted, night);
    };
  }

  private Long roomPrice(Offer offer, List<Head> counted, LocalDate night) {
    int largest = 0;
    for (Map.Entry<String, Map<LocalDate, Long>> prices : offer.prices().entrySet()) {
      if (prices.getKey().endsWith(" room") && !prices.getValue().isEmpty()) {
        largest = Math.max(largest, Integer.parseInt(prices.getKey().split(" ")[0]));
      }
    }
    if (counted.size() <= largest || largest == 0) {
      return cell(offer, counted.size() + " room", night);
    }
    List<Head> inOrder =
        counted.stream().sorted(Comparator.comparing(Head::kind).thenComparing(Head::age)).toList();
    List<Head> extra =
        bugs.contains(HotelBug.EXTRA_HEADS_FROM_THE_FRONT)
            ? inOrder.subList(0, counted.size() - largest)
            : inOrder.subList(largest, counted.size());
    extra.forEach(
        head ->
            seen.add(head.band() == null ? HotelFeature.EXTRA_ADULT : HotelFeature.EXTRA_CHILD));
    Long room = cell(offer, largest + " room", night);
    Long extras =
        bugs.contains(HotelBug.FREE_EXTRA_HEADS) ? Long.valueOf(0) : sum(offer, extra, 0, night);
    return room == null || extras == null ? null : Long.valueOf(room + extras);
  }

  private Long sum(Offer offer, List<Head> heads, int occupancy, LocalDate night) {
    long sum = 0;
    for (Head head : heads) {
      Long price = price(offer, head, occupancy, night);
      if (price == null) {
        return null;
      }
      sum += price;
    }
    return sum;
  }

  private Long price(Offer offer, Head head, int occupancy, LocalDate night) {
    Band band = head.band();
    if (band == null) {
      return cell(offer, occupancy + " adult", night);
    }
    see(band);
    boolean free = Long.valueOf(0).equals(band.share()) || Long.valueOf(0).equals(band.amount());
    if (free) {
      return 0L;
    }
    if (band.amount() != null) {
      return band.amount();
    }
    if (band.share() == null) {
      return cell(offer, occupancy + " " + head.kind().word(), night);
    }
    Long adult = cell(offer, occupancy + " adult", night);
    long half = bugs.contains(HotelBug.CUTS_SHARES) ? 0 : WHOLE / 2;
    return adult == null ? null : Long.valueOf((adult * band.share() + half) / WHOLE);
  }

  private Long cell(Offer offer, String of, LocalDate night) {
    Long amount = offer.price(of, night);
    if (amount != null && amount == 0) {
      seen.add(HotelFeature.PRICE_OF_ZERO);
    }
    return amount == null && bugs.contains(HotelBug.FORGETS_NO_PRICE) ? Long.valueOf(0) : amount;
  }

  private void see(Band band) {
    if (band.amount() == null && band.share() == null) {
      seen.add(HotelFeature.BAND_OF_OWN_CELLS);
    } else if (band.share() == null) {
      seen.add(band.amount() == 0 ? HotelFeature.BAND_THAT_IS_FREE : HotelFeature.BAND_OF_AMOUNT);
    } else {
      seen.add(band.share() == 0 ? HotelFeature.BAND_THAT_IS_FREE : HotelFeature.BAND_OF_SHARE);
    }
    if (band.kind() == PersonKind.ADULT) {
      seen.add(HotelFeature.BAND_OF_ADULTS);
    }
    if (!band.counts()) {
      seen.add(HotelFeature.BAND_THAT_DOES_NOT_COUNT);
    }
  }
}
