package tatami.query.sql;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tatami.query.facet.ValueReader;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.release.OpenRelease;
import tatami.query.sql.SearchStatement.Purpose;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;

/**
 * What facets count of all rows of a release's grain, in memory, as it was sent.
 *
 * <p>It does not change while the release is served; to send it with every search took more time
 * than to find the rows.
 */
final class KeptFacets {

  private final Map<String, ValueReader> readers = new HashMap<>();
  private final int[] recordOf;

  private KeptFacets(Text text, Records records, int rows) {
    recordOf = new int[rows];
    for (int record = 0; record < records.count(); record++) {
      recordOf[records.integer(record, text.id)] = record;
    }
    text.fields.forEach((name, field) -> readers.put(name, field.open(records)));
  }

  /** The statement that selects them. */
  private static final class Text {

    private final RecordText records = new RecordText();
    private final RecordField id;
    private final Map<String, FacetField> fields = new HashMap<>();

    Text(Grain grain, List<FilterLayout> filters) {
      String row = Tables.alias(grain);
      id = records.integer(row + "id");
      for (FilterLayout layout : filters) {
        boolean isCounted =
            !(layout instanceof FilterLayout.Point) && !(layout instanceof FilterLayout.Keyword);
        if (isCounted) {
          fields.put(layout.name(), FacetField.add(records, row, layout));
        }
      }
    }

    Fragment statement(Tables tables, Grain grain) {
      String from =
          grain == Grain.PROPERTY
              ? tables.property() + " AS property"
              : tables.offer() + " AS offer";
      return records.select().then("\nFROM " + from);
    }
  }

  /**
   * Returns those of a grain.
   *
   * @param counted filters whose values are counted, of either grain
   * @return null where none is of this grain, or it has too many rows to be kept
   */
  static KeptFacets of(
      StatementRunner runner, OpenRelease release, Grain grain, List<CatalogFilter> counted)
      throws SQLException {
    return isKept(release, grain, counted)
        ? release.keep(
            "facets " + grain, KeptFacets.class, () -> read(runner.silent(), release, grain))
        : null;
  }

  /** Tells whether any facet is counted from what is kept. */
  static boolean isKept(OpenRelease release, Grain grain, List<CatalogFilter> counted) {
    return counted.stream().anyMatch(facet -> facet.grain() == grain)
        && release.isKept(table(release, grain));
  }

  private static GrainTable table(OpenRelease release, Grain grain) {
    return grain == Grain.PROPERTY
        ? release.description().property()
        : release.description().offer();
  }

  private static KeptFacets read(StatementRunner runner, OpenRelease release, Grain grain)
      throws SQLException {
    GrainTable table = table(release, grain);
    Text text = new Text(grain, table.filters());
    Purpose purpose = grain == Grain.PROPERTY ? Purpose.PROPERTIES : Purpose.OFFERS;
    Fragment statement = text.statement(new Tables(release.description()), grain);
    return new KeptFacets(text, runner.one(purpose, statement, text.records), table.rows());
  }

  /** Writes the statement that reads them. */
  static Fragment statement(OpenRelease release, Grain grain) {
    return new Text(grain, table(release, grain).filters())
        .statement(new Tables(release.description()), grain);
  }

  /** Opens what a facet counts; the reader takes surrogates. */
  ValueReader facet(CatalogFilter facet) {
    ValueReader reader = readers.get(facet.name());
    return (id, values) -> reader.each(recordOf[id], values);
  }
}
