package tatami.oracle.hotel;

/** An error that an oracle makes on purpose, so that a comparison can show that it notices. */
public enum HotelBug {
  FORGETS_CLOSED_PROPERTY,
  FORGETS_OUTSIDE_SALE,
  FORGETS_OUTSIDE_STAY,
  FORGETS_LEAD_TIME,
  FORGETS_STOP_SELL,
  FORGETS_ARRIVAL_CLOSED,
  FORGETS_DEPARTURE_CLOSED,
  FORGETS_MIN_STAY,
  FORGETS_MAX_STAY,
  FORGETS_MIN_STAY_THROUGH,
  FORGETS_MAX_STAY_THROUGH,
  FORGETS_STAY_PATTERN,
  FORGETS_NO_STOCK,
  FORGETS_PARTY,
  /** A missing price is 0. */
  FORGETS_NO_PRICE,
  FORGETS_OVER_BUDGET,
  /** The day of the check-out counts as a night of stock. */
  COUNTS_THE_LAST_DAY,
  /** Local is the catalog's zone. */
  IGNORES_ZONES,
  /** Sales are still open at the minute of their close. */
  CLOSES_LATE,
  /** The offer's own limit comes before the calendar's. */
  COLUMN_BEFORE_CALENDAR,
  /** The last band that holds an age counts. */
  LAST_BAND,
  /** Every head counts towards the occupancy. */
  COUNTS_EVERY_HEAD,
  /** Shares of an adult's price are cut, not rounded. */
  CUTS_SHARES,
  /** Heads beyond the largest occupancy are the eldest. */
  EXTRA_HEADS_FROM_THE_FRONT,
  /** Heads beyond the largest occupancy are free. */
  FREE_EXTRA_HEADS,
  /** The rebate with the largest result counts. */
  WORST_REBATE,
  /** The dearest nights are free. */
  DEAREST_NIGHTS_FREE,
  /** A percentage off is cut, not rounded. */
  CUTS_REBATES,
  /** Splits are compared before rebates. */
  SPLITS_BEFORE_REBATES,
  /** Splits are as uneven as may be. */
  UNEVEN_SPLIT,
  /** Of splits that are alike the largest in order is taken. */
  LARGEST_SPLIT,
  /** A split may leave a room without an adult. */
  CHILDREN_ALONE,
  /** The last tie, the key, runs the other way. */
  TIES,
  /** Facets of categories and paths keep their own condition. */
  CONJUNCTIVE_FACETS,
  /** The histogram of prices keeps the budget. */
  PRICES_IN_BUDGET,
  /** Without dates, sale windows count too. */
  SALE_WITHOUT_DATES,
  /** Without dates, nights before today count too. */
  PAST_NIGHTS,
  /** Without dates, nights on which the property is closed count too. */
  CLOSED_NIGHTS_WITHOUT_DATES,
  /** The first failing offer speaks for a property. */
  NEAREST_CODE,
  /** A value that is forbidden does no harm. */
  FORBIDS_NOTHING,
  /** Contradicting rows are all as good as the first. */
  FIRST_OF_CONTRADICTIONS,
  /** Amounts by night are cut, not rounded. */
  CUTS_NIGHTS,
  /** Hints look at the asked date. */
  HINTS_STAND_STILL,
  /** The smallest budget that helps is one too small. */
  BUDGET_HINT_TOO_SMALL
}
