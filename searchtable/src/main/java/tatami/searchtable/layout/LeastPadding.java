package tatami.searchtable.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds an order of fixed-width columns with the least padding of all.
 *
 * <p>Columns of equal length and alignment are interchangeable, and what is behind an order is its
 * offset modulo 8. So the search runs over how many of each kind are left and that offset: a few
 * thousand states for a table of any real width.
 */
final class LeastPadding {

  private static final int OFFSETS = 8;

  private final List<Kind> kinds;
  private final Map<State, Integer> known = new HashMap<>();

  private record Kind(int lengthBytes, int alignmentBytes) {}

  private record State(List<Integer> left, int offset) {}

  private LeastPadding(List<Kind> kinds) {
    this.kinds = kinds;
  }

  /** Returns the columns in that order; of equal ones the earlier first, variable-length last. */
  static List<TableColumn> order(List<TableColumn> columns) {
    Map<Kind, Deque<TableColumn>> byKind = new LinkedHashMap<>();
    List<TableColumn> rest = new ArrayList<>();
    for (TableColumn column : columns) {
      if (column.isFixedWidth()) {
        Kind kind = new Kind(column.lengthBytes(), column.alignmentBytes());
        byKind.computeIfAbsent(kind, absent -> new ArrayDeque<>()).add(column);
      } else {
        rest.add(column);
      }
    }
    LeastPadding search = new LeastPadding(List.copyOf(byKind.keySet()));
    List<TableColumn> order = new ArrayList<>();
    State state = new State(byKind.values().stream().map(Deque::size).toList(), 0);
    while (state.left().stream().anyMatch(left -> left > 0)) {
      int kind = search.bestKind(state);
      order.add(byKind.get(search.kinds.get(kind)).remove());
      state = search.after(state, kind);
    }
    order.addAll(rest);
    return order;
  }

  private int bestKind(State state) {
    int best = -1;
    int least = Integer.MAX_VALUE;
    for (int kind = 0; kind < kinds.size(); kind++) {
      if (state.left().get(kind) > 0) {
        int padding = gap(state, kind) + padding(after(state, kind));
        if (padding < least) {
          least = padding;
          best = kind;
        }
      }
    }
    return best;
  }

  private int padding(State state) {
    Integer padding = known.get(state);
    if (padding == null) {
      int kind = bestKind(state);
      padding = kind < 0 ? 0 : gap(state, kind) + padding(after(state, kind));
      known.put(state, padding);
    }
    return padding;
  }

  private int gap(State state, int kind) {
    return ColumnOrder.gap(state.offset(), kinds.get(kind).alignmentBytes());
  }

  private State after(State state, int kind) {
    List<Integer> left = new ArrayList<>(state.left());
    left.set(kind, left.get(kind) - 1);
    int offset = state.offset() + gap(state, kind) + kinds.get(kind).lengthBytes();
    return new State(List.copyOf(left), offset % OFFSETS);
  }
}
