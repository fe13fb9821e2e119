package tatami.query.stay.split;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists of occupancies that were asked for before. Not thread-safe. */
final class OccupancyLists {

  private final Map<Long, List<Occupancies>> lists = new HashMap<>();
  private long lastKey = -1;
  private List<Occupancies> last;

  /** Returns the ways of {@link Occupancies#list}; all numbers are below 2¹⁶. */
  List<Occupancies> get(int heads, int rooms, int fewest, int most) {
    long key = ((long) heads << 16 | rooms) << 32 | (long) fewest << 16 | most;
    if (key != lastKey) {
      last = lists.computeIfAbsent(key, each -> Occupancies.list(heads, rooms, fewest, most));
      lastKey = key;
    }
    return last;
  }
}
