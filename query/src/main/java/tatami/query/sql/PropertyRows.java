package tatami.query.sql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import tatami.query.engine.FilteredProperties;
import tatami.query.engine.SearchPlan;
import tatami.query.facet.ValueReader;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.release.Points.Neighbours;
import tatami.query.request.SortOrder;
import tatami.query.sql.SearchStatement.Purpose;

/** Which properties pass their own filters, and what their order and their facets are made of. */
final class PropertyRows implements FilteredProperties {

  /** One property in so many, and fewer, are looked up one by one. */
  private static final int FEW = 20;

  private static final int NO_RECORD = -1;

  private final PropertyText text;
  private final List<CatalogFilter> counted;
  private final KeptFacets keptFacets;

  /** By surrogate: the flags that it fails, or {@link #OUT}. */
  private final int[] failed;

  /** By surrogate: its record, where there was a statement. */
  private final int[] recordOf;

  private final Records records;
  private final int passing;

  private PropertyRows(
      PropertyText text,
      List<CatalogFilter> counted,
      KeptFacets keptFacets,
      int[] failed,
      int[] recordOf,
      Records records) {
    this.text = text;
    this.counted = counted;
    this.keptFacets = keptFacets;
    this.failed = failed;
    this.recordOf = recordOf;
    this.records = records;
    this.passing = (int) Arrays.stream(failed).filter(flags -> flags != OUT).count();
  }

  /**
   * Reads the properties; nothing where all of them pass and nothing of them is needed.
   *
   * @param counted filters whose values are counted
   */
  static PropertyRows read(
      StatementRunner runner, SearchPlan plan, List<CatalogFilter> counted, SortOrder sort)
      throws SQLException {
    Neighbours neighbours = plan.neighbours();
    KeptFacets facets = KeptFacets.of(runner, plan.release(), Grain.PROPERTY, counted);
    PropertyText text = new PropertyText(plan, counted, sort, facets == null);
    int[] inside = neighbours == null ? null : neighbours.ids();
    return read(runner, plan, text, counted, facets, inside);
  }

  /** Reads one property as if there were no other. */
  static PropertyRows readOne(StatementRunner runner, SearchPlan plan, int property)
      throws SQLException {
    Neighbours neighbours = plan.neighbours();
    boolean isInside =
        neighbours == null || Arrays.stream(neighbours.ids()).anyMatch(id -> id == property);
    int[] ids = isInside ? new int[] {property} : new int[0];
    PropertyText text = new PropertyText(plan, List.of(), SortOrder.RECOMMENDED, true);
    return read(runner, plan, text, List.of(), null, ids);
  }

  /**
   * Reads properties.
   *
   * @param inside surrogates of those that may pass; null for all
   */
  private static PropertyRows read(
      StatementRunner runner,
      SearchPlan plan,
      PropertyText text,
      List<CatalogFilter> counted,
      KeptFacets facets,
      int[] inside)
      throws SQLException {
    int rows = plan.release().description().property().rows();
    int[] failed = new int[rows];
    if (!text.isNeeded()) {
      if (inside != null) {
        Arrays.fill(failed, OUT);
        Arrays.stream(inside).forEach(id -> failed[id] = 0);
      }
      return new PropertyRows(text, counted, facets, failed, null, null);
    }
    int[] among = inside != null && inside.length <= fewOf(rows) ? inside : null;
    Records records = runner.one(Purpose.PROPERTIES, text.statement(among), text.records());
    Arrays.fill(failed, OUT);
    int[] recordOf = new int[rows];
    Arrays.fill(recordOf, NO_RECORD);
    for (int record = 0; record < records.count(); record++) {
      int id = records.integer(record, text.id());
      failed[id] = text.failed() == null ? 0 : records.integer(record, text.failed());
      recordOf[id] = record;
    }
    if (inside != null) {
      keep(inside, failed);
    }
    return new PropertyRows(text, counted, facets, failed, recordOf, records);
  }

  /** Returns the properties of the circle where they are few, else null. */
  static int[] among(SearchPlan plan) {
    if (plan.neighbours() == null) {
      return null;
    }
    int[] ids = plan.neighbours().ids();
    return ids.length <= fewOf(plan.release().description().property().rows()) ? ids : null;
  }

  /** Returns how many are few: one is, in the smallest table too. */
  private static int fewOf(int rows) {
    return Math.max(1, rows / FEW);
  }

  private static void keep(int[] inside, int[] failed) {
    BitSet kept = new BitSet();
    Arrays.stream(inside).forEach(kept::set);
    for (int id = 0; id < failed.length; id++) {
      if (!kept.get(id)) {
        failed[id] = OUT;
      }
    }
  }

  /** Returns the surrogates that pass for one facet at least, where they are few, else null. */
  int[] few() {
    return passing <= fewOf(failed.length)
        ? IntStream.range(0, failed.length).filter(id -> failed[id] != OUT).toArray()
        : null;
  }

  @Override
  public int count() {
    return failed.length;
  }

  @Override
  public int failed(int id) {
    return failed[id];
  }

  /** Returns the surrogates of those that pass everything. */
  BitSet passing() {
    BitSet all = new BitSet(failed.length);
    for (int id = 0; id < failed.length; id++) {
      if (failed[id] == 0) {
        all.set(id);
      }
    }
    return all;
  }

  @Override
  public long sortKey(int id) {
    return records.integer(recordOf[id], text.sortKey());
  }

  @Override
  public ValueReader facet(int place) {
    if (keptFacets != null) {
      return keptFacets.facet(counted.get(place));
    }
    ValueReader reader = text.facets().get(place).open(records);
    return (id, values) -> reader.each(recordOf[id], values);
  }
}
