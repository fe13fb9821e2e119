package tatami.query.mirror;

import java.util.ArrayList;
import java.util.List;
import tatami.query.engine.GrainConditions;
import tatami.query.engine.GrainConditions.Flag;
import tatami.query.engine.SearchPlan;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.GrainColumns;
import tatami.query.release.Grain;
import tatami.query.request.Condition;

/**
 * Which rows of one grain pass the filters of a search, as sets; null stands for all rows.
 *
 * @param must rows that pass what no facet leaves out
 * @param flags sets that one facet each leaves out, its own condition
 */
record GrainSets(long[] must, List<FlagSet> flags) {

  /** Rows that pass the condition on the filter of a facet. */
  record FlagSet(int facet, long[] rows) {}

  /** Filters the rows of a grain. */
  static GrainSets of(SearchPlan plan, Grain grain, GrainColumns columns) {
    GrainConditions conditions = GrainConditions.of(plan.request(), grain, plan.request().facets());
    long[] must = null;
    for (Condition condition : conditions.must()) {
      must = both(must, find(condition, columns));
    }
    if (grain == Grain.PROPERTY && plan.neighbours() != null) {
      long[] near = Bits.none(columns.rows());
      for (int id : plan.neighbours().ids()) {
        Bits.set(near, id);
      }
      must = both(must, near);
    }
    List<FlagSet> flags = new ArrayList<>();
    for (Flag flag : conditions.flags()) {
      flags.add(new FlagSet(flag.facet(), find(flag.condition(), columns)));
    }
    return new GrainSets(must, flags);
  }

  private static long[] find(Condition condition, GrainColumns columns) {
    long[] rows = Bits.none(columns.rows());
    ConditionRows.find(condition, columns, rows);
    return rows;
  }

  /** Keeps of the first set what is in the second one. */
  private static long[] both(long[] first, long[] second) {
    if (first == null) {
      return second;
    }
    Bits.and(first, second);
    return first;
  }

  /** Keeps of a set the rows that pass all conditions but that of one facet. */
  void keep(long[] rows, int exceptFacet) {
    if (must != null) {
      Bits.and(rows, must);
    }
    keepFlags(rows, exceptFacet);
  }

  /** Keeps of a set the rows that pass what facets leave out, all but one. */
  void keepFlags(long[] rows, int exceptFacet) {
    for (FlagSet flag : flags) {
      if (flag.facet() != exceptFacet) {
        Bits.and(rows, flag.rows());
      }
    }
  }

  /** Tells whether a facet has a condition on its own filter. */
  boolean hasFlag(int facet) {
    return flags.stream().anyMatch(flag -> flag.facet() == facet);
  }
}
