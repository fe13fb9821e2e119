package tatami.ingest.synthetic;

/** What a price in the feeds is for; there is a catalog for each. */
public enum PricedPer {
  /** One person of a class in a room with a number of heads. */
  PERSON,
  /** A room with a number of heads, and each head beyond the largest number. */
  ROOM,
  /** A room, whoever sleeps in it. */
  UNIT
}
