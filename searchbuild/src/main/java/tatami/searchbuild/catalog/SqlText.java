package tatami.searchbuild.catalog;

import java.util.Objects;

/**
 * A piece of SQL from the catalog, with its place, so that PostgreSQL's complaint can point at it.
 *
 * @param text one expression, as written
 * @param line of the file, from 1
 * @param column of the line, from 1
 */
public record SqlText(String text, int line, int column) {

  /** Refuses a missing text. */
  public SqlText {
    Objects.requireNonNull(text, "text");
  }
}
