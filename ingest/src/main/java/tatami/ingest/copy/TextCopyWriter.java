package tatami.ingest.copy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows by COPY in text form.
 *
 * <p>Values are null, or anything whose {@code toString} is the type's input form, or a list of
 * texts for an array. Nothing is in the table until {@link #finish}. Not thread-safe.
 */
public final class TextCopyWriter implements AutoCloseable {

  private static final int FLUSH_CHARACTERS = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder buffer = new StringBuilder(FLUSH_CHARACTERS * 2);

  /**
   * Starts a COPY.
   *
   * @param target table and columns, quoted, as they stand behind COPY
   */
  public TextCopyWriter(Connection connection, String target) throws SQLException {
    this.copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + target + " FROM STDIN");
  }

  /** Returns the wire form of a row, which {@link #write(String)} takes. */
  public static String line(List<?> values) {
    StringBuilder line = new StringBuilder();
    for (int index = 0; index < values.size(); index++) {
      if (index > 0) {
        line.append('\t');
      }
      Object value = values.get(index);
      if (value == null) {
        line.append("\\N");
      } else if (value instanceof List<?> list) {
        appendEscaped(line, arrayLiteral(list));
      } else {
        appendEscaped(line, value.toString());
      }
    }
    return line.append('\n').toString();
  }

  /** Writes one row in wire form. */
  public void write(String line) throws SQLException {
    buffer.append(line);
    if (buffer.length() >= FLUSH_CHARACTERS) {
      flush();
    }
  }

  /** Ends the COPY and returns how many rows were written. */
  public long finish() throws SQLException {
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

  private void flush() throws SQLException {
    byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    buffer.setLength(0);
  }

  private static void appendEscaped(StringBuilder line, String text) {
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      switch (character) {
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> line.append(character);
      }
    }
  }

  private static String arrayLiteral(List<?> values) {
    StringBuilder literal = new StringBuilder("{");
    for (int index = 0; index < values.size(); index++) {
      literal.append(index == 0 ? "\"" : ",\"");
      literal.append(values.get(index).toString().replace("\\", "\\\\").replace("\"", "\\\""));
      literal.append('"');
    }
    return literal.append('}').toString();
  }
}
