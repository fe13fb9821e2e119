package tatami.query.sql;

import java.util.List;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.expression.NumberExpression;

/** Writes comparisons of a number, on its cells: no row is decoded. */
final class NumberText {

  private NumberText() {}

  /** The number is one of these; absent is none of them. */
  static Fragment isOneOf(NumberCodec codec, String row, List<Integer> values) {
    int[] cells =
        values.stream()
            .filter(value -> codec.hasCell(value))
            .mapToInt(value -> Math.toIntExact(codec.cellOf(value)))
            .toArray();
    return Fragment.of(NumberExpression.cell(codec, row) + " = ANY (?)", new IntArray(cells));
  }

  /** The number is inside a closed range; absent is not. */
  static Fragment between(NumberCodec codec, String row, long lowest, long highest) {
    return Fragment.of(
        NumberExpression.cell(codec, row) + " BETWEEN ? AND ?",
        codec.ceilingCell(lowest),
        codec.floorCell(highest));
  }

  /** The number is at least this; absent is not. */
  static Fragment atLeast(NumberCodec codec, String row, long lowest) {
    return Fragment.of(NumberExpression.cell(codec, row) + " >= ?", codec.ceilingCell(lowest));
  }

  /** The number is at most this; absent is not. */
  static Fragment atMost(NumberCodec codec, String row, long highest) {
    String cell = NumberExpression.cell(codec, row);
    return codec.absent() == null
        ? Fragment.of(cell + " <= ?", codec.floorCell(highest))
        : Fragment.of(cell + " BETWEEN ? AND ?", codec.lowestCell(), codec.floorCell(highest));
  }

  /** The number is at most this, or absent: the absent cell is below all others. */
  static Fragment absentOrAtMost(NumberCodec codec, String row, long highest) {
    String cell = NumberExpression.cell(codec, row);
    Fragment atMost = Fragment.of(cell + " <= ?", codec.floorCell(highest));
    return isNullable(codec) ? orNull(cell, atMost) : atMost;
  }

  /** The number is at least this, or absent. */
  static Fragment absentOrAtLeast(NumberCodec codec, String row, long lowest) {
    String cell = NumberExpression.cell(codec, row);
    Fragment atLeast = Fragment.of(cell + " >= ?", codec.ceilingCell(lowest));
    if (isNullable(codec)) {
      return orNull(cell, atLeast);
    }
    return codec.absent() == null
        ? atLeast
        : Fragment.of("(" + cell + " = " + codec.absent() + " OR ").then(atLeast).then(")");
  }

  private static boolean isNullable(NumberCodec codec) {
    return codec instanceof PlainNumber plain && plain.nullable();
  }

  private static Fragment orNull(String cell, Fragment condition) {
    return Fragment.of("(" + cell + " IS NULL OR ").then(condition).then(")");
  }
}
