package tatami.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that the project was cloned to. */
final class ProjectFolder {

  private ProjectFolder() {}

  /** Returns it: Maven names it, an IDE starts tests in it or in a module. */
  static Path find() {
    String named = System.getProperty("tatami.projectFolder", "");
    Path folder = named.isEmpty() ? Path.of("").toAbsolutePath() : Path.of(named);
    return Files.isDirectory(folder.resolve("catalogs")) ? folder : folder.getParent();
  }
}
