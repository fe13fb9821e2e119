package tatami.oracle.hotel;

import java.util.Locale;

/** The codes of SEMANTICS: the order in which rules are looked at, after {@link #NO_OFFER}. */
public enum WhyNotCode {
  NO_OFFER,
  CLOSED_PROPERTY,
  OUTSIDE_SALE,
  OUTSIDE_STAY,
  LEAD_TIME,
  STOP_SELL,
  ARRIVAL_CLOSED,
  DEPARTURE_CLOSED,
  MIN_STAY,
  MAX_STAY,
  MIN_STAY_THROUGH,
  MAX_STAY_THROUGH,
  STAY_PATTERN,
  NO_STOCK,
  PARTY,
  NO_PRICE,
  OVER_BUDGET;

  /** Returns the code as answers write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
