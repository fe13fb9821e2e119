package tatami.query.request;

/**
 * The order of a result; ties break by surrogate, which is the recommended order.
 *
 * @param name as asked for
 * @param kind how it is computed
 * @param column the rank's column; null unless the kind is a rank
 */
public record SortOrder(String name, Kind kind, String column) {

  /** Name of the default order. */
  public static final String RECOMMENDED_NAME = "recommended";

  /** The default order. */
  public static final SortOrder RECOMMENDED =
      new SortOrder(RECOMMENDED_NAME, Kind.RECOMMENDED, null);

  /** Name of the order by relevance. */
  public static final String RELEVANCE_NAME = "relevance";

  /** The default order where words of the property are asked for. */
  public static final SortOrder RELEVANCE = new SortOrder(RELEVANCE_NAME, Kind.RELEVANCE, null);

  /** How an order is computed. */
  public enum Kind {
    /** By surrogate. */
    RECOMMENDED,
    /** By a rank that the catalog defines. */
    RANK,
    /** By the property's lowest total, none last. */
    PRICE,
    /** By the property's lowest total, highest first, none last. */
    PRICE_DESCENDING,
    /** By the distance from {@code near}. */
    DISTANCE,
    /** Those with all words in the first text before the others. */
    RELEVANCE
  }

  /** Says whether every matching property needs its price. */
  public boolean needsPrice() {
    return kind == Kind.PRICE || kind == Kind.PRICE_DESCENDING;
  }
}
