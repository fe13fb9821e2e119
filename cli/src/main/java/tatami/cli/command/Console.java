package tatami.cli.command;

import java.util.function.Consumer;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What a command prints: its document or table to stdout, everything else to stderr. */
final class Console {

  static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final Invocation invocation;
  private final boolean quiet;

  Console(Invocation invocation, boolean quiet) {
    this.invocation = invocation;
    this.quiet = quiet;
  }

  /** Prints the one document, on one line. */
  void printDocument(Object document) {
    printLine(JSON.writeValueAsString(document));
  }

  /** Prints a line to stdout, at once. */
  void printLine(String line) {
    invocation.out().print(line + "\n");
    invocation.out().flush();
  }

  /** Says how far the work is, unless nobody wants to know. */
  void progress(String line) {
    if (!quiet) {
      say(line);
    }
  }

  /** Says something that must be heard. */
  void say(String line) {
    invocation.err().print(line + "\n");
    invocation.err().flush();
  }

  Consumer<String> progressListener() {
    return this::progress;
  }
}
