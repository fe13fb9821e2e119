package tatami.query.inns;

import java.util.ArrayList;
import java.util.List;
import tatami.searchtable.codec.CalendarCodec;
import tatami.searchtable.codec.FieldWriter;
import tatami.searchtable.codec.IntegerWidth;

/** The fields of a row as values of a statement. */
final class RowParameters implements FieldWriter {

  private final List<Object> values = new ArrayList<>();

  /** Returns a key and the fields of a calendar behind it. */
  static Object[] of(int key, CalendarCodec codec, List<Integer> cells) {
    RowParameters row = new RowParameters();
    row.values.add(key);
    long[] nights =
        cells.stream().mapToLong(cell -> cell < 0 ? cell : cell * codec.unit()).toArray();
    for (int place = 0; place < codec.columns().size(); place++) {
      codec.write(nights, place, row);
    }
    return row.values.toArray();
  }

  @Override
  public void writeNull() {
    values.add(null);
  }

  @Override
  public void writeInteger(IntegerWidth width, long value) {
    values.add((int) value);
  }

  @Override
  public void writeIntegers(IntegerWidth width, long[] numbers) {
    values.add(numbers);
  }

  @Override
  public void writeText(String text) {
    throw new UnsupportedOperationException("no codec writes a text: " + text);
  }

  @Override
  public void writeBytes(byte[] bytes) {
    values.add(bytes);
  }
}
