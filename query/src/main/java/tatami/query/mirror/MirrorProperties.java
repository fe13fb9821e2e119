package tatami.query.mirror;

import java.util.Arrays;
import java.util.List;
import tatami.query.engine.FilteredProperties;
import tatami.query.engine.GrainConditions;
import tatami.query.engine.GrainConditions.Flag;
import tatami.query.engine.SearchPlan;
import tatami.query.facet.ValueReader;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.MirrorColumns;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.request.Condition;
import tatami.query.request.SortOrder;

/** The properties of a mirror, filtered for one search. */
final class MirrorProperties implements FilteredProperties {

  private final MirrorColumns columns;
  private final List<CatalogFilter> counted;
  private final SortKeys sortKeys;
  private final int[] failed;

  /**
   * Filters.
   *
   * @param counted filters whose values are counted
   */
  MirrorProperties(
      MirrorColumns columns, SearchPlan plan, List<CatalogFilter> counted, SortOrder sort) {
    this.columns = columns;
    this.counted = counted;
    sortKeys = new SortKeys(columns.properties(), plan, sort);
    failed = new int[columns.properties().rows()];
    GrainConditions conditions = GrainConditions.of(plan.request(), Grain.PROPERTY, counted);
    long[] rows = Bits.none(failed.length);
    for (Flag flag : conditions.flags()) {
      mark(flag.condition(), 1 << flag.facet(), rows);
    }
    for (Condition condition : conditions.must()) {
      mark(condition, OUT, rows);
    }
    if (plan.neighbours() != null) {
      Arrays.fill(rows, 0);
      for (int id : plan.neighbours().ids()) {
        Bits.set(rows, id);
      }
      markOthers(rows, OUT);
    }
  }

  private void mark(Condition condition, int flag, long[] rows) {
    Arrays.fill(rows, 0);
    ConditionRows.find(condition, columns.properties(), rows);
    markOthers(rows, flag);
  }

  private void markOthers(long[] passing, int flag) {
    for (int id = 0; id < failed.length; id++) {
      if (!Bits.get(passing, id)) {
        failed[id] |= flag;
      }
    }
  }

  /** Leaves one property alone. */
  MirrorProperties only(int property) {
    for (int id = 0; id < failed.length; id++) {
      failed[id] = id == property ? failed[id] : OUT;
    }
    return this;
  }

  @Override
  public int count() {
    return failed.length;
  }

  @Override
  public int failed(int id) {
    return failed[id];
  }

  @Override
  public long sortKey(int id) {
    return sortKeys.of(id);
  }

  @Override
  public ValueReader facet(int place) {
    return FacetColumns.reader(columns.properties(), counted.get(place));
  }
}
