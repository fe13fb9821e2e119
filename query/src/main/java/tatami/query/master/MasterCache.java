package tatami.query.master;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tatami.query.release.Grain;

/** Master rows of one release, with all that they show: those that were read last. Thread-safe. */
public final class MasterCache {

  private static final int FIRST_CAPACITY = 1024;
  private static final float LOAD_FACTOR = 0.75f;

  private final Map<Long, MasterRow> rows;

  /**
   * Starts empty.
   *
   * @param mostRows so many are kept, of both grains together
   */
  public MasterCache(int mostRows) {
    rows =
        new LinkedHashMap<>(FIRST_CAPACITY, LOAD_FACTOR, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, MasterRow> eldest) {
            return size() > mostRows;
          }
        };
  }

  /** Finds those of some rows that are kept, by surrogate. */
  Map<Integer, MasterRow> find(Grain grain, int[] ids) {
    Map<Integer, MasterRow> found = new HashMap<>();
    synchronized (rows) {
      for (int id : ids) {
        MasterRow row = rows.get(key(grain, id));
        if (row != null) {
          found.put(id, row);
        }
      }
    }
    return found;
  }

  /** Keeps rows. */
  void put(Grain grain, Map<Integer, MasterRow> read) {
    synchronized (rows) {
      read.forEach((id, row) -> rows.put(key(grain, id), row));
    }
  }

  private static long key(Grain grain, int id) {
    return (long) grain.ordinal() << Integer.SIZE | id;
  }
}
