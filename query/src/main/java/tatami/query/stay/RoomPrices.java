package tatami.query.stay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tatami.searchtable.description.ChildPolicy.AgeBand;
import tatami.searchtable.description.PersonClass;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.PriceModel;
import tatami.searchtable.description.StayLayout.PriceTable;

/**
 * What a room costs a night in the price tables of a release.
 *
 * <p>Where prices are per room, that depends on the largest occupancy that an offer has a price
 * for; the occupancies that tables have are the <em>variants</em>. Other models have one variant.
 */
final class RoomPrices {

  private static final int EXTRA_HEADS = 0;

  private final PriceModel model;
  private final Map<Cell, Integer> places = new HashMap<>();
  private final int[] largest;

  /** Looks at the price tables of a release. */
  RoomPrices(StayLayout layout) {
    model = layout.model();
    List<PriceTable> tables = layout.prices();
    for (int place = 0; place < tables.size(); place++) {
      places.put(new Cell(tables.get(place).occupancy(), tables.get(place).personClass()), place);
    }
    largest =
        model == PriceModel.PER_ROOM
            ? tables.stream()
                .filter(table -> table.personClass() == null)
                .mapToInt(PriceTable::occupancy)
                .sorted()
                .toArray()
            : new int[] {0};
  }

  /** Returns how many variants there are. */
  int variants() {
    return largest.length;
  }

  /** Tells whether the variant of an offer depends on the offer. */
  boolean hasVariants() {
    return model == PriceModel.PER_ROOM;
  }

  /** Returns the variant of an offer, below 0 where it has no price at all. */
  int variantOf(Offers offers, int position) {
    if (model != PriceModel.PER_ROOM) {
      return 0;
    }
    long occupancy = offers.number(OfferNumber.LARGEST_OCCUPANCY, position);
    return occupancy == Offers.ABSENT ? -1 : Arrays.binarySearch(largest, (int) occupancy);
  }

  /** Returns what rooms cost a night together; null where a table that is needed is not there. */
  NightPrice price(List<RoomHeads> rooms, int variant) {
    NightPrice.Sum sum = new NightPrice.Sum();
    for (RoomHeads room : rooms) {
      if (!add(room, variant, sum)) {
        return null;
      }
    }
    return sum.price();
  }

  /** Returns the largest occupancy that a variant has a price of the room for. */
  int largestOccupancy(int variant) {
    return largest[variant];
  }

  /** Returns what a room without extra heads costs; null where a table is not there. */
  NightPrice room(int occupancy) {
    NightPrice.Sum sum = new NightPrice.Sum();
    return addCell(occupancy, null, sum) ? sum.price() : null;
  }

  /** Returns what an extra head costs; null where a table is not there. */
  NightPrice extra(AgeBand band) {
    return person(EXTRA_HEADS, band);
  }

  /** Returns what a person costs in a room of so many heads; null where a table is not there. */
  NightPrice person(int occupancy, AgeBand band) {
    NightPrice.Sum sum = new NightPrice.Sum();
    return addHead(occupancy, band, sum) ? sum.price() : null;
  }

  private boolean add(RoomHeads room, int variant, NightPrice.Sum sum) {
    return switch (model) {
      case PER_UNIT -> addCell(EXTRA_HEADS, null, sum);
      case PER_PERSON -> addPersons(room, sum);
      case PER_ROOM -> addRoom(room, largest[variant], sum);
    };
  }

  private boolean addPersons(RoomHeads room, NightPrice.Sum sum) {
    List<AgeBand> heads = new ArrayList<>(room.counted());
    heads.addAll(room.uncounted());
    return heads.stream().allMatch(band -> addHead(room.occupancy(), band, sum));
  }

  private boolean addRoom(RoomHeads room, int largestOccupancy, NightPrice.Sum sum) {
    int priced = Math.min(room.occupancy(), largestOccupancy);
    return addCell(priced, null, sum)
        && room.counted().stream().skip(priced).allMatch(band -> addHead(EXTRA_HEADS, band, sum));
  }

  private boolean addHead(int occupancy, AgeBand band, NightPrice.Sum sum) {
    switch (band.pricing()) {
      case OWN_CELLS:
        return addCell(occupancy, band.personClass(), sum);
      case SHARE_OF_ADULT:
        OptionalInt place = find(occupancy, PersonClass.ADULT);
        place.ifPresent(table -> sum.addShare(table, band.amount()));
        return place.isPresent();
      case AMOUNT:
        sum.addAmount(band.amount());
        return true;
      default:
        return true;
    }
  }

  private boolean addCell(int occupancy, PersonClass personClass, NightPrice.Sum sum) {
    OptionalInt place = find(occupancy, personClass);
    place.ifPresent(sum::addCell);
    return place.isPresent();
  }

  private OptionalInt find(int occupancy, PersonClass personClass) {
    Integer place =
        places.get(new Cell(occupancy, personClass == null ? null : personClass.word()));
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  private record Cell(int occupancy, String personClass) {}
}
