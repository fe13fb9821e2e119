package tatami.searchbuild.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A catalog cannot be used; carries every problem at once, in the order of the file. */
public final class CatalogProblemsException extends RuntimeException {

  private final transient Path file;
  private final transient List<CatalogProblem> problems;

  /**
   * Makes a message of one line for each problem.
   *
   * @param file what was read, or could not be
   * @param problems at least one
   */
  public CatalogProblemsException(Path file, List<CatalogProblem> problems) {
    super(
        problems.stream()
            .map(problem -> problem.describe(nameOf(file)))
            .collect(Collectors.joining("\n")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException(
          "a refused catalog has at least one problem: file=" + file);
    }
    this.file = file;
    this.problems = List.copyOf(problems);
  }

  /** Returns the file that was read, or could not be. */
  public Path file() {
    return file;
  }

  /** Returns the problems in the order of the file, those outside of it first. */
  public List<CatalogProblem> problems() {
    return problems;
  }

  private static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }
}
