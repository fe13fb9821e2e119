package tatami.searchbuild.catalog;

import java.util.Objects;

/**
 * One thing that is wrong with a catalog, or with what was given beside it.
 *
 * @param line of the file, from 1; 0 for a problem that is not in the file (a flag, a missing file)
 * @param column of the line, from 1, in characters; 0 likewise
 * @param message what, value, bound and way out, without the place
 */
public record CatalogProblem(int line, int column, String message) {

  /** Refuses a missing message. */
  public CatalogProblem {
    Objects.requireNonNull(message, "message");
  }

  /** Returns the message with its place, {@code … (catalog.yaml:14:5)}. */
  public String describe(String fileName) {
    return line == 0 ? message : message + " (" + fileName + ":" + line + ":" + column + ")";
  }
}
