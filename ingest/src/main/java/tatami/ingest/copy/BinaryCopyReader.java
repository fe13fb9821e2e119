package tatami.ingest.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads rows by COPY BINARY; the wire form is that of {@link BinaryCopyWriter}.
 *
 * <p>A row is {@link #nextRow}, then one call per column in order. Not thread-safe.
 */
public final class BinaryCopyReader implements AutoCloseable {

  private static final int HEADER_BYTES = 19;

  private final CopyOut copy;
  private ByteBuffer row = ByteBuffer.allocate(0);
  private boolean isFirst = true;

  /**
   * Starts a COPY.
   *
   * @param query the SELECT
   */
  public BinaryCopyReader(Connection connection, String query) throws SQLException {
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
  }

  /** Moves to the next row; false at the end. */
  public boolean nextRow() throws SQLException {
    byte[] message = copy.readFromCopy();
    if (message == null) {
      return false;
    }
    row = ByteBuffer.wrap(message);
    if (isFirst) {
      row.position(HEADER_BYTES);
      isFirst = false;
      if (!row.hasRemaining()) {
        return nextRow();
      }
    }
    return row.getShort() >= 0 || nextRow();
  }

  /** Reads a {@code text}, or null. */
  public String readText() {
    int bytes = row.getInt();
    if (bytes < 0) {
      return null;
    }
    String text = new String(row.array(), row.position(), bytes, StandardCharsets.UTF_8);
    row.position(row.position() + bytes);
    return text;
  }

  /** Reads an {@code int2}, {@code int4} or {@code int8}, or null. */
  public Long readInteger() {
    int bytes = row.getInt();
    return bytes < 0 ? null : readInteger(row, bytes);
  }

  /**
   * Reads an array of {@code int2}, {@code int4} or {@code int8} that is neither null nor holds
   * NULLs.
   *
   * @param target where the elements go, from index 0
   * @return how many there are
   */
  public int readIntegers(long[] target) {
    row.getInt();
    int dimensions = row.getInt();
    row.position(row.position() + 2 * Integer.BYTES);
    if (dimensions == 0) {
      return 0;
    }
    int length = row.getInt();
    row.getInt();
    for (int index = 0; index < length; index++) {
      target[index] = readInteger(row, row.getInt());
    }
    return length;
  }

  /**
   * Reads what is left, so that the connection can be used again. A cancellation could arrive late
   * and hit the next statement.
   */
  @Override
  public void close() throws SQLException {
    while (copy.isActive()) {
      copy.readFromCopy();
    }
  }

  private static long readInteger(ByteBuffer buffer, int bytes) {
    return switch (bytes) {
      case Short.BYTES -> buffer.getShort();
      case Integer.BYTES -> buffer.getInt();
      case Long.BYTES -> buffer.getLong();
      default -> throw new IllegalStateException("not the width of an integer: bytes=" + bytes);
    };
  }
}
