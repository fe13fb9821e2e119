package tatami.cli.database;

import java.sql.SQLException;
import java.util.Locale;

/** Puts what the driver says into our words: one line, lower case at the start, no final stop. */
final class ServerMessage {

  private ServerMessage() {}

  static String of(SQLException failure) {
    String message = failure.getMessage() == null ? "no reason given" : failure.getMessage();
    String line = message.lines().findFirst().orElse("").strip();
    if (line.startsWith("FATAL: ")) {
      line = line.substring("FATAL: ".length()).strip();
    }
    if (line.startsWith("Connection to ") && line.contains(" refused")) {
      line = "connection refused";
    }
    if (line.endsWith(".")) {
      line = line.substring(0, line.length() - 1);
    }
    return line.isEmpty()
        ? line
        : line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
  }
}
