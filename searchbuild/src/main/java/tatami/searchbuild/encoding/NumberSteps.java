package tatami.searchbuild.encoding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Finds the exact common step of numbers and holds them as multiples of it.
 *
 * <p>The step is the greatest common divisor of all values, as a decimal, so nothing is ever
 * rounded.
 */
final class NumberSteps {

  private final String filter;
  private final IntFunction<String> rowName;
  private int scale;
  private BigInteger divisor = BigInteger.ZERO;
  private BigDecimal lowest;
  private BigDecimal highest;

  NumberSteps(String filter, IntFunction<String> rowName) {
    this.filter = filter;
    this.rowName = rowName;
  }

  void collect(BigDecimal value) {
    if (value == null) {
      return;
    }
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    if (plain.scale() > scale) {
      divisor = divisor.multiply(BigInteger.TEN.pow(plain.scale() - scale));
      scale = plain.scale();
    }
    divisor = divisor.gcd(plain.setScale(scale).unscaledValue());
    lowest = lowest == null ? plain : lowest.min(plain);
    highest = highest == null ? plain : highest.max(plain);
  }

  BigDecimal step() {
    return divisor.signum() == 0 ? BigDecimal.ONE : new BigDecimal(divisor, scale);
  }

  List<BigDecimal> bounds() {
    return lowest == null ? List.of() : List.of(lowest, highest);
  }

  /** Returns the value of a row as a multiple of the step, or null for null. */
  Long encode(int row, BigDecimal value) {
    if (value == null) {
      return null;
    }
    try {
      return value.divideToIntegralValue(step()).longValueExact();
    } catch (ArithmeticException e) {
      throw new EncodingException(
          "filter \""
              + filter
              + "\": value "
              + value.toPlainString()
              + " of row "
              + rowName.apply(row)
              + " is more than 64 bits away from 0 in steps of "
              + step().toPlainString());
    }
  }
}
