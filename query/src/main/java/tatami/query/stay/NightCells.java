package tatami.query.stay;

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
}
