package tatami.query.manifest;

/** A release is not what its manifest says, or has none. The message says what differs. */
public final class DamagedReleaseException extends RuntimeException {

  DamagedReleaseException(String message) {
    super(message);
  }
}
