package tatami.query.mirror;

import tatami.query.facet.ValueReader;
import tatami.query.mirror.column.CodeColumn;
import tatami.query.mirror.column.GrainColumns;
import tatami.query.mirror.column.NumberColumn;
import tatami.query.mirror.column.TagColumn;
import tatami.query.release.CatalogFilter;
import tatami.query.stay.Offers;

/** Reads what facets count from columns. Stateless. */
final class FacetColumns {

  private FacetColumns() {}

  /** Opens what a facet counts; the reader takes surrogates. */
  static ValueReader reader(GrainColumns columns, CatalogFilter facet) {
    CodeColumn codes = columns.codes().get(facet.name());
    if (codes != null) {
      return (row, values) -> {
        if (codes.place(row) != CodeColumn.ABSENT) {
          values.accept(codes.dictionary().code(codes.place(row)));
        }
      };
    }
    TagColumn tags = columns.tags().get(facet.name());
    if (tags != null) {
      return tags::each;
    }
    NumberColumn numbers = columns.numbers().get(facet.name());
    return (row, values) -> {
      long value = numbers.at(row);
      if (value != Offers.ABSENT) {
        values.accept(value);
      }
    };
  }
}
