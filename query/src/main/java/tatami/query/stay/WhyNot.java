package tatami.query.stay;

import java.util.Locale;

/** Why an offer cannot be booked: the first rule that fails, in the order of the rules. */
public enum WhyNot {
  /** The property has no offer that passes the offer filters. */
  NO_OFFER,
  /** The property is closed on a night. */
  CLOSED_PROPERTY,
  /** Now is outside the sale window. */
  OUTSIDE_SALE,
  /** A night is outside the stay window. */
  OUTSIDE_STAY,
  /** Too late, too early, or too far ahead. */
  LEAD_TIME,
  /** A night is not sold. */
  STOP_SELL,
  /** No stay starts on the check-in date. */
  ARRIVAL_CLOSED,
  /** No stay ends on the check-out date. */
  DEPARTURE_CLOSED,
  /** Fewer nights than the check-in date asks for. */
  MIN_STAY,
  /** More nights than the check-in date lets. */
  MAX_STAY,
  /** Fewer nights than one of the nights asks for. */
  MIN_STAY_THROUGH,
  /** More nights than one of the nights lets. */
  MAX_STAY_THROUGH,
  /** The pattern of the check-in date has no stay of this length. */
  STAY_PATTERN,
  /** A night has fewer rooms left than are asked for. */
  NO_STOCK,
  /** A room has too few or too many heads, or an age has no band. */
  PARTY,
  /** A night has no price for a room of the party. */
  NO_PRICE,
  /** The total is outside the budget. */
  OVER_BUDGET;

  /** Returns the code that an answer shows, such as {@code closed_property}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
