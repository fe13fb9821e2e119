package tatami.query.sql;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of a table, as {@link RecordText} selects them: records of equal length, by their place from
 * 0. They come in any order. Fields are read from the bytes that were sent.
 */
final class Records {

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTEGERS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final int count;
  private final int length;
  private final byte[] bytes;
  private final List<byte[]> varying;

  /**
   * Binds to what was sent.
   *
   * @param length bytes of a record
   */
  Records(int count, int length, byte[] bytes, List<byte[]> varying) {
    if (bytes.length != (long) count * length) {
      throw new IllegalStateException(
          "a row has a field that is null or of another length: rows="
              + count
              + " record="
              + length
              + " bytes="
              + bytes.length);
    }
    this.count = count;
    this.length = length;
    this.bytes = bytes;
    this.varying = List.copyOf(varying);
  }

  int count() {
    return count;
  }

  /** Returns the bytes of all records. */
  byte[] bytes() {
    return bytes;
  }

  /** Returns where a field of a record starts among {@link #bytes}. */
  int offset(int record, RecordField field) {
    return record * length + field.offset();
  }

  /** Returns the values that were sent apart from the records, one behind the other. */
  byte[] varying(int place) {
    return varying.get(place);
  }

  /** Returns an integer of 4 bytes. */
  int integer(int record, RecordField field) {
    return integerAt(bytes, record * length + field.offset());
  }

  /** Returns an integer of 2, 4 or 8 bytes. */
  long number(int record, RecordField field) {
    return numberAt(bytes, record * length + field.offset(), field.bytes());
  }

  static int integerAt(byte[] bytes, int offset) {
    return (int) INTEGERS.get(bytes, offset);
  }

  static long numberAt(byte[] bytes, int offset, int width) {
    return switch (width) {
      case Short.BYTES -> (short) SHORTS.get(bytes, offset);
      case Integer.BYTES -> (int) INTEGERS.get(bytes, offset);
      default -> (long) LONGS.get(bytes, offset);
    };
  }

  /** Returns the places of the records by a field of 4 bytes, ascending. */
  int[] order(RecordField field) {
    int[] order = new int[count];
    boolean isInOrder = true;
    int last = Integer.MIN_VALUE;
    for (int record = 0; record < count; record++) {
      int key = integer(record, field);
      isInOrder &= key >= last;
      last = key;
      order[record] = record;
    }
    return isInOrder ? order : sorted(field);
  }

  private int[] sorted(RecordField field) {
    long[] keys = new long[count];
    for (int record = 0; record < count; record++) {
      keys[record] = (long) integer(record, field) << Integer.SIZE | record;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }
}
