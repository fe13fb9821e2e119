package tatami.query.sql;

import java.util.List;
import tatami.searchtable.codec.NumberCodec;
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
}
