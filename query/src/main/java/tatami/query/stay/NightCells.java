package tatami.query.stay;

import java.util.BitSet;

/** Cells of one calendar: of the rows and nights that were asked for. */
@FunctionalInterface
public interface NightCells {

  /** Stands for a night without a value. */
  long MISSING = -1;

  /**
   * Returns the value of a night: an amount in minor units, rooms, nights, or 0 and 1.
   *
   * @param id surrogate of the row: an offer, or stock
   * @param night from 0 for the horizon's first
   * @return {@link #MISSING} where there is no cell or no row; anything where the row or the night
   *     was not asked for
   */
  long at(int id, int night);

  /**
   * Reads nights that follow each other: what {@link #at} returns for each of them.
   *
   * @param id surrogate of the row
   * @param firstNight from 0 for the horizon's first
   * @param nights how many, at least 1
   * @param cells takes them, from place 0 on
   */
  default void read(int id, int firstNight, int nights, long[] cells) {
    for (int place = 0; place < nights; place++) {
      cells[place] = at(id, firstNight + place);
    }
  }

  /**
   * Adds the rows that may have a value on a night that was asked for to a set.
   *
   * @return whether it is known: else every row may have one
   */
  default boolean addRows(BitSet rows) {
    return false;
  }
}
