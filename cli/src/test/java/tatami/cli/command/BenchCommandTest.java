package tatami.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code bench} refuses before it measures; measuring is tested in its own module. */
class BenchCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aFilterThatChoosesNothingNamesWhatThereIs() {
    assertThat(run("bench", "--filter", "nonesuch")).isEqualTo(ExitCodes.USAGE);
    assertThat(text(err))
        .startsWith("tatami: no benchmark has that name: filter=nonesuch, there are [")
        .contains("PackingBenchmark.packedCells", "StayTotalBenchmark.packedArrays");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void aRefusalIsTheOneDocumentIfJsonIsAskedFor() {
    assertThat(run("bench", "--filter", "pack(", "--output", "json")).isEqualTo(ExitCodes.USAGE);
    assertThat(text(out)).contains("\"detail\":\"the filter is no regular expression");
    assertThat(text(out).lines()).hasSize(1);
  }

  @Test
  void aDatabaseThatIsAwayEndsTheCommand() {
    assertThat(run("bench", "--filter", "stay", "--db", "postgresql://nobody@127.0.0.1:1/none"))
        .isEqualTo(ExitCodes.DATABASE_UNUSABLE);
    assertThat(text(err)).contains("127.0.0.1:1/none");
  }

  @Test
  void aSizeThatIsNotThereIsRefused() {
    assertThat(run("bench", "--size", "huge")).isEqualTo(ExitCodes.USAGE);
    assertThat(text(err)).contains("--size").contains("huge");
  }

  private int run(String... arguments) {
    Invocation invocation =
        new Invocation(
            InputStream.nullInputStream(), new PrintStream(out), new PrintStream(err), Map.of());
    return TatamiCommands.run(List.of(arguments), invocation);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
