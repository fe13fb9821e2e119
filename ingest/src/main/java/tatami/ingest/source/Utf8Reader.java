package tatami.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 so that wrong bytes cost a row and not the feed.
 *
 * <p>A byte that is not part of valid UTF-8 becomes the lone low surrogate {@code U+DC00 + byte},
 * which valid text never holds alone, so the row can be found and quarantined. A byte order mark at
 * the start is skipped. Not thread-safe.
 */
final class Utf8Reader extends Reader {

  private static final char MARKER = '\uDC00';

  private final InputStream bytes;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer input = ByteBuffer.allocate(1 << 16).flip();
  private boolean endOfInput;
  private boolean atStart = true;
  private boolean sawMalformedBytes;
  private char lastCharacter = '\n';

  Utf8Reader(InputStream bytes) {
    this.bytes = bytes;
  }

  boolean sawMalformedBytes() {
    return sawMalformedBytes;
  }

  /** Tells, at the end, whether the last character was a line feed or a carriage return. */
  boolean endsWithNewline() {
    return lastCharacter == '\n' || lastCharacter == '\r';
  }

  static boolean containsMalformedByte(String text) {
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (Character.isLowSurrogate(character)
          && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length < 2) {
      throw new IllegalArgumentException("room for two characters is needed: length=" + length);
    }
    CharBuffer output = CharBuffer.wrap(target, offset, length).slice();
    while (output.position() == 0) {
      if (!decodeSome(output)) {
        return -1;
      }
    }
    lastCharacter = target[offset + output.position() - 1];
    return output.position();
  }

  /** Returns false at the end of the input, with nothing decoded. */
  private boolean decodeSome(CharBuffer output) throws IOException {
    if (!input.hasRemaining() && endOfInput) {
      return false;
    }
    if (!endOfInput && input.remaining() < 8) {
      fill();
    }
    if (atStart) {
      skipByteOrderMark();
    }
    CoderResult result = decoder.decode(input, output, endOfInput);
    if (result.isMalformed() && output.hasRemaining()) {
      sawMalformedBytes = true;
      output.put((char) (MARKER + (input.get() & 0xFF)));
    }
    return true;
  }

  private void fill() throws IOException {
    input.compact();
    int count = bytes.readNBytes(input.array(), input.position(), input.remaining());
    endOfInput = input.position() + count < input.capacity();
    input.position(input.position() + count);
    input.flip();
  }

  private void skipByteOrderMark() {
    atStart = false;
    if (input.remaining() >= 3
        && input.get(0) == (byte) 0xEF
        && input.get(1) == (byte) 0xBB
        && input.get(2) == (byte) 0xBF) {
      input.position(3);
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
