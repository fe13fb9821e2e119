package tatami.query.release;

import tatami.searchtable.description.FilterLayout;

/**
 * A filter, with the table that has its column.
 *
 * @param layout how it is laid out
 * @param grain whose table it is in
 */
public record CatalogFilter(FilterLayout layout, Grain grain) {

  /** Returns the filter's name in the catalog. */
  public String name() {
    return layout.name();
  }
}
