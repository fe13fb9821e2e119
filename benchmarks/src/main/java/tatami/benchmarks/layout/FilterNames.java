package tatami.benchmarks.layout;

import java.util.Optional;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.catalog.FilterDefinition;

/** The filters of the property that searches use: the first of each kind. */
record FilterNames(
    Optional<FilterDefinition.Path> path,
    Optional<FilterDefinition.Point> point,
    Optional<FilterDefinition.Tags> tags) {

  static FilterNames of(Catalog catalog) {
    return new FilterNames(
        first(catalog, FilterDefinition.Path.class),
        first(catalog, FilterDefinition.Point.class),
        first(catalog, FilterDefinition.Tags.class));
  }

  private static <T extends FilterDefinition> Optional<T> first(Catalog catalog, Class<T> kind) {
    return catalog.property().filters().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }
}
