package tatami.ingest.copy;

import java.nio.ByteBuffer;

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
    if (lowest >= Short.MIN_VALUE && highest <= Short.MAX_VALUE) {
      return INT2;
    }
    return lowest >= Integer.MIN_VALUE && highest <= Integer.MAX_VALUE ? INT4 : INT8;
  }

  /** Returns the name of the type in SQL. */
  public String type() {
    return type;
  }

  /** Returns how many bytes a value takes. */
  public int bytes() {
    return bytes;
  }

  int oid() {
    return oid;
  }

  void put(ByteBuffer buffer, long value) {
    switch (this) {
      case INT2 -> buffer.putShort((short) value);
      case INT4 -> buffer.putInt((int) value);
      case INT8 -> buffer.putLong(value);
    }
  }

  static long read(ByteBuffer buffer, int bytes) {
    return switch (bytes) {
      case Short.BYTES -> buffer.getShort();
      case Integer.BYTES -> buffer.getInt();
      case Long.BYTES -> buffer.getLong();
      default -> throw new IllegalStateException("not the width of an integer: bytes=" + bytes);
    };
  }
}
