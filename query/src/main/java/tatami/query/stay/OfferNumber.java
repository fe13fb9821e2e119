package tatami.query.stay;

/** A number that an offer has for one of its rules; see the release's {@code OfferRules}. */
public enum OfferNumber {
  /** Day number of the first day of sale. */
  SALE_FROM,
  /** Day number of the last day of sale. */
  SALE_TO,
  /** Day number of the first night that it is for. */
  STAY_FROM,
  /** Day number of the last night that it is for. */
  STAY_TO,
  /** Fewest heads of a room that count. */
  MINIMUM_HEADS,
  /** Most heads of a room that count. */
  MAXIMUM_HEADS,
  /** Fewest nights, where the check-in date has no cell. */
  MINIMUM_STAY,
  /** Most nights, where the check-in date has no cell. */
  MAXIMUM_STAY,
  /** Fewest nights, where a night has no cell. */
  MINIMUM_STAY_THROUGH,
  /** Most nights, where a night has no cell. */
  MAXIMUM_STAY_THROUGH,
  /** Place of the child policy in the release's list. */
  POLICY,
  /** Place of the rebates in the release's list. */
  LONG_STAY,
  /** Place of the lead time in the release's list. */
  LEAD_TIME,
  /** Most heads with a price of the room. */
  LARGEST_OCCUPANCY
}
