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
  TEXT_LIST("text[]", "text[]");

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
    return this == INTEGER || this == BIGINT || this == MONEY || this == BOOLEAN;
  }
}
