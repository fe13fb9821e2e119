package tatami.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tatami.cli.home.TatamiHome;

final class CommandLineTest {

  private static final String NOWHERE = "postgresql://u:s3cret@127.0.0.1:1/d";

  @TempDir Path folder;

  @Test
  void suggestsTheNearestCommand() {
    CommandRun run = run("statsu");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("unknown command statsu, did you mean status?");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void suggestsTheNearestFlag() {
    CommandRun run = run("rebuild", "--feed=x");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("unknown flag --feed=x, did you mean --feeds?");
  }

  @Test
  void wantsACommand() {
    assertThat(run().exitCode()).isEqualTo(2);
    assertThat(run().err()).contains("a command is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "generate",
        "ingest",
        "build",
        "rebuild",
        "publish",
        "status",
        "search",
        "calendar",
        "why-not",
        "serve",
        "stop",
        "demo",
        "bench"
      })
  void everyCommandHasHelpWithAnExample(String command) {
    CommandRun run = run(command, "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Example").contains("tatami " + command).contains("--output");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void tellsItsVersions() {
    assertThat(run("--version").out()).startsWith("tatami ").contains("PostgreSQL 18.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "yesterday", "2026-12-01 09:30", "20261201", ""})
  void refusesANowThatIsNoDate(String now) {
    CommandRun run = run("status", "--now", now);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("is no date and no date-time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rebuild", "status", "layout", "advise", "stop", "check"})
  void refusesAnEngineWhereNothingIsSearched(String command) {
    CommandRun run = run(command, "--engine", "memory");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--engine memory is for commands that search");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "much", "-1g", "1.5g", "0m", ""})
  void refusesALimitThatIsNoSize(String size) {
    CommandRun run = run("search", "{}", "--engine", "memory", "--memory-limit", size);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("a size is", "--memory-limit");
  }

  @Test
  void refusesALimitThatHasNoUse() {
    CommandRun run = run("search", "{}", "--memory-limit", "1g");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--memory-limit goes with --engine memory");
  }

  @Test
  void saysThatTheDatabaseIsAwayAndKeepsTheSecret() {
    CommandRun run = run("status", "--db", NOWHERE);
    assertThat(run.exitCode()).isEqualTo(75);
    assertThat(run.err()).contains("127.0.0.1:1/d (--db)").doesNotContain("s3cret");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void aFailureIsTheOneDocumentWhereJsonIsAskedFor() {
    CommandRun run = run("status", "--output", "json", "--db", NOWHERE);
    assertThat(run.document().path("exit_code").asInt()).isEqualTo(75);
    for (String command : List.of("search", "calendar", "why-not")) {
      assertThat(run(command, "{}", "--db", NOWHERE).document().path("status").asInt())
          .isEqualTo(503);
    }
  }

  @Test
  void refusesAnAddressThatItCannotRead() {
    CommandRun run = run("status", "--db", "mysql://u:s3cret@h/d");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--db is not an address of PostgreSQL").doesNotContain("s3cret");
  }

  @Test
  void aBuildNeedsACatalogAndFeeds() throws IOException {
    assertThat(run("rebuild").err()).contains("--catalog FILE|DIR");
    Path catalog = copyCatalog();
    CommandRun run = run("rebuild", "--catalog", catalog.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--feeds DIR");
  }

  @Test
  void showsAllProblemsOfACatalog() throws IOException {
    Path catalog = copyCatalog();
    String text = Files.readString(catalog);
    Files.writeString(
        catalog,
        text.replace("currency:", "curency:").replace("time_zone: Asia", "time_zone: Azia"));
    CommandRun run = run("check", "--catalog", catalog.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("currency").contains("Azia");
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void checkStartsNoDatabaseAndSaysWhichFeedsAreMissing() throws IOException {
    CommandRun run =
        run(
            "check",
            "--catalog",
            copyCatalog().toString(),
            "--feeds",
            folder.toString(),
            "--output",
            "json");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.document().path("database").path("detail").asString())
        .contains("would be made in");
    assertThat(run.document().path("feeds").path("hotel").path("state").asString())
        .isEqualTo("refused");
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void stopHasNothingToDoWhereNothingIs() {
    CommandRun run = run("stop");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("no database was running");
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void aHomeThatIsAFileCannotHoldADatabase() throws IOException {
    Files.createFile(folder.resolve("home"));
    CommandRun run = run("status");
    assertThat(run.exitCode()).isEqualTo(75);
    assertThat(run.err()).contains("is a file, not a folder");
  }

  @Test
  void generatesEqualFeedsForEqualFlags() throws IOException {
    for (String out : List.of("one", "two")) {
      CommandRun run =
          run(
              "generate",
              "ryokan",
              "--hotels=2",
              "--days=3",
              "--start=2026-12-01",
              "--out",
              folder.resolve(out).toString(),
              "--output=json");
      assertThat(run.exitCode()).isZero();
      assertThat(run.document().path("first_night").asString()).isEqualTo("2026-12-01");
    }
    assertThat(folder.resolve("one/price-000.csv.gz"))
        .hasSameBinaryContentAs(folder.resolve("two/price-000.csv.gz"));
  }

  @Test
  void packsFeedsAsAskedAndListsWhatItBroke() throws IOException {
    CommandRun run =
        run(
            "generate",
            "ryokan",
            "--hotels=20",
            "--days=30",
            "--start=2026-12-01",
            "--price=room",
            "--compression=zst",
            "--mess",
            "--out",
            folder.toString(),
            "--output=json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.document().path("files").valueStream().map(file -> file.path("name").asString()))
        .contains("price-000.csv.zst")
        .hasSize(10);
    assertThat(run.document().path("mess").path("name").asString()).isEqualTo("mess.csv");
    assertThat(Files.readAllLines(folder.resolve("mess.csv")))
        .hasSize(run.document().path("mess").path("rows").asInt() + 1)
        .first()
        .isEqualTo("feed,file,line,kind,outcome,reason");
  }

  @Test
  void refusesAMessThatWouldCostAFeed() {
    CommandRun run = run("generate", "ryokan", "--mess=5", "--out", folder.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("mess=5 allowed=100..1000000");
  }

  @Test
  void refusesSizesOutOfBounds() {
    CommandRun run = run("generate", "ryokan", "--hotels=0", "--out", folder.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("hotels=0 allowed=1..100000");
  }

  private Path copyCatalog() throws IOException {
    Path file = folder.resolve("catalog.yaml");
    Files.copy(Path.of("..", "catalogs", "ryokan", "catalog.yaml"), file);
    return file;
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(Map.of(TatamiHome.VARIABLE, folder.resolve("home").toString()), arguments);
  }
}
