package tatami.cli.command;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tatami.cli.database.DatabaseUnusableException;
import tatami.cli.database.DatabaseUrlException;
import tatami.query.http.ServerNotStartedException;
import tatami.searchbuild.catalog.CatalogProblemsException;
import tatami.searchbuild.job.BuildFailure;

/**
 * Turns a failure into its message and exit code. With {@code --output json} the failure is the one
 * document, in the form of RFC 9457; with {@code --debug} the stack trace follows on stderr.
 */
final class FailureReport {

  private static final List<String> ALWAYS_JSON = List.of("search", "calendar", "why-not");

  private final Invocation invocation;
  private final List<String> arguments;

  FailureReport(Invocation invocation, List<String> arguments) {
    this.invocation = invocation;
    this.arguments = arguments;
  }

  /** Prints it, and returns the exit code. */
  int report(Throwable failure) {
    int exitCode = exitCode(failure);
    if (isJvmEnding()) {
      return exitCode;
    }
    String message = message(failure);
    if (isJson()) {
      new Console(invocation, true).printDocument(document(exitCode, message));
    }
    message.lines().forEach(line -> invocation.err().print("tatami: " + line + "\n"));
    if (arguments.contains("--debug")) {
      failure.printStackTrace(invocation.err());
    }
    invocation.err().flush();
    return exitCode;
  }

  private boolean isJson() {
    int flag = arguments.indexOf("--output");
    boolean apart =
        flag >= 0
            && flag + 1 < arguments.size()
            && arguments.get(flag + 1).equalsIgnoreCase("json");
    boolean alwaysJson = !arguments.isEmpty() && ALWAYS_JSON.contains(arguments.get(0));
    return alwaysJson || apart || arguments.stream().anyMatch("--output=json"::equalsIgnoreCase);
  }

  /** After a signal, whatever fails does so because we are ending it. */
  private static boolean isJvmEnding() {
    try {
      Thread probe = new Thread(() -> {});
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException ending) {
      return true;
    }
  }

  private static int exitCode(Throwable failure) {
    if (failure instanceof BuildFailure build) {
      return build.exitCode();
    }
    if (isMistake(failure)) {
      return ExitCodes.USAGE;
    }
    if (failure instanceof DatabaseUnusableException || isConnectionLoss(failure)) {
      return ExitCodes.DATABASE_UNUSABLE;
    }
    return ExitCodes.FAILED;
  }

  private static String message(Throwable failure) {
    if (isExpected(failure)) {
      return failure.getMessage();
    }
    if (isConnectionLoss(failure)) {
      return "the database went away: "
          + rootMessage(failure)
          + "; see that PostgreSQL runs, then give the command again";
    }
    return "unexpected failure: " + rootMessage(failure) + "; --debug shows where";
  }

  /** The user has to type something else. */
  private static boolean isMistake(Throwable failure) {
    return failure instanceof UsageException
        || failure instanceof DatabaseUrlException
        || failure instanceof CatalogProblemsException
        || failure instanceof ServerNotStartedException;
  }

  /** The message was written for the user. */
  private static boolean isExpected(Throwable failure) {
    return isMistake(failure)
        || failure instanceof BuildFailure
        || failure instanceof DatabaseUnusableException
        || failure instanceof NothingToSearchException
        || failure instanceof CommandFailedException;
  }

  /** Classes 08, 57P and 53300: no connection, or none any more. */
  private static boolean isConnectionLoss(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException problem && problem.getSQLState() != null) {
        String state = problem.getSQLState();
        if (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")) {
          return true;
        }
      }
    }
    return false;
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    boolean plain = root instanceof SQLException || root instanceof IOException;
    return plain && message != null
        ? message.lines().findFirst().orElse("")
        : root.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  /** Returns a problem document. */
  static Map<String, Object> document(int exitCode, String message) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "about:blank");
    document.put("title", exitCode == ExitCodes.USAGE ? "bad request" : "command failed");
    document.put("status", status(exitCode));
    document.put("detail", message);
    document.put("exit_code", exitCode);
    document.put("errors", List.of());
    return document;
  }

  private static int status(int exitCode) {
    return switch (exitCode) {
      case ExitCodes.USAGE -> 400;
      case ExitCodes.DATABASE_UNUSABLE -> 503;
      default -> 500;
    };
  }
}
