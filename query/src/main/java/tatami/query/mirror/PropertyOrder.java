package tatami.query.mirror;

import java.util.ArrayList;
import java.util.List;
import tatami.query.cursor.Cursor;
import tatami.query.engine.Ranking;
import tatami.query.engine.Ranking.Ranked;
import tatami.query.engine.SearchPlan;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.MirrorColumns;
import tatami.query.request.SortOrder;

/** The orders that do not look at prices. */
final class PropertyOrder {

  private final SearchPlan plan;
  private final MirrorColumns columns;

  PropertyOrder(SearchPlan plan, MirrorColumns columns) {
    this.plan = plan;
    this.columns = columns;
  }

  /** Returns the first properties of a set, after a place in the order. */
  List<Ranked> first(long[] matching, Cursor after, int most) {
    SortOrder sort = plan.request().sort();
    if (sort.kind() == SortOrder.Kind.RECOMMENDED) {
      return firstRecommended(matching, after, most);
    }
    SortKeys sortKeys = new SortKeys(columns.properties(), plan, sort);
    boolean isByDistance = sort.kind() == SortOrder.Kind.DISTANCE;
    Ranking ranking = new Ranking(most, after);
    for (int id = Bits.next(matching, 0); id >= 0; id = Bits.next(matching, id + 1)) {
      long key = isByDistance ? plan.neighbours().millimetresOf(id) : sortKeys.of(id);
      ranking.add(key, id, 0, 0);
    }
    return ranking.list();
  }

  /** Surrogates are in the recommended order. */
  private static List<Ranked> firstRecommended(long[] matching, Cursor after, int most) {
    List<Ranked> found = new ArrayList<>();
    int from = after == null ? 0 : after.id() + 1;
    for (int id = Bits.next(matching, from);
        id >= 0 && found.size() < most;
        id = Bits.next(matching, id + 1)) {
      found.add(new Ranked(id, id, 0, 0));
    }
    return found;
  }
}
