package tatami.query.mirror;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import tatami.query.engine.FilteredOffers;
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

/** The offers of a mirror, filtered for one search. */
final class MirrorOffers extends ListedOffers implements FilteredOffers {

  private final MirrorColumns columns;
  private final List<CatalogFilter> counted;

  /** By position: the surrogate. */
  private final int[] ids;

  /** By position: the flags that the offer or its property fails, at most one. */
  private final int[] failed;

  private MirrorOffers(
      MirrorColumns columns, List<CatalogFilter> counted, int[] ids, int[] failed) {
    super(columns.ofOffers(), ids);
    this.columns = columns;
    this.counted = counted;
    this.ids = ids;
    this.failed = failed;
  }

  /**
   * Filters.
   *
   * @param counted filters whose values are counted
   */
  static MirrorOffers of(
      MirrorColumns columns,
      SearchPlan plan,
      List<CatalogFilter> counted,
      FilteredProperties properties) {
    int rows = columns.offers().rows();
    int[] flags = new int[rows];
    GrainConditions conditions = GrainConditions.of(plan.request(), Grain.OFFER, counted);
    for (Flag flag : conditions.flags()) {
      mark(columns, flag.condition(), 1 << flag.facet(), flags);
    }
    for (Condition condition : conditions.must()) {
      mark(columns, condition, FilteredProperties.OUT, flags);
    }
    int[] ids = new int[rows];
    int[] failed = new int[rows];
    int count = 0;
    for (int id = 0; id < rows; id++) {
      int gone = Bits.get(columns.ofOffers().sold(), id) ? 0 : FilteredProperties.OUT;
      int all = flags[id] | gone | properties.failed(columns.ofOffers().property(id));
      if (all != FilteredProperties.OUT && Integer.bitCount(all) <= 1) {
        ids[count] = id;
        failed[count++] = all;
      }
    }
    return new MirrorOffers(
        columns, counted, Arrays.copyOf(ids, count), Arrays.copyOf(failed, count));
  }

  private static void mark(MirrorColumns columns, Condition condition, int flag, int[] flags) {
    long[] rows = Bits.none(flags.length);
    ConditionRows.find(condition, columns.offers(), rows);
    for (int id = 0; id < flags.length; id++) {
      if (!Bits.get(rows, id)) {
        flags[id] |= flag;
      }
    }
  }

  @Override
  public int failed(int position) {
    return failed[position];
  }

  @Override
  public MirrorOffers of(BitSet positions) {
    int[] some = positions.stream().toArray();
    return new MirrorOffers(columns, counted, chosen(some, ids), chosen(some, failed));
  }

  private static int[] chosen(int[] positions, int[] values) {
    return Arrays.stream(positions).map(position -> values[position]).toArray();
  }

  @Override
  public ValueReader facet(int place) {
    ValueReader reader = FacetColumns.reader(columns.offers(), counted.get(place));
    return (position, values) -> reader.each(ids[position], values);
  }
}
