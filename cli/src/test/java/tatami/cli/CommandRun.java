package tatami.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One command run in this process.
 *
 * @param exitCode how it ended
 * @param out all of stdout
 * @param err all of stderr
 */
public record CommandRun(int exitCode, String out, String err) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Runs a command without input. */
  public static CommandRun of(Map<String, String> environment, String... arguments) {
    return withInput("", environment, arguments);
  }

  /** Runs a command that reads this text. */
  public static CommandRun withInput(
      String input, Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Tatami.run(
            List.of(arguments),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment);
    return new CommandRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Returns the one document on stdout. */
  public JsonNode document() {
    if (out.lines().count() != 1) {
      throw new AssertionError("stdout is not one line of JSON: " + out + err);
    }
    return JSON.readTree(out);
  }
}
