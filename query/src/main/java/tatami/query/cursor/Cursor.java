package tatami.query.cursor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The last hit of a page.
 *
 * <pre>
 * byte    0        1         5         9         17         25     29
 *         version  catalog   release   digest    sort key   id     check
 *         1        CRC32     int       long      long       int    CRC32 of all before
 * </pre>
 *
 * @param release the release that the first page was searched in
 * @param digest {@link RequestDigest} of the request
 * @param sortKey the hit's place in the order
 * @param id the hit's surrogate, which breaks ties
 */
public record Cursor(int release, long digest, long sortKey, int id) {

  private static final byte VERSION = 1;
  private static final int BYTES = 33;

  /** Returns the text for {@code next}: base64url without padding. */
  public String encode(String catalog) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    bytes.put(VERSION).putInt(checksum(catalog.getBytes(StandardCharsets.UTF_8)));
    bytes.putInt(release).putLong(digest).putLong(sortKey).putInt(id);
    bytes.putInt(checksum(bytes.array(), bytes.position()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Reads a cursor's text; empty where it is damaged, of another catalog or of another version. */
  public static Optional<Cursor> decode(String catalog, String text) {
    byte[] raw;
    try {
      raw = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (raw.length != BYTES || raw[0] != VERSION) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(raw, 1, BYTES - 1);
    int ofCatalog = bytes.getInt();
    Cursor cursor = new Cursor(bytes.getInt(), bytes.getLong(), bytes.getLong(), bytes.getInt());
    boolean whole =
        bytes.getInt() == checksum(raw, BYTES - Integer.BYTES)
            && ofCatalog == checksum(catalog.getBytes(StandardCharsets.UTF_8))
            && cursor.encode(catalog).equals(text);
    return whole ? Optional.of(cursor) : Optional.empty();
  }

  private static int checksum(byte[] bytes) {
    return checksum(bytes, bytes.length);
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }
}
