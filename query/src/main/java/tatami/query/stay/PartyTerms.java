package tatami.query.stay;

import java.util.List;
import tatami.query.request.Guests;
import tatami.query.request.Guests.NamedRooms;
import tatami.query.request.Guests.Room;
import tatami.query.request.Guests.SplitParty;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.PriceModel;

/** A party under each child policy of a release. Immutable. */
sealed interface PartyTerms permits NamedTerms, SplitTerms, SplitUnits {

  /** Compiles a party. One that is split over one room is that room. */
  static PartyTerms of(StayLayout layout, Guests guests) {
    if (guests instanceof NamedRooms named) {
      return new NamedTerms(layout, named.rooms());
    }
    SplitParty party = (SplitParty) guests;
    if (party.roomCount() == 1) {
      return new NamedTerms(layout, List.of(new Room(party.adults(), party.childAges())));
    }
    return layout.model() == PriceModel.PER_UNIT
        ? new SplitUnits(layout, party)
        : new SplitTerms(layout, party);
  }

  /**
   * Returns the places of the price tables that any offer's price for the party needs, each once.
   */
  int[] tables();

  /**
   * Returns what groups of offers make of the party; an offer in none of them does not take it in,
   * or has no price for it.
   *
   * @param nights of the longest stay that is asked for
   * @return null where offers cannot be told apart so
   */
  default List<PartyGroup> groups(int nights) {
    return null;
  }

  /**
   * Judges the party in some offers.
   *
   * @param prices by the place of their table
   */
  PartyJudge judge(Offers offers, NightCells[] prices);
}
