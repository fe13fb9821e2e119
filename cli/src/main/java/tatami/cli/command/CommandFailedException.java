package tatami.cli.command;

/** The work failed for a reason that the message gives in full. */
final class CommandFailedException extends RuntimeException {

  CommandFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
