package tatami.searchbuild.catalog;

import java.util.List;
import java.util.Objects;

/**
 * The property: what a result lists.
 *
 * @param name its name in the catalog
 * @param from SQL text: feeds, joined
 * @param where SQL text: rows that can show; null for all
 * @param key columns of the business key; at least one
 * @param filters what a search may filter by
 * @param sorts the first is always {@code recommended}
 * @param show columns that are joined for the page
 * @param timeZone column with the property's IANA zone; null where all have the catalog's
 * @param layout what is pinned of the search table's layout
 */
public record PropertyDefinition(
    String name,
    SqlText from,
    SqlText where,
    List<String> key,
    List<FilterDefinition> filters,
    List<SortDefinition> sorts,
    List<String> show,
    String timeZone,
    LayoutDefinition layout) {

  /** Copies the lists. */
  public PropertyDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(layout, "layout");
    key = List.copyOf(key);
    filters = List.copyOf(filters);
    sorts = List.copyOf(sorts);
    show = List.copyOf(show);
    if (sorts.isEmpty() || !sorts.get(0).name().equals(SortDefinition.RECOMMENDED)) {
      throw new IllegalArgumentException("the first sort is recommended: property=" + name);
    }
  }
}
