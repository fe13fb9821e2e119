package tatami.cli.command;

/** No release is there to be searched. */
final class NothingToSearchException extends RuntimeException {

  NothingToSearchException(String message) {
    super(message);
  }
}
