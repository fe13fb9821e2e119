package tatami.searchtable.codec;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The fields of one row in memory, and their bytes in PostgreSQL. */
final class RecordedFields implements FieldWriter, FieldReader {

  private final List<Field> fields = new ArrayList<>();

  private record Field(String hex, long number, long[] numbers, byte[] bytes, int size) {}

  static <V> RecordedFields of(ColumnCodec<V> codec, V value) {
    RecordedFields recorded = new RecordedFields();
    for (int place = 0; place < codec.columns().size(); place++) {
      codec.write(value, place, recorded);
    }
    return recorded;
  }

  int count() {
    return fields.size();
  }

  int size() {
    return fields.stream().mapToInt(Field::size).sum();
  }

  String hex() {
    return fields.stream().map(Field::hex).collect(Collectors.joining(" "));
  }

  @Override
  public void writeNull() {
    fields.add(new Field("null", 0, null, null, 0));
  }

  @Override
  public void writeInteger(IntegerWidth width, long value) {
    requireHeld(width, value);
    fields.add(new Field(hex(width, value), value, null, null, width.bytes()));
  }

  @Override
  public void writeIntegers(IntegerWidth width, long[] values) {
    LongStream.of(values).forEach(value -> requireHeld(width, value));
    String hex =
        LongStream.of(values)
            .mapToObj(value -> hex(width, value))
            .collect(Collectors.joining(",", "{", "}"));
    int size = values.length == 0 ? 16 : 24 + values.length * width.bytes();
    fields.add(new Field(hex, 0, values.clone(), null, size));
  }

  @Override
  public void writeText(String text) {
    throw new UnsupportedOperationException("no codec writes a text: " + text);
  }

  @Override
  public void writeBytes(byte[] bytes) {
    int size = bytes.length + (bytes.length < 126 ? 1 : 4);
    fields.add(new Field("x" + HexFormat.of().formatHex(bytes), 0, null, bytes.clone(), size));
  }

  private static void requireHeld(IntegerWidth width, long value) {
    if (!width.holds(value)) {
      throw new AssertionError(width + " does not hold " + value);
    }
  }

  private static String hex(IntegerWidth width, long value) {
    String digits = HexFormat.of().toHexDigits(value);
    return digits.substring(digits.length() - 2 * width.bytes());
  }

  @Override
  public boolean isNull(int column) {
    return fields.get(column).hex().equals("null");
  }

  @Override
  public long readInteger(int column) {
    return fields.get(column).number();
  }

  @Override
  public long[] readIntegers(int column) {
    return fields.get(column).numbers().clone();
  }

  @Override
  public byte[] readBytes(int column) {
    return fields.get(column).bytes().clone();
  }
}
