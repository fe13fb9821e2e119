package tatami.cli.database;

/** A database address that the user gave cannot be understood. */
public final class DatabaseUrlException extends RuntimeException {

  DatabaseUrlException(String message) {
    super(message);
  }
}
