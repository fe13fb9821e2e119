package tatami.searchtable.codec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;

/**
 * A calendar as fixed-width cells in a {@code bytea}.
 *
 * <pre>
 *   byte  n × bytes … n × bytes + bytes − 1     the cell of night n, lowest byte first
 *   cell  value / unit + 1                      0 = missing
 * </pre>
 *
 * @param column the column
 * @param bytes bytes of a cell, 1 to 4; four of them stay below 2^31, so that SQL reads an {@code
 *     int4}
 * @param unit what one step of a cell adds, above 0
 */
public record CellBytes(String column, int bytes, long unit) implements CalendarCodec {

  /** Most bytes of a cell. */
  public static final int MOST_BYTES = Integer.BYTES;

  private static final int BYTE_MASK = 0xFF;

  /** Refuses cells without bytes and a unit that is not positive. */
  public CellBytes {
    Objects.requireNonNull(column, "column");
    if (bytes < 1 || bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a cell has 1 to " + MOST_BYTES + " bytes: column=" + column + " bytes=" + bytes);
    }
    CalendarCodec.checkUnit(unit);
  }

  /** Returns the highest value, in units, that a cell of so many bytes holds. */
  public static long highestCell(int bytes) {
    return Math.min((1L << bytes * Byte.SIZE) - 2, Integer.MAX_VALUE - 1L);
  }

  @Override
  public String word() {
    return "bytes";
  }

  @Override
  @JsonIgnore
  public List<CodecColumn> columns() {
    return List.of(new CodecColumn(column, "bytea", false));
  }

  @Override
  public boolean holds(long value) {
    return value == MISSING
        || (value >= 0 && value % unit == 0 && value / unit <= highestCell(bytes));
  }

  @Override
  public void write(long[] values, int place, FieldWriter writer) {
    checkFits(values);
    byte[] cells = new byte[values.length * bytes];
    for (int night = 0; night < values.length; night++) {
      long cell = values[night] == MISSING ? 0 : values[night] / unit + 1;
      for (int part = 0; part < bytes; part++) {
        cells[night * bytes + part] = (byte) (cell >> part * Byte.SIZE);
      }
    }
    writer.writeBytes(cells);
  }

  @Override
  public long[] read(FieldReader fields) {
    byte[] cells = fields.readBytes(0);
    long[] values = new long[cells.length / bytes];
    for (int night = 0; night < values.length; night++) {
      long cell = 0;
      for (int part = bytes - 1; part >= 0; part--) {
        cell = cell << Byte.SIZE | cells[night * bytes + part] & BYTE_MASK;
      }
      values[night] = cell == 0 ? MISSING : (cell - 1) * unit;
    }
    return values;
  }
}
