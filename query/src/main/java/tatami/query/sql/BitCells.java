package tatami.query.sql;

import java.util.Arrays;
import tatami.query.stay.NightCells;
import tatami.searchtable.codec.DayBits;

/** Cells of {@link DayBits}: the bytes that hold the nights. */
final class BitCells implements CellForm {

  private final int firstByte;
  private final RecordField field;

  BitCells(RecordText text, CalendarTable table, DayBits codec) {
    this(text, codec.column(), table.firstNight(), table.nights(), "substr(%s, ?, ?)", null);
  }

  /** Adds bits that a row may lack: then all are set. */
  static BitCells orAllSet(RecordText text, CalendarTable table, String column) {
    int first = table.firstNight() / Byte.SIZE;
    int last = (table.firstNight() + table.nights() - 1) / Byte.SIZE;
    byte[] all = new byte[last - first + 1];
    Arrays.fill(all, (byte) -1);
    return new BitCells(
        text,
        column,
        table.firstNight(),
        table.nights(),
        "COALESCE(substr(%s, ?, ?), ?)",
        new ByteString(all));
  }

  private BitCells(
      RecordText text,
      String column,
      int firstNight,
      int nights,
      String expression,
      ByteString otherwise) {
    firstByte = firstNight / Byte.SIZE;
    int bytes = (firstNight + nights - 1) / Byte.SIZE - firstByte + 1;
    String sql = expression.formatted(Tables.quoted(column));
    Fragment part =
        otherwise == null
            ? Fragment.of(sql, firstByte + 1, bytes)
            : Fragment.of(sql, firstByte + 1, bytes, otherwise);
    field = text.add(part, bytes);
  }

  /** Returns the bit of a night in a record. */
  int bit(Records records, int record, int night) {
    int at = records.offset(record, field) + night / Byte.SIZE - firstByte;
    return records.bytes()[at] >> night % Byte.SIZE & 1;
  }

  @Override
  public NightCells read(Records records, RecordIndex index, SharedRanks ranks) {
    return new RecordCells(index) {
      @Override
      long value(int record, int night) {
        return bit(records, record, night);
      }

      @Override
      void putAll(int record, int first, int nights, long[] cells) {
        for (int place = 0; place < nights; place++) {
          cells[place] = bit(records, record, first + place);
        }
      }
    };
  }
}
