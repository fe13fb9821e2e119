package tatami.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tatami.cli.database.Database;
import tatami.cli.database.DatabaseAddress;

/** {@code --engine memory} on a release that was built: what it answers, says and refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MemoryEngineIT {

  private static final String CATALOG = Path.of("..", "catalogs", "ryokan").toString();
  private static final String NOW = "2026-12-01";
  private static final String SEARCHES =
      """
      {"stay":{"check_in":"2026-12-05","nights":2},"facets":["area","price"],"sort":"price"}
      {"stay":{"party":{"adults":3,"children":[5],"rooms":2}},"size":5}
      {"size":0}
      {"where":{"words":"温泉"}}
      """;

  private String database;

  @BeforeAll
  void build(@TempDir Path folder) {
    String feeds = folder.resolve("feeds").toString();
    database = TestHome.shared().createDatabase();
    for (String[] command :
        List.of(
            new String[] {
              "generate", "ryokan", "--hotels=40", "--days=40", "--start=" + NOW, "--out", feeds
            },
            rebuild("whole", feeds),
            rebuild("broken", feeds))) {
      CommandRun run = run("", command);
      assertThat(run.exitCode()).as(run.err()).isZero();
    }
  }

  private static String[] rebuild(String name, String feeds) {
    return new String[] {
      "rebuild", "--catalog", CATALOG, "--name", name, "--feeds", feeds, "--now", NOW
    };
  }

  @Test
  void answersAsSqlDoes() {
    String range = "{\"from\":\"2026-12-05\",\"to\":\"2026-12-20\"}\n";
    for (String command : List.of("search", "calendar", "why-not")) {
      String input = SEARCHES + range;
      CommandRun sql = ask(command, input, "--name=whole", "-");
      CommandRun memory = ask(command, input, "--name=whole", "--engine=memory", "-");
      assertThat(memory.out()).isEqualTo(sql.out());
      assertThat(memory.exitCode()).isEqualTo(sql.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void saysHowFarItIsUnlessItShallBeQuiet() {
    CommandRun run = ask("search", "", "--name=whole", "--engine=memory", "{}");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("memory: whole, release 1 takes about ", "; the limit is ")
        .containsPattern("whole, release 1: \\S+, [0-9.]+ million values, 100 %, ")
        .containsPattern("release 1 is in memory: [0-9.]+ million values in .* bytes a value");
    CommandRun quiet = ask("search", "", "--name=whole", "--engine=memory", "--quiet", "{}");
    assertThat(quiet.out()).isEqualTo(run.out());
    assertThat(quiet.err()).isEmpty();
  }

  @Test
  void tooLittleMemoryEndsASearchWithFiguresAndTheWayOut() {
    CommandRun run =
        ask("search", "", "--name=whole", "--engine=memory", "--memory-limit=1k", "{}");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.document().path("detail").asString())
        .contains("whole, release 1 cannot be held: too little memory: it takes about ")
        .contains("the limit is 0.0 MiB", "TATAMI_JAVA_OPTIONS=-Xmx", "leave --engine memory away");
    CommandRun more =
        ask("search", "", "--name=whole", "--engine=memory", "--memory-limit=99t", "{}");
    assertThat(more.exitCode()).isEqualTo(2);
    assertThat(more.err()).contains("is more than the heap of the JVM", "-Xmx");
  }

  @Test
  void aDamagedReleaseIsRefusedAndStillAnsweredBySql() throws Exception {
    DatabaseAddress address = Database.findAddress(database, Map.of()).orElseThrow();
    try (Connection connection =
        DriverManager.getConnection(address.jdbcUrl(), address.driverProperties())) {
      connection
          .createStatement()
          .execute("DELETE FROM broken_r1.stock WHERE plane = 3 AND block = 0");
    }
    CommandRun run = ask("search", "", "--name=broken", "--engine=memory", "{}");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.document().path("detail").asString())
        .contains("table \"broken_r1.stock\" has ", " blocks, its manifest says ");
    assertThat(ask("search", "", "--name=broken", "{}").exitCode()).isZero();
  }

  @Test
  void whereNothingWasBuiltBothEnginesSayTheSame() {
    CommandRun sql = ask("search", "", "--name=north", "{}");
    CommandRun memory = ask("search", "", "--name=north", "--engine=memory", "{}");
    assertThat(memory.out()).isEqualTo(sql.out());
    assertThat(memory.exitCode()).isEqualTo(1);
  }

  private CommandRun ask(String command, String input, String... arguments) {
    return run(
        input,
        Stream.concat(Stream.of(command, "--now", NOW), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private CommandRun run(String input, String... arguments) {
    return CommandRun.withInput(input, Map.of("DATABASE_URL", database), arguments);
  }
}
