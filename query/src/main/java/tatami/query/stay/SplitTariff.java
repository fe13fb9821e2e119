package tatami.query.stay;

import tatami.query.stay.split.SplitPrices;

/** What the rooms of a party that is split can cost, under one child policy. Immutable. */
sealed interface SplitTariff permits PersonTariff, RoomTariff {

  /** Returns the party. */
  TypedParty party();

  /** Returns the places of the price tables that a room of a split may need. */
  int[] tables();

  /** Returns the prices of whatever stay is at hand. */
  SplitPrices pricesOf(PricedStay stay);
}
