package tatami.cli.command;

/** What was typed cannot be done; the message says what can. */
final class UsageException extends RuntimeException {

  UsageException(String message) {
    super(message);
  }
}
