package tatami.cli.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;

/**
 * What a command gets from outside besides its arguments.
 *
 * @param in standard input
 * @param out standard output: the command's document and nothing else
 * @param err standard error
 * @param environment the environment variables
 */
public record Invocation(
    InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {

  /** Copies the map. */
  public Invocation {
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(err, "err");
    environment = Map.copyOf(environment);
  }
}
