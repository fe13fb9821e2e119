package tatami.query.sql;

import tatami.query.stay.NightCells;
import tatami.searchtable.codec.CellArray;

/**
 * Cells of {@link CellArray}: a slice of the array, as PostgreSQL sends arrays. Elements alone are
 * kept: what stands before each is longer than most of them.
 */
final class ArrayCells implements CellForm {

  private final int firstNight;
  private final int nights;
  private final int width;
  private final long unit;
  private final RecordField field;

  ArrayCells(RecordText text, CalendarTable table, CellArray codec) {
    firstNight = table.firstNight();
    nights = table.nights();
    width = codec.width().bytes();
    unit = codec.unit();
    Fragment slice =
        Fragment.of(
            "array_send(" + Tables.quoted(codec.column()) + "[?:?])",
            firstNight + 1,
            firstNight + nights);
    int elementBytes = SentArrays.ELEMENT_HEADER_BYTES + width;
    field = text.add(slice, SentArrays.HEADER_BYTES + nights * elementBytes);
  }

  @Override
  public NightCells read(Records records, RecordIndex index, SharedRanks ranks) {
    byte[] elements = elements(records);
    return new RecordCells(index) {
      @Override
      long value(int record, int night) {
        int element = record * nights + night - firstNight;
        long cell = Records.numberAt(elements, element * width, width);
        return cell == MISSING ? MISSING : cell * unit;
      }

      @Override
      void putAll(int record, int first, int count, long[] cells) {
        for (int place = 0; place < count; place++) {
          cells[place] = value(record, first + place);
        }
      }
    };
  }

  private byte[] elements(Records records) {
    byte[] elements = new byte[records.count() * nights * width];
    int to = 0;
    for (int record = 0; record < records.count(); record++) {
      int from = records.offset(record, field) + SentArrays.HEADER_BYTES;
      for (int night = 0; night < nights; night++) {
        from += SentArrays.ELEMENT_HEADER_BYTES;
        System.arraycopy(records.bytes(), from, elements, to, width);
        from += width;
        to += width;
      }
    }
    return elements;
  }
}
