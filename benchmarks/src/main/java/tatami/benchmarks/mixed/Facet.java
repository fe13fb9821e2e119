package tatami.benchmarks.mixed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A facet that is counted with a page. */
public enum Facet {
  /** Every level of the hierarchy of places; a hotel counts for each. */
  AREA,
  /** A category of the hotel. */
  KIND,
  /** Tags of the hotel. */
  AMENITY,
  /** A category of the offer: a hotel counts once for each. */
  MEAL;

  /** As many values as the product lists: the largest counts, then by name. */
  public static final int MOST_VALUES = 50;

  /** Returns the name of the filter. */
  public String filter() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Lists the names of all. */
  public static List<String> filters() {
    return Arrays.stream(values()).map(Facet::filter).toList();
  }

  /** Tells whether the search has a filter of this facet that is left out when it is counted. */
  public boolean isFiltered(MixedSearch search) {
    return (this == AREA && !search.path().isEmpty())
        || (this == MEAL && !search.meals().isEmpty());
  }
}
