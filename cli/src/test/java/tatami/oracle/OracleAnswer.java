package tatami.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a search must answer, all pages at once.
 *
 * @param hits every matching listing, in order
 * @param counts per facet of paths, categories or tags: every value with a count above 0, in order
 * @param numbers per facet of numbers: the values that count, ascending
 * @param unknownValues values asked for that no listing has
 */
public record OracleAnswer(
    List<Hit> hits,
    Map<String, List<ValueCount>> counts,
    Map<String, List<BigDecimal>> numbers,
    Set<String> unknownValues) {

  /**
   * One listing of the result.
   *
   * @param listing which one
   * @param price null where no night is open (searches without dates)
   * @param millimetres null without {@code near}
   */
  public record Hit(Listing listing, PriceRange price, Long millimetres) {}

  /** Lowest and highest total, in minor units. */
  public record PriceRange(long min, long max) {}

  /** A value of a facet with its count. */
  public record ValueCount(String value, int count) {}
}
