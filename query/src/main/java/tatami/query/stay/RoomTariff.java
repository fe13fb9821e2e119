package tatami.query.stay;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tatami.query.stay.split.SplitPrices;
import tatami.searchtable.description.ChildPolicy.AgeBand;

/** Prices of rooms for so many heads as count, and of extra heads. */
final class RoomTariff implements SplitTariff {

  private final TypedParty party;

  /** By occupancy; null where no table has it. */
  private final NightPrice[] rooms;

  /** By type; null where no table has it, or nobody of the type can be an extra head. */
  private final NightPrice[] extras;

  private final int[] tables;

  /** Compiles a party. */
  RoomTariff(TypedParty party, RoomPrices roomPrices) {
    this.party = party;
    rooms =
        IntStream.rangeClosed(0, party.mostHeads())
            .mapToObj(occupancy -> occupancy == 0 ? null : roomPrices.room(occupancy))
            .toArray(NightPrice[]::new);
    int smallest =
        IntStream.range(0, roomPrices.variants())
            .map(roomPrices::largestOccupancy)
            .min()
            .orElse(Integer.MAX_VALUE);
    List<AgeBand> bands = party.bands();
    extras = new NightPrice[bands.size()];
    for (int type = 0; type < extras.length; type++) {
      if (bands.get(type).counts() && party.mostHeads(type) > smallest) {
        extras[type] = roomPrices.extra(bands.get(type));
      }
    }
    tables = NightPrice.tables(Stream.of(rooms, extras).flatMap(Stream::of));
  }

  @Override
  public TypedParty party() {
    return party;
  }

  @Override
  public int[] tables() {
    return tables;
  }

  @Override
  public SplitPrices pricesOf(PricedStay stay) {
    return new StayPrices(stay);
  }

  /** Reads the prices of a stay. */
  private final class StayPrices implements SplitPrices.PerRoom {

    private final PricedStay stay;

    StayPrices(PricedStay stay) {
      this.stay = stay;
    }

    @Override
    public int nights() {
      return stay.nights();
    }

    @Override
    public int largestOccupancy() {
      return stay.largestOccupancy();
    }

    @Override
    public long room(int night, int occupancy) {
      return stay.at(rooms[occupancy], night);
    }

    @Override
    public long extra(int night, int type) {
      return stay.at(extras[type], night);
    }
  }
}
