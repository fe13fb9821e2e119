package tatami.query.sql;

import tatami.query.stay.NightCells;
import tatami.searchtable.codec.SharedDays;

/** What is selected of one calendar table. */
final class CalendarPart {

  private static final int EXPECTED_BYTES_OF_LEVELS = 128;

  private final CalendarTable table;
  private final RecordText text = new RecordText();
  private final RecordField key;
  private final CellForm form;

  /**
   * Plans what is selected.
   *
   * @param choice which levels of shared days are enough; null for all
   */
  CalendarPart(CalendarTable table, RankChoice choice) {
    this.table = table;
    key = text.integer(table.key());
    form =
        choice == null
            ? CellForm.add(text, table)
            : new LevelCells(text, table, (SharedDays) table.codec(), choice);
  }

  CalendarTable table() {
    return table;
  }

  /** Returns how the records are laid out. */
  RecordText records() {
    return text;
  }

  /** Returns about how many bytes a row sends, at least 1. */
  int expectedBytes() {
    return text.length() + text.countVarying() * EXPECTED_BYTES_OF_LEVELS;
  }

  /**
   * Writes the part of a union.
   *
   * @param rows which rows are read
   */
  Fragment select(Tables tables, int number, int mostVarying, RowChoice rows) {
    return text.selectPart(number, mostVarying)
        .then("\nFROM " + tables.qualified(table.table()))
        .then(rows.where(table));
  }

  /** Returns the numbers of the shared calendars that some rows use; null for other codecs. */
  int[] sharedCalendars(Records records) {
    return form instanceof LevelCells levels ? levels.calendars(records) : null;
  }

  /**
   * Reads nights from records.
   *
   * @param ranks what the rows share; null where they share nothing, or the levels are chosen
   */
  NightCells read(Records records, SharedRanks ranks) {
    return form.read(records, RecordIndex.of(records, key), ranks);
  }
}
