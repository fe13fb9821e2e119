package tatami.query.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import tatami.query.cursor.Cursor;

/** Keeps the first properties of an order, after a place in it. Not thread-safe. */
public final class Ranking {

  private static final Comparator<Ranked> ORDER =
      Comparator.comparingLong(Ranked::sortKey).thenComparingInt(Ranked::property);

  private final int most;
  private final Cursor after;
  private final PriorityQueue<Ranked> lastFirst = new PriorityQueue<>(ORDER.reversed());

  /**
   * Keeps at most so many.
   *
   * @param after the last one of the page before; null for the first page
   */
  public Ranking(int most, Cursor after) {
    this.most = most;
    this.after = after;
  }

  /**
   * A property with its offers.
   *
   * @param sortKey its place in the order, ascending
   * @param property surrogate, which breaks ties
   * @param first position of its first offer that was read
   * @param end position behind its last one
   */
  public record Ranked(long sortKey, int property, int first, int end) {}

  /** Takes a property if it is among the first. */
  public void add(long sortKey, int property, int first, int end) {
    if (after != null && !isBehind(sortKey, property, after.sortKey(), after.id())) {
      return;
    }
    Ranked last = lastFirst.size() < most ? null : lastFirst.peek();
    if (last != null && isBehind(sortKey, property, last.sortKey(), last.property())) {
      return;
    }
    lastFirst.add(new Ranked(sortKey, property, first, end));
    if (lastFirst.size() > most) {
      lastFirst.remove();
    }
  }

  /** Returns the key behind which nothing is kept any more; the highest one while there is room. */
  public long bound() {
    return lastFirst.size() < most ? Long.MAX_VALUE : lastFirst.element().sortKey();
  }

  private static boolean isBehind(long sortKey, int property, long otherKey, int other) {
    return sortKey == otherKey ? property > other : sortKey > otherKey;
  }

  /** Lists what was kept, in order. */
  public List<Ranked> list() {
    List<Ranked> list = new ArrayList<>(lastFirst);
    list.sort(ORDER);
    return list;
  }
}
