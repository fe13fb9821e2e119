package tatami.ingest.feed;

import java.util.Objects;

/**
 * A column of another feed, of whose values one must be.
 *
 * @param feed name of the feed
 * @param column one of its columns
 */
public record ColumnReference(String feed, String column) {

  /** Refuses half a reference. */
  public ColumnReference {
    Objects.requireNonNull(feed, "feed");
    Objects.requireNonNull(column, "column");
  }
}
