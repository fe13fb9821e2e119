package tatami.query.inns;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tatami.searchtable.codec.BitField;
import tatami.searchtable.codec.ColumnCodec;
import tatami.searchtable.codec.FieldWriter;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.codec.TagArray;
import tatami.searchtable.codec.TagBits;
import tatami.searchtable.codec.TagCodec;

/** Draws a codec for each column of a release, the same for the same release. */
final class InnCodecs {

  private static final int FIELD_SHIFT = 3;
  private static final int FIELD_BITS = 12;

  private final long seed;

  InnCodecs(long seed) {
    this.seed = seed;
  }

  /** A number from 0 to 4,000, or none. */
  NumberCodec small(String column) {
    Random random = random(column);
    return switch (random.nextInt(4)) {
      case 0 -> new BitField(column, IntegerWidth.INT4, FIELD_SHIFT, FIELD_BITS, -1, 1, 0L);
      case 1 -> new BitField(column, IntegerWidth.INT2, 0, FIELD_BITS, -1, 1, 0L);
      case 2 -> new BitField(column, IntegerWidth.INT8, FIELD_SHIFT, FIELD_BITS, -1, 1, 0L);
      default -> number(column, IntegerWidth.INT2);
    };
  }

  /** A number that a width holds, or none. */
  NumberCodec number(String column, IntegerWidth width) {
    return random(column).nextBoolean()
        ? new PlainNumber(column, width, 0, 1, null, true)
        : new PlainNumber(column, width, 0, 1, width.lowest(), false);
  }

  /** A set of up to so many tags. */
  TagCodec tags(String column, int tags) {
    Random random = random(column);
    return switch (random.nextInt(3)) {
      case 0 -> new TagArray(column, IntegerWidth.INT2);
      case 1 -> new TagArray(column, IntegerWidth.INT4);
      // More tags than there are: several words, the last of them narrow.
      default -> new TagBits(column, Math.max(1, tags) + 64 * random.nextInt(2));
    };
  }

  private Random random(String column) {
    Random random = new Random(seed * 31 + column.hashCode());
    random.nextInt();
    return random;
  }

  /** Returns the columns of a codec, as in DDL. */
  static String ddl(ColumnCodec<?> codec) {
    List<String> columns = new ArrayList<>();
    codec
        .columns()
        .forEach(
            column ->
                columns.add(
                    column.name() + " " + column.type() + (column.nullable() ? "" : " NOT NULL")));
    return String.join(", ", columns);
  }

  /** Returns the fields of a value, as JDBC takes them. */
  static <V> List<Object> fields(ColumnCodec<V> codec, V value) {
    Fields fields = new Fields();
    for (int column = 0; column < codec.columns().size(); column++) {
      codec.write(value, column, fields);
    }
    return fields.written;
  }

  private static final class Fields implements FieldWriter {

    private final List<Object> written = new ArrayList<>();

    @Override
    public void writeNull() {
      written.add(null);
    }

    @Override
    public void writeInteger(IntegerWidth width, long value) {
      written.add(value);
    }

    @Override
    public void writeIntegers(IntegerWidth width, long[] values) {
      written.add(values);
    }

    @Override
    public void writeBytes(byte[] bytes) {
      written.add(bytes);
    }

    @Override
    public void writeText(String text) {
      written.add(text);
    }
  }
}
