package tatami.query.release;

/** What a row of a search table is. */
public enum Grain {
  /** What a result lists. */
  PROPERTY,
  /** What is sold. */
  OFFER
}
