package tatami.searchbuild.catalog;

import java.util.List;

/**
 * A sort that is computed at build: keys in order of weight, absent values last, ties by business
 * key.
 *
 * @param name its name in requests
 * @param keys at least one
 */
public record SortDefinition(String name, List<SortKey> keys) {

  /** The sort that every property has. */
  public static final String RECOMMENDED = "recommended";

  /** Copies the list. */
  public SortDefinition {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a sort has at least one key: sort=" + name);
    }
  }

  /**
   * One key.
   *
   * @param column a column of the property's {@code from}, or the name of an earlier sort, whose
   *     keys then follow
   * @param descending whether high values come first
   */
  public record SortKey(String column, boolean descending) {}
}
