package tatami.cli.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tatami.cli.process.RunningProcess;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The servers of a home: one note for each under {@code TATAMI_HOME/servers}, named by process
 * number.
 *
 * <p>A note also holds when its process started, so that a number that was used again is never
 * mistaken for the server. Notes of servers that died without clearing up are dropped when met.
 */
public final class ServerRegister {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  /** Looks at the servers of this home. */
  public ServerRegister(TatamiHome home) {
    this.folder = home.path("servers");
  }

  /**
   * One running server.
   *
   * @param process its process number
   * @param started when that process started
   * @param command what was typed, such as {@code serve}
   */
  public record ServerNote(long process, Instant started, String command) {}

  /** A server's own entry; closing it removes the note. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /** Notes down the process that runs this code. */
  public Registration register(String command) throws IOException {
    RunningProcess self = RunningProcess.current();
    ServerNote note = new ServerNote(self.id(), self.startInstant().orElse(Instant.EPOCH), command);
    Files.createDirectories(folder);
    Path file = folder.resolve(self.id() + ".json");
    Path unfinished = folder.resolve(self.id() + ".tmp");
    Files.writeString(unfinished, JSON.writeValueAsString(note));
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    return () -> delete(file);
  }

  /**
   * Ends every other server of this home: asks first, and kills what has not gone in time.
   *
   * @param patience how long they may take together after being asked
   * @return the servers that were running
   */
  public List<ServerNote> stopAll(Duration patience) throws IOException {
    List<ServerNote> running = list();
    long deadline = System.nanoTime() + patience.toNanos();
    for (ServerNote note : running) {
      find(note).ifPresent(process -> process.signal("TERM"));
    }
    for (ServerNote note : running) {
      find(note)
          .ifPresent(
              process -> {
                Duration rest = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
                if (!process.awaitEnd(rest)) {
                  process.signal("KILL");
                  process.awaitEnd(Duration.ofSeconds(1));
                }
              });
      delete(folder.resolve(note.process() + ".json"));
    }
    return running;
  }

  /** Lists the servers that run, this process left out. */
  public List<ServerNote> list() throws IOException {
    List<ServerNote> running = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return running;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        Optional<ServerNote> note = read(file);
        if (note.isEmpty() || find(note.get()).isEmpty()) {
          delete(file);
        } else if (note.get().process() != RunningProcess.current().id()) {
          running.add(note.get());
        }
      }
    }
    return running;
  }

  private static Optional<RunningProcess> find(ServerNote note) {
    return RunningProcess.find(note.process()).filter(process -> process.startedAt(note.started()));
  }

  private static Optional<ServerNote> read(Path file) throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), ServerNote.class));
    } catch (JacksonException notOurs) {
      return Optional.empty();
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
