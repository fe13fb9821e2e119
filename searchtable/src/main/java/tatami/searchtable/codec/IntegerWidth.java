package tatami.searchtable.codec;

/** The integer types of PostgreSQL. */
public enum IntegerWidth {
  /** 2 bytes. */
  INT2("int2", Short.BYTES, 21),
  /** 4 bytes. */
  INT4("int4", Integer.BYTES, 23),
  /** 8 bytes. */
  INT8("int8", Long.BYTES, 20);

  private final String type;
  private final int bytes;
  private final int oid;

  IntegerWidth(String type, int bytes, int oid) {
    this.type = type;
    this.bytes = bytes;
    this.oid = oid;
  }

  /** Returns the narrowest type that holds every value of a closed range. */
  public static IntegerWidth narrowestFor(long lowest, long highest) {
    for (IntegerWidth width : values()) {
      if (width.holds(lowest) && width.holds(highest)) {
        return width;
      }
    }
    throw new IllegalStateException("unreachable: 8 bytes hold every long");
  }

  /** Returns the name of the type in SQL. */
  public String type() {
    return type;
  }

  /** Returns how many bytes a value takes. */
  public int bytes() {
    return bytes;
  }

  /** Returns the type's {@code pg_type.oid}, which COPY BINARY names for array elements. */
  public int oid() {
    return oid;
  }

  /** Returns the lowest value that it holds. */
  public long lowest() {
    return Long.MIN_VALUE >> (Long.SIZE - Byte.SIZE * bytes);
  }

  /** Returns the highest value that it holds. */
  public long highest() {
    return ~lowest();
  }

  /** Tells whether it holds a value. */
  public boolean holds(long value) {
    return value >= lowest() && value <= highest();
  }
}
