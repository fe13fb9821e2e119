package tatami.query.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads a JSON body within its limits.
 *
 * <p>At most {@value #LIMIT_BYTES} bytes of UTF-8, sent as {@code application/json} (or without a
 * content type) and not compressed. A client that sends too much is read a little further, so that
 * it sees the answer instead of a closed connection.
 */
final class RequestBody {

  static final int LIMIT_BYTES = 64 * 1024;

  private static final int DRAINED_BYTES = 1024 * 1024;
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private RequestBody() {}

  /**
   * Reads the body as text.
   *
   * @throws HttpProblemException 400, 408, 413 or 415
   */
  static String read(Context context) {
    refuseMediaType(context.header("Content-Type"));
    refuseCoding(context.header("Content-Encoding"));
    if (context.contentLength() > DRAINED_BYTES) {
      throw tooLarge();
    }
    return decode(readBytes(context));
  }

  private static void refuseMediaType(String contentType) {
    if (contentType == null) {
      return;
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";");
    boolean json = parts[0].strip().equals("application/json");
    for (int index = 1; index < parts.length; index++) {
      String parameter = parts[index].strip().replace("\"", "");
      json &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
    }
    if (!json) {
      throw new HttpProblemException(
          415,
          "content type is \""
              + contentType
              + "\": a search is sent as application/json in UTF-8"
              + " (curl: -H 'Content-Type: application/json')");
    }
  }

  private static void refuseCoding(String coding) {
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw new HttpProblemException(
          415, "content encoding is \"" + coding + "\": send the body uncompressed");
    }
  }

  private static byte[] readBytes(Context context) {
    long startedNanos = System.nanoTime();
    byte[] bytes = new byte[LIMIT_BYTES + 1];
    int length = 0;
    long drained = 0;
    try (InputStream body = context.bodyInputStream()) {
      while (length < bytes.length) {
        int count = body.read(bytes, length, bytes.length - length);
        if (count < 0) {
          return Arrays.copyOf(bytes, length);
        }
        length += count;
        refuseSlowness(startedNanos);
      }
      byte[] rest = new byte[8192];
      for (int count = 0; count >= 0 && drained < DRAINED_BYTES; count = body.read(rest)) {
        drained += count;
        refuseSlowness(startedNanos);
      }
    } catch (IOException cause) {
      throw new HttpProblemException(
          408, "the request's body did not arrive: bytes=" + length + "; send it again");
    }
    throw tooLarge();
  }

  private static void refuseSlowness(long startedNanos) {
    if (System.nanoTime() - startedNanos > DEADLINE.toNanos()) {
      throw new HttpProblemException(
          408, "the request's body took longer than " + DEADLINE.toSeconds() + " s; send it again");
    }
  }

  private static HttpProblemException tooLarge() {
    return new HttpProblemException(
        413, "the request's body is larger than " + LIMIT_BYTES + " bytes; ask for less at once");
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException cause) {
      throw new HttpProblemException(400, "the request's body is not UTF-8: send JSON in UTF-8");
    }
  }
}
