package tatami.query.sql;

import tatami.query.stay.NightCells;
import tatami.searchtable.codec.CalendarCodec;
import tatami.searchtable.codec.CellArray;
import tatami.searchtable.codec.CellBytes;
import tatami.searchtable.codec.DayBits;
import tatami.searchtable.codec.SharedDays;

/** How the nights of one codec are selected and read: an own form for each. */
interface CellForm {

  /**
   * Adds the nights of a row to its record.
   *
   * @param text its first field is the surrogate
   */
  static CellForm add(RecordText text, CalendarTable table) {
    CalendarCodec codec = table.codec();
    if (codec instanceof CellBytes bytes) {
      return new ByteCells(text, table, bytes);
    }
    if (codec instanceof DayBits bits) {
      return new BitCells(text, table, bits);
    }
    if (codec instanceof CellArray array) {
      return new ArrayCells(text, table, array);
    }
    return new LevelCells(text, table, (SharedDays) codec);
  }

  /**
   * Reads nights from records.
   *
   * @param ranks what rows of {@link SharedDays} share; null for other codecs
   */
  NightCells read(Records records, RecordIndex index, SharedRanks ranks);
}
