package tatami.cli.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * The folder that holds the embedded database, the running servers' notes and the demo's feeds.
 *
 * @param folder absolute; need not exist yet
 */
public record TatamiHome(Path folder) {

  /** The environment variable that names the folder. */
  public static final String VARIABLE = "TATAMI_HOME";

  /** Makes the path absolute. */
  public TatamiHome {
    Objects.requireNonNull(folder, "folder");
    folder = folder.toAbsolutePath().normalize();
  }

  /** Returns the folder of this environment: its variable, else {@code .tatami} right here. */
  public static TatamiHome of(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    return new TatamiHome(Path.of(named.isEmpty() ? ".tatami" : named));
  }

  /** Returns a path inside the folder. */
  public Path path(String name) {
    return folder.resolve(name);
  }

  /** Tells whether the folder is there. */
  public boolean exists() {
    return Files.isDirectory(folder);
  }

  /**
   * Makes the folder if it is not there yet.
   *
   * @throws IOException what is in the way, in words for the user
   */
  public void create() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IOException(
          VARIABLE
              + "="
              + folder
              + " is a file, not a folder; name another folder or move it away");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new IOException(
          "cannot make the folder " + VARIABLE + "=" + folder + " (" + failure + ")", failure);
    }
    if (!Files.isWritable(folder)) {
      throw new IOException("the folder " + VARIABLE + "=" + folder + " is not writable");
    }
  }
}
