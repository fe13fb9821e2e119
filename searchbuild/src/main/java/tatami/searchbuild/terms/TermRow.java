package tatami.searchbuild.terms;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** A row of which a term is made; a column without a name is absent in every row. */
final class TermRow {

  private static final int BASIS_POINT_DIGITS = 2;
  private static final int MOST_DIGITS = 18;

  private final ToIntFunction<String> positions;
  private final Object[] values;

  /**
   * A row.
   *
   * @param positions tells where a column's value stands
   */
  TermRow(ToIntFunction<String> positions, Object[] values) {
    this.positions = positions;
    this.values = values;
  }

  Object value(String column) {
    return column == null ? null : values[positions.applyAsInt(column)];
  }

  boolean has(String column) {
    return value(column) != null;
  }

  /** Returns a whole number, null where it is absent. */
  Long number(String column) {
    return has(column) ? Long.valueOf(((Number) value(column)).longValue()) : null;
  }

  /** Returns a whole number, at the nearest end of an int where it lies beyond; null for absent. */
  Integer integer(String column) {
    return has(column)
        ? Integer.valueOf(
            (int) Math.max(Integer.MIN_VALUE, Math.min(number(column), Integer.MAX_VALUE)))
        : null;
  }

  /** Returns hundredths of a percentage; null where that is no whole number, or a huge one. */
  Long basisPoints(String column) {
    BigDecimal points =
        new BigDecimal(value(column).toString())
            .movePointRight(BASIS_POINT_DIGITS)
            .stripTrailingZeros();
    boolean isWhole = points.scale() <= 0 && points.precision() - points.scale() <= MOST_DIGITS;
    return isWhole ? Long.valueOf(points.longValueExact()) : null;
  }

  /** Names the row by its key. */
  String describe(List<String> key) {
    return key.stream()
        .map(column -> column + "=" + value(column))
        .collect(Collectors.joining(", "));
  }
}
