package tatami.query.sql;

import tatami.query.stay.NightCells;
import tatami.searchtable.codec.CellBytes;

/** Cells of {@link CellBytes}: a part of the bytes, as it is. */
final class ByteCells implements CellForm {

  private static final int BYTE_MASK = 0xFF;

  private final int firstNight;
  private final int width;
  private final long unit;
  private final RecordField field;

  ByteCells(RecordText text, CalendarTable table, CellBytes codec) {
    firstNight = table.firstNight();
    width = codec.bytes();
    unit = codec.unit();
    int bytes = table.nights() * width;
    field =
        text.add(
            Fragment.of(
                "substr(" + Tables.quoted(codec.column()) + ", ?, ?)",
                firstNight * width + 1,
                bytes),
            bytes);
  }

  @Override
  public NightCells read(Records records, RecordIndex index, SharedRanks ranks) {
    byte[] bytes = records.bytes();
    return new RecordCells(index) {
      @Override
      long value(int record, int night) {
        return valueAt(bytes, offset(records, record, night));
      }

      @Override
      void putAll(int record, int first, int nights, long[] cells) {
        int offset = offset(records, record, first);
        for (int place = 0; place < nights; place++) {
          cells[place] = valueAt(bytes, offset + place * width);
        }
      }
    };
  }

  private int offset(Records records, int record, int night) {
    return records.offset(record, field) + (night - firstNight) * width;
  }

  private long valueAt(byte[] bytes, int offset) {
    long cell = bytes[offset] & BYTE_MASK;
    for (int part = 1; part < width; part++) {
      cell |= (long) (bytes[offset + part] & BYTE_MASK) << part * Byte.SIZE;
    }
    return cell == 0 ? NightCells.MISSING : (cell - 1) * unit;
  }
}
