package tatami.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tatami.cli.command.Invocation;
import tatami.cli.command.TatamiCommands;

/** The program {@code tatami}. */
public final class Tatami {

  private Tatami() {}

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    if (List.of(arguments).contains("--debug")) {
      System.setProperty("tatami.logLevel", "INFO");
    }
    int exitCode = run(List.of(arguments), System.in, out, err, System.getenv());
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /**
   * Runs one command in this process.
   *
   * @param arguments as typed, the command first
   * @param in read where a request is given as {@code -} only
   * @param out gets the command's document or table, in UTF-8 if it is a stream of ours
   * @param err gets progress and messages; logs go to the process's own stderr
   * @param environment in place of the process's own
   * @return the exit code
   */
  public static int run(
      List<String> arguments,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> environment) {
    return TatamiCommands.run(arguments, new Invocation(in, out, err, environment));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
