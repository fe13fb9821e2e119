package tatami.oracle.hotel;

/** What a price cell is the price of. */
public enum PriceModel {
  PERSON,
  ROOM,
  UNIT
}
