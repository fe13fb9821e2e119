package tatami.searchbuild.fill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tatami.ingest.copy.BinaryCopyReader;
import tatami.ingest.feed.ColumnType;
import tatami.searchtable.calendar.CalendarRows;
import tatami.searchtable.codec.CodecException;

/** Copies packed rows of one master table to their surrogates in one calendar table. */
final class CalendarCopy {

  private final CalendarTable table;
  private final LandedNights nights;
  private final List<ColumnType> keyTypes;
  private final Function<List<Object>, int[]> surrogates;
  private int rows;
  private long cells;

  /**
   * Copies nothing so far.
   *
   * @param keyTypes types of the key's components, which come before the nights
   * @param surrogates who a key belongs to
   */
  CalendarCopy(
      CalendarTable table,
      LandedNights nights,
      List<ColumnType> keyTypes,
      Function<List<Object>, int[]> surrogates) {
    this.table = table;
    this.nights = nights;
    this.keyTypes = keyTypes;
    this.surrogates = surrogates;
  }

  /** Returns what was copied. */
  FilledCells filled() {
    return new FilledCells(rows, cells);
  }

  /** Copies the rows of some surrogates. */
  void copy(BinaryCopyReader reader, CalendarRows target, int first, int end) throws SQLException {
    while (reader.nextRow()) {
      List<Object> key = readKey(reader);
      int[] owners = surrogates.apply(key);
      long present = nights.read(reader);
      if (present == 0) {
        continue;
      }
      for (int owner : owners) {
        if (owner >= first && owner < end) {
          put(target, owner, key);
          rows++;
          cells += present;
        }
      }
    }
  }

  private void put(CalendarRows target, int owner, List<Object> key) {
    try {
      target.put(owner, nights.values());
    } catch (CodecException refused) {
      throw new CodecException(
          "table \""
              + table.name()
              + "\": codec "
              + table.codec().word()
              + " cannot hold row "
              + key
              + " of \""
              + table.source().feed()
              + "."
              + table.source().value()
              + "\"",
          refused.getMessage());
    }
  }

  private List<Object> readKey(BinaryCopyReader reader) {
    List<Object> key = new ArrayList<>(keyTypes.size());
    for (ColumnType type : keyTypes) {
      key.add(type == ColumnType.TEXT ? reader.readText() : reader.readInteger());
    }
    return key;
  }
}
