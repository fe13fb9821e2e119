package tatami.query.sql;

import tatami.query.stay.OfferNumber;

/** What stands in the rows of some offers besides filters, by the place of the row. */
interface OfferNumbers {

  /** Returns the surrogate of the offer's property. */
  int property(int place);

  /** Returns the surrogate of its stock. */
  int stock(int place);

  /** Returns a number of its rules, {@link tatami.query.stay.Offers#ABSENT} where it has none. */
  long number(OfferNumber number, int place);
}
