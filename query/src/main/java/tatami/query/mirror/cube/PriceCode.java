package tatami.query.mirror.cube;

/**
 * Totals in 16 bits, in their order: small ones as they are, larger ones with twelve significant
 * bits. Of two totals the one with the smaller code is smaller; those of one code are not told
 * apart.
 *
 * <pre>
 *   below 4096      the total
 *   else            4096 + (exponent − 12) × 2048 + the eleven bits behind the first one
 *   65,535          no total
 * </pre>
 */
public final class PriceCode {

  /** Stands for no total; larger than the code of any. */
  public static final char NONE = Character.MAX_VALUE;

  private static final int EXACT_BITS = 12;
  private static final int FRACTION_BITS = EXACT_BITS - 1;
  private static final int MOST = NONE - 1;

  private PriceCode() {}

  /** Returns the code of a total, at least 0. Totals beyond 2⁴⁰ share the last one. */
  public static char of(long total) {
    int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(total);
    if (exponent < EXACT_BITS) {
      return (char) total;
    }
    long fraction = total >>> exponent - FRACTION_BITS & (1 << FRACTION_BITS) - 1;
    long code = ((long) exponent - FRACTION_BITS + 1 << FRACTION_BITS) + fraction;
    return (char) Math.min(code, MOST);
  }
}
