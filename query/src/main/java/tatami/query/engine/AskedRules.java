package tatami.query.engine;

/** Which rules of stays are asked about. */
public enum AskedRules {
  /** All. */
  OF_STAYS,
  /** Those of a single night: closed, stop-sell, stock, and prices. */
  OF_OPEN_NIGHTS
}
