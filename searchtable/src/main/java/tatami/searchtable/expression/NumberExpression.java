package tatami.searchtable.expression;

import tatami.searchtable.codec.BitField;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.NumberCodec;

/** SQL that reads numbers. */
public final class NumberExpression {

  /** Larger factors could leave the 32 bits in which small columns are computed. */
  private static final long LARGEST_NARROW_BASE = 1L << 24;

  private NumberExpression() {}

  /**
   * Returns the cell of a number: the column, or its bits of a word. A cell that stands for an
   * absent value is lower than all others.
   *
   * @param row alias of the table, with a dot behind it, or nothing
   */
  public static String cell(NumberCodec codec, String row) {
    String column = row + quoted(codec.column());
    if (codec instanceof BitField field) {
      String shifted = field.shift() == 0 ? column : "(" + column + " >> " + field.shift() + ")";
      return "(" + shifted + " & " + literal(field.width(), field.mask()) + ")";
    }
    return column;
  }

  /** Returns the value of a number, NULL where it is absent. */
  public static String value(NumberCodec codec, String row) {
    String cell = cell(codec, row);
    String present = codec.absent() == null ? cell : "NULLIF(" + cell + ", " + codec.absent() + ")";
    if (codec.unit() != 1 || Math.abs(codec.base()) > LARGEST_NARROW_BASE) {
      return "(" + present + "::int8 * " + codec.unit() + " + " + codec.base() + ")";
    }
    return codec.base() == 0 ? present : "(" + present + " + " + codec.base() + ")";
  }

  /** Returns a condition that holds where the number is there. */
  public static String isPresent(NumberCodec codec, String row) {
    return codec.absent() == null
        ? cell(codec, row) + " IS NOT NULL"
        : cell(codec, row) + " <> " + codec.absent();
  }

  /** A number of the word's own type: any other would cast the word in every row. */
  private static String literal(IntegerWidth width, long number) {
    return width == IntegerWidth.INT4 ? Long.toString(number) : width.type() + " '" + number + "'";
  }

  private static String quoted(String column) {
    return '"' + column.replace("\"", "\"\"") + '"';
  }
}
