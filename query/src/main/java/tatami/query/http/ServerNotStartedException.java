package tatami.query.http;

/** The HTTP server could not be started; the message says why and what to do. */
public final class ServerNotStartedException extends RuntimeException {

  ServerNotStartedException(String message, Throwable cause) {
    super(message, cause);
  }
}
