package tatami.cli.database;

/** The database cannot be reached or cannot be used; the message says what to do. */
public final class DatabaseUnusableException extends RuntimeException {

  /** The exit code of a command that ends so ({@code EX_TEMPFAIL}). */
  public static final int EXIT_CODE = 75;

  DatabaseUnusableException(String message) {
    super(message);
  }

  DatabaseUnusableException(String message, Throwable cause) {
    super(message, cause);
  }
}
