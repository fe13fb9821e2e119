package tatami.ingest.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import tatami.searchtable.codec.FieldWriter;
import tatami.searchtable.codec.IntegerWidth;

/**
 * Writes rows by COPY BINARY.
 *
 * <p>A row is {@link #startRow}, then one call per column in order. Nothing is in the table until
 * {@link #finish}. Not thread-safe.
 *
 * <pre>
 *   row      int16 columns, then per column: int32 bytes (-1 = NULL), bytes
 *   array    int32 dimensions = 1, int32 has NULL = 0, int32 element oid, int32 length, int32 lower = 1,
 *            then per element: int32 bytes, bytes                              (all big-endian)
 * </pre>
 *
 * <p>Source: PostgreSQL, COPY, "Binary Format", and src/backend/utils/adt/arrayfuncs.c.
 */
public final class BinaryCopyWriter implements FieldWriter, AutoCloseable {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final int FLUSH_BYTES = 1 << 16;

  private final CopyIn copy;
  private ByteBuffer buffer = ByteBuffer.allocate(FLUSH_BYTES * 2);

  /**
   * Starts a COPY.
   *
   * @param target table and columns, quoted, as they stand behind COPY
   */
  public BinaryCopyWriter(Connection connection, String target) throws SQLException {
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + target + " FROM STDIN (FORMAT binary)");
    buffer.put(SIGNATURE);
  }

  /** Starts a row of so many columns. */
  public void startRow(int columns) throws SQLException {
    if (buffer.position() >= FLUSH_BYTES) {
      flush();
    }
    room(Short.BYTES).putShort((short) columns);
  }

  @Override
  public void writeNull() {
    room(Integer.BYTES).putInt(-1);
  }

  @Override
  public void writeInteger(IntegerWidth width, long value) {
    room(Integer.BYTES + width.bytes()).putInt(width.bytes());
    put(width, value);
  }

  /** Writes an {@code int2}, {@code int4} or {@code int8}, or NULL. */
  public void writeInteger(IntegerWidth width, Long value) {
    if (value == null) {
      writeNull();
    } else {
      writeInteger(width, value.longValue());
    }
  }

  /** Writes a {@code text}, or NULL. */
  @Override
  public void writeText(String value) {
    if (value == null) {
      writeNull();
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
  }

  @Override
  public void writeIntegers(IntegerWidth width, long[] values) {
    boolean isEmpty = values.length == 0;
    int bytes = isEmpty ? 12 : 20 + values.length * (Integer.BYTES + width.bytes());
    room(Integer.BYTES + bytes).putInt(bytes);
    buffer.putInt(isEmpty ? 0 : 1).putInt(0).putInt(width.oid());
    if (!isEmpty) {
      buffer.putInt(values.length).putInt(1);
    }
    for (long value : values) {
      buffer.putInt(width.bytes());
      put(width, value);
    }
  }

  @Override
  public void writeBytes(byte[] bytes) {
    room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
  }

  /** Ends the COPY and returns how many rows were written. */
  public long finish() throws SQLException {
    room(Short.BYTES).putShort((short) -1);
    flush();
    return copy.endCopy();
  }

  /** Cancels a COPY that was not finished. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private void put(IntegerWidth width, long value) {
    switch (width) {
      case INT2 -> buffer.putShort((short) value);
      case INT4 -> buffer.putInt((int) value);
      case INT8 -> buffer.putLong(value);
    }
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      ByteBuffer larger =
          ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + bytes));
      buffer = larger.put(buffer.flip());
    }
    return buffer;
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
