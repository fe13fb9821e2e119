package tatami.searchbuild.catalog;

import java.util.List;
import java.util.Objects;

/**
 * The offer: what is sold.
 *
 * @param name its name in the catalog
 * @param from SQL text: feeds, joined; its columns include the property's key
 * @param where SQL text: rows that can show; null for all
 * @param key columns of the business key; at least one
 * @param filters what a search may filter by
 * @param stay stock, price and stay rules
 * @param show columns that are joined for the page
 * @param layout what is pinned of the search table's layout
 */
public record OfferDefinition(
    String name,
    SqlText from,
    SqlText where,
    List<String> key,
    List<FilterDefinition> filters,
    StayDefinition stay,
    List<String> show,
    LayoutDefinition layout) {

  /** Copies the lists. */
  public OfferDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(stay, "stay");
    key = List.copyOf(key);
    filters = List.copyOf(filters);
    show = List.copyOf(show);
  }
}
