package tatami.searchtable.codec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;

/**
 * A calendar of zeros and ones, for values of which a missing one means 0: it is read as 0.
 *
 * <pre>
 *   byte  n div 8, bit n mod 8 from the lowest    1 where the value of night n is 1
 * </pre>
 *
 * @param column the column
 * @param nights nights of a calendar, above 0; bits behind the last are 0
 */
public record DayBits(String column, int nights) implements CalendarCodec {

  /** Refuses a calendar without nights. */
  public DayBits {
    Objects.requireNonNull(column, "column");
    if (nights < 1) {
      throw new IllegalArgumentException("a calendar has nights: column=" + column);
    }
  }

  @Override
  public String word() {
    return "bits";
  }

  @Override
  @JsonIgnore
  public List<CodecColumn> columns() {
    return List.of(new CodecColumn(column, "bytea", false));
  }

  @Override
  @JsonIgnore
  public long unit() {
    return 1;
  }

  @Override
  public boolean holds(long value) {
    return value >= MISSING && value <= 1;
  }

  @Override
  public boolean fits(long[] values) {
    return values.length == nights && CalendarCodec.super.fits(values);
  }

  @Override
  public void write(long[] values, int place, FieldWriter writer) {
    checkFits(values);
    writer.writeBytes(bitsOf(values, 1));
  }

  @Override
  public long[] read(FieldReader fields) {
    byte[] bits = fields.readBytes(0);
    long[] values = new long[nights];
    for (int night = 0; night < nights; night++) {
      values[night] = bit(bits, night);
    }
    return values;
  }

  /** Returns the bits of values that are at least this. */
  static byte[] bitsOf(long[] values, long least) {
    byte[] bits = new byte[bytesOf(values.length)];
    for (int night = 0; night < values.length; night++) {
      if (values[night] >= least) {
        bits[night / Byte.SIZE] |= (byte) (1 << night % Byte.SIZE);
      }
    }
    return bits;
  }

  static int bit(byte[] bits, int night) {
    return bits[night / Byte.SIZE] >> night % Byte.SIZE & 1;
  }

  static int bytesOf(int nights) {
    return (nights + Byte.SIZE - 1) / Byte.SIZE;
  }
}
