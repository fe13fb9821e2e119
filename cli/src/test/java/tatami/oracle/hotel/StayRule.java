package tatami.oracle.hotel;

/** Rules of a stay that a catalog may leave out. */
public enum StayRule {
  PROPERTY_ZONES,
  CLOSED,
  STOP_SELL,
  ARRIVAL_CLOSED,
  DEPARTURE_CLOSED,
  SALE,
  STAY_WINDOW,
  LEAD_TIME,
  MIN_STAY,
  MAX_STAY,
  MIN_STAY_THROUGH,
  MAX_STAY_THROUGH,
  STAY_PATTERN,
  HEADS,
  CHILDREN,
  LONG_STAY
}
