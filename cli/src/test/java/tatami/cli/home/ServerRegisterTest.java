package tatami.cli.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tatami.cli.home.ServerRegister.Registration;

final class ServerRegisterTest {

  @TempDir Path folder;
  private ServerRegister register;
  private Process process;

  @BeforeEach
  void startAProcess() throws IOException {
    register = new ServerRegister(new TatamiHome(folder));
    process = new ProcessBuilder("sleep", "60").start();
  }

  @AfterEach
  void endTheProcess() {
    process.destroyForcibly();
  }

  @Test
  void endsAServerOfTheHome() throws Exception {
    write(process.info().startInstant().orElseThrow());
    assertThat(register.stopAll(Duration.ofSeconds(5))).hasSize(1);
    assertThat(process.waitFor()).isNotZero();
    assertThat(note()).doesNotExist();
  }

  @Test
  void neverEndsAProcessThatOnlyHasTheNumber() throws Exception {
    write(process.info().startInstant().orElseThrow().minusSeconds(60));
    assertThat(register.stopAll(Duration.ofSeconds(5))).isEmpty();
    assertThat(process.isAlive()).isTrue();
    assertThat(note()).doesNotExist();
  }

  @Test
  void dropsANoteThatItCannotRead() throws Exception {
    Files.createDirectories(folder.resolve("servers"));
    Files.writeString(note(), "{");
    assertThat(register.list()).isEmpty();
    assertThat(note()).doesNotExist();
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void doesNotEndTheProcessThatAsks() throws Exception {
    Registration own = register.register("serve");
    assertThat(register.stopAll(Duration.ofSeconds(5))).isEmpty();
    own.close();
    assertThat(folder.resolve("servers")).isEmptyDirectory();
  }

  @Test
  void anAbsentHomeHasNoServers() throws Exception {
    assertThat(new ServerRegister(new TatamiHome(folder.resolve("absent"))).list()).isEmpty();
  }

  private void write(Instant started) throws IOException {
    Files.createDirectories(folder.resolve("servers"));
    Files.writeString(
        note(),
        "{\"process\":%d,\"started\":\"%s\",\"command\":\"serve\"}"
            .formatted(process.pid(), started));
  }

  private Path note() {
    return folder.resolve("servers").resolve(process.pid() + ".json");
  }
}
