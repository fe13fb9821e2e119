package tatami.query.stay;

import java.util.Arrays;
import java.util.List;
import tatami.query.stay.split.SplitPrices;
import tatami.searchtable.description.ChildPolicy.AgeBand;

/** Prices of persons, by how many heads of their room count. */
final class PersonTariff implements SplitTariff {

  private final TypedParty party;

  /**
   * By occupancy and type; null where no table has it. Every room has an adult: where adults have
   * no price, others need none, and a child that counts is not alone.
   */
  private final NightPrice[][] persons;

  private final int[] tables;

  /** Compiles a party. */
  PersonTariff(TypedParty party, RoomPrices roomPrices) {
    this.party = party;
    List<AgeBand> bands = party.bands();
    persons = new NightPrice[party.mostHeads() + 1][bands.size()];
    for (int occupancy = 1; occupancy < persons.length; occupancy++) {
      persons[occupancy][0] = roomPrices.person(occupancy, AgeBands.ADULT);
      for (int type = 1; type < bands.size(); type++) {
        boolean isAlone = occupancy == 1 && bands.get(type).counts();
        if (persons[occupancy][0] != null && !isAlone) {
          persons[occupancy][type] = roomPrices.person(occupancy, bands.get(type));
        }
      }
    }
    tables = NightPrice.tables(Arrays.stream(persons).flatMap(Arrays::stream));
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
    return new PersonPrices(stay);
  }

  /** Reads the prices of a stay. */
  private final class PersonPrices implements SplitPrices.PerHead {

    private final PricedStay stay;

    PersonPrices(PricedStay stay) {
      this.stay = stay;
    }

    @Override
    public int nights() {
      return stay.nights();
    }

    @Override
    public long head(int night, int occupancy, int type) {
      return stay.at(persons[occupancy][type], night);
    }
  }
}
