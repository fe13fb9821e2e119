package tatami.cli.command;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads lines of UTF-8, strictly: a line that is something else is refused alone, and the next one
 * is read.
 */
final class LineReader {

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long number;

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** Reads the next line; false at the end of the input. */
  boolean advance() throws IOException {
    line.reset();
    int read = in.read();
    if (read < 0) {
      return false;
    }
    while (read >= 0 && read != '\n') {
      line.write(read);
      read = in.read();
    }
    number++;
    return true;
  }

  /** Returns the line's number, from 1. */
  long number() {
    return number;
  }

  /**
   * Returns the line without its end.
   *
   * @throws CharacterCodingException if it is not UTF-8
   */
  String text() throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(line.toByteArray()))
        .toString();
  }
}
