package tatami.query.sql;

/** Bytes to be bound as {@code bytea}. */
final class ByteString {

  private final byte[] bytes;

  ByteString(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  byte[] bytes() {
    return bytes.clone();
  }
}
