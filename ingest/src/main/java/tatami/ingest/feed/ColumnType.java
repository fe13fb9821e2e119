package tatami.ingest.feed;

/** Type of a feed column, with the type that it has in a master table. */
public enum ColumnType {
  /** Text as it is, never trimmed; empty is absent. */
  TEXT("text", "text"),
  /** A whole number of 32 bits. */
  INTEGER("integer", "int4"),
  /** A whole number of 64 bits. */
  BIGINT("bigint", "int8"),
  /** An exact decimal number. */
  NUMERIC("numeric", "numeric"),
  /**
   * {@code t}, {@code f}, {@code true}, {@code false}, or what the column's map makes of a text.
   */
  BOOLEAN("boolean", "bool"),
  /** A day, {@code yyyy-mm-dd}. */
  DATE("date", "date"),
  /** An amount of the catalog's currency, held in its minor unit. */
  MONEY("money", "int8"),
  /** A list of texts. */
  TEXT_LIST("text[]", "text[]"),
  /** A time of day, {@code hh:mm} from 00:00 to 23:59; kept as it is written. */
  TIME("time", "text"),
  /** The IANA name of a time zone. */
  TIME_ZONE("time_zone", "text"),
  /** The letters of the catalog's currency: a row in another one is bad. */
  CURRENCY("currency", "text"),
  /**
   * Which lengths of stay may start: 1 to 62 characters 0 and 1, of which number {@code n} is bit
   * {@code n − 1}; the highest set bit stands behind the last one. Calendar values alone.
   */
  PATTERN("pattern", "int8");

  private final String catalogName;
  private final String postgresType;

  ColumnType(String catalogName, String postgresType) {
    this.catalogName = catalogName;
    this.postgresType = postgresType;
  }

  /** Returns the name that a catalog uses. */
  public String catalogName() {
    return catalogName;
  }

  /** Returns the type of the column in a master table. */
  public String postgresType() {
    return postgresType;
  }

  /** Tells whether values can be cells of a packed calendar. */
  public boolean isPackable() {
    return this == INTEGER || this == BIGINT || this == MONEY || this == BOOLEAN || this == PATTERN;
  }
}
