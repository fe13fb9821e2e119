package tatami.query.stay;

import java.util.SortedSet;

/** A party under each child policy of a release. Immutable. */
interface PartyTerms {

  /** Returns the places of the price tables that any offer's price for the party needs. */
  SortedSet<Integer> prices();

  /**
   * Judges the party in some offers.
   *
   * @param prices by the place of their table
   */
  PartyJudge judge(Offers offers, NightCells[] prices);
}
