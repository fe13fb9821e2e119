package tatami.query.sql;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes as PostgreSQL sends them: each number in its own width, the highest byte first. */
final class RecordBytes {

  private RecordBytes() {}

  /** Puts numbers one behind the other: 2, 4 or 8 bytes, as their Java type has. */
  static byte[] of(Object... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
    for (Object number : numbers) {
      if (number instanceof Short narrow) {
        bytes.putShort(narrow);
      } else if (number instanceof Integer integer) {
        bytes.putInt(integer);
      } else {
        bytes.putLong((Long) number);
      }
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** Puts arrays of {@code int4} one behind the other. */
  static byte[] ofArrays(int[]... arrays) {
    ByteBuffer bytes = ByteBuffer.allocate(1_000);
    for (int[] array : arrays) {
      bytes.putInt(array.length == 0 ? 0 : 1).putInt(0).putInt(23);
      if (array.length > 0) {
        bytes.putInt(array.length).putInt(1);
      }
      for (int element : array) {
        bytes.putInt(Integer.BYTES).putInt(element);
      }
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }
}
