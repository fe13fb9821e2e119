package tatami.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tatami.cli.home.TatamiHome;
import tatami.cli.process.RunningProcess;

/**
 * {@code demo} and {@code serve} in processes of their own, as a signal or {@code stop} ends them.
 */
final class ForegroundIT {

  private static final int SIGTERM = 143;

  @TempDir Path folder;
  private TatamiHome home;
  private Process process;

  @BeforeEach
  void lendPrograms() throws IOException {
    home = new TatamiHome(folder.resolve("home"));
    home.create();
    TestHome.lendPrograms(home);
  }

  @AfterEach
  void clearUp() throws IOException {
    if (process != null) {
      process.destroyForcibly();
    }
    CommandRun.of(environment(), "stop");
    TestHome.takeBackPrograms(home);
  }

  @Test
  void theDemoServesUntilASignalAndLeavesNothingRunning() throws Exception {
    start("demo", "--hotels=5", "--days=40");
    String url = awaitLine("http://");
    String checkIn = awaitLine("curl").replaceFirst(".*\"check_in\": \"([0-9-]+)\".*", "$1");
    assertThat(get(url).statusCode()).isEqualTo(200);
    assertThat(post(url + "v1/ryokan/search", checkIn).body()).contains("\"release\":1");
    RunningProcess database = database();

    assertThat(endBySignal()).isEqualTo(SIGTERM);
    assertThat(database.isAlive()).isFalse();
    assertThat(home.path("servers")).isEmptyDirectory();
  }

  @Test
  void theDemoAnswersFromMemoryToo() throws Exception {
    start("demo", "--hotels=5", "--days=40", "--engine=memory");
    String url = awaitLine("http://");
    String checkIn = awaitLine("curl").replaceFirst(".*\"check_in\": \"([0-9-]+)\".*", "$1");
    assertThat(output("err")).contains("memory: ryokan, release 1 is in memory: ");
    assertThat(post(url + "v1/ryokan/search", checkIn).body()).contains("\"release\":1");
    assertThat(endBySignal()).isEqualTo(SIGTERM);
    assertThat(output("err")).doesNotContain("tatami:").doesNotContain("Exception");
  }

  @Test
  void aSignalDuringTheRebuildEndsItAtOnce() throws Exception {
    start("demo", "--hotels=500");
    while (!Files.exists(home.path("demo").resolve("feeds"))) {
      assertThat(process.isAlive()).as(output("err")).isTrue();
      Thread.onSpinWait();
    }
    RunningProcess database = database();
    assertThat(endBySignal()).isEqualTo(SIGTERM);
    assertThat(database.isAlive()).isFalse();
    assertThat(output("err")).doesNotContain("tatami:").doesNotContain("Exception");
  }

  @Test
  void stopEndsAServerAndTheDatabase() throws Exception {
    start("serve", "--port=0");
    awaitLine("http://");
    RunningProcess database = database();
    CommandRun stop = CommandRun.of(environment(), "stop");
    assertThat(stop.exitCode()).isZero();
    assertThat(stop.out())
        .contains("stopped serve (process " + process.pid() + ")", "stopped the database");
    assertThat(process.waitFor(1, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(SIGTERM);
    assertThat(database.isAlive()).isFalse();
  }

  @Test
  void aServerLeavesADatabaseAloneThatItDidNotStart() throws Exception {
    assertThat(CommandRun.of(environment(), "status").exitCode()).isZero();
    RunningProcess database = database();
    start("serve", "--port=0");
    awaitLine("http://");
    assertThat(endBySignal()).isEqualTo(SIGTERM);
    assertThat(database.isAlive()).isTrue();
  }

  @Test
  void aPortThatIsTakenIsTheUsersMistake() throws Exception {
    start("serve", "--port=0");
    String url = awaitLine("http://");
    String port = url.replaceFirst(".*:([0-9]+)/", "$1");
    CommandRun second = CommandRun.of(environment(), "serve", "--port", port);
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.err()).contains("cannot listen on 127.0.0.1:" + port);
    assertThat(get(url).statusCode()).isEqualTo(200);
  }

  private int endBySignal() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private void start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "tatami.cli.Tatami"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().remove("DATABASE_URL");
    builder.environment().putAll(environment());
    process = builder.start();
  }

  private Map<String, String> environment() {
    return Map.of(TatamiHome.VARIABLE, home.folder().toString());
  }

  private String awaitLine(String start) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (System.nanoTime() < deadline && process.isAlive()) {
      for (String line : output("out").lines().toList()) {
        if (line.startsWith(start)) {
          return line;
        }
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("no line starts with " + start + ": " + output("err"));
  }

  private String output(String name) throws IOException {
    return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
  }

  private RunningProcess database() throws IOException {
    String first = Files.readAllLines(home.path("data").resolve("postmaster.pid")).get(0);
    return RunningProcess.find(Long.parseLong(first.strip())).orElseThrow();
  }

  private static HttpResponse<String> get(String url) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(url)).GET().build());
  }

  private static HttpResponse<String> post(String url, String checkIn) throws Exception {
    String request = "{\"stay\":{\"check_in\":\"" + checkIn + "\",\"nights\":1}}";
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(request))
            .build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
