package tatami.query.mirror.copy;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import tatami.searchtable.codec.FieldReader;

/**
 * Reads what {@code COPY … TO STDOUT (FORMAT BINARY)} sends, row by row.
 *
 * <pre>
 *   "PGCOPY\n\377\r\n\0"  flags int4  length of the header's rest int4  rest
 *   row:  fields int2  (length int4, −1 = NULL  bytes)…
 *   end:  int2 −1
 * </pre>
 */
public final class CopyRows {

  private static final int SIGNATURE_BYTES = 11;
  private static final int HEADER_BYTES = SIGNATURE_BYTES + 2 * Integer.BYTES;
  private static final int END = -1;
  private static final int NULL = -1;

  /** Of an array's header: dimensions, flags and type of its elements. */
  private static final int ARRAY_HEADER = 3 * Integer.BYTES;

  private ByteBuffer message;
  private int[] starts = new int[0];
  private int[] lengths = new int[0];

  private CopyRows() {}

  /** Takes rows. */
  @FunctionalInterface
  public interface RowSink {
    /** Takes a row, which is valid until the next one. */
    void accept(CopyRows row) throws SQLException;
  }

  /**
   * Reads the rows of a query.
   *
   * @param query a SELECT without place-holders
   * @return how many rows came
   */
  public static long read(Connection connection, String query, RowSink sink) throws SQLException {
    CopyRows rows = new CopyRows();
    CopyOut copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY (" + query + ") TO STDOUT (FORMAT BINARY)");
    long count = 0;
    try {
      boolean isFirst = true;
      for (byte[] bytes = copy.readFromCopy(); bytes != null; bytes = copy.readFromCopy()) {
        rows.message = ByteBuffer.wrap(bytes);
        if (isFirst) {
          rows.skipHeader();
          isFirst = false;
        }
        while (rows.next()) {
          sink.accept(rows);
          count++;
        }
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
    return count;
  }

  private void skipHeader() {
    int rest = message.getInt(HEADER_BYTES - Integer.BYTES);
    message.position(HEADER_BYTES + rest);
  }

  private boolean next() {
    if (!message.hasRemaining()) {
      return false;
    }
    int fields = message.getShort();
    if (fields == END) {
      return false;
    }
    if (fields > starts.length) {
      starts = new int[fields];
      lengths = new int[fields];
    }
    for (int field = 0; field < fields; field++) {
      lengths[field] = message.getInt();
      starts[field] = message.position();
      if (lengths[field] != NULL) {
        message.position(starts[field] + lengths[field]);
      }
    }
    return true;
  }

  /** Tells whether a field is NULL. */
  public boolean isNull(int field) {
    return lengths[field] == NULL;
  }

  /** Returns an integer of two, four or eight bytes. */
  public long integer(int field) {
    return integerAt(starts[field], lengths[field]);
  }

  private long integerAt(int start, int length) {
    return switch (length) {
      case Short.BYTES -> message.getShort(start);
      case Integer.BYTES -> message.getInt(start);
      case Long.BYTES -> message.getLong(start);
      default -> throw new IllegalStateException("not an integer: bytes=" + length);
    };
  }

  /** Returns the bytes of a field: of a text in UTF-8, or of a {@code bytea}. */
  public byte[] bytes(int field) {
    return Arrays.copyOfRange(message.array(), starts[field], starts[field] + lengths[field]);
  }

  /** Returns an array of integers; no element is NULL. */
  public long[] integers(int field) {
    int start = starts[field];
    if (message.getInt(start) == 0) {
      return new long[0];
    }
    int count = message.getInt(start + ARRAY_HEADER);
    long[] elements = new long[count];
    int at = start + ARRAY_HEADER + 2 * Integer.BYTES;
    for (int element = 0; element < count; element++) {
      int length = message.getInt(at);
      elements[element] = integerAt(at + Integer.BYTES, length);
      at += Integer.BYTES + length;
    }
    return elements;
  }

  /**
   * Returns a reader of some fields.
   *
   * @param fields by the place that a codec's column has among its columns
   */
  public FieldReader reader(int... fields) {
    return new FieldReader() {
      @Override
      public boolean isNull(int column) {
        return CopyRows.this.isNull(fields[column]);
      }

      @Override
      public long readInteger(int column) {
        return integer(fields[column]);
      }

      @Override
      public long[] readIntegers(int column) {
        return integers(fields[column]);
      }

      @Override
      public byte[] readBytes(int column) {
        return bytes(fields[column]);
      }
    };
  }
}
