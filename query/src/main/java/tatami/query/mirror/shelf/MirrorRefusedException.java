package tatami.query.mirror.shelf;

/** A release cannot be held in memory; the message says why, and what to do. */
public final class MirrorRefusedException extends RuntimeException {

  MirrorRefusedException(String message) {
    super(message);
  }
}
