package tatami.query.request;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import tatami.query.release.CatalogFilter;
import tatami.query.request.Condition.InRange;
import tatami.searchtable.description.FilterLayout;
import tools.jackson.databind.JsonNode;

/**
 * Reads the range of a number and translates it to steps, exactly: a step never rounds a value.
 *
 * <p>A bound outside the data is cut to the data's edge before any division, so that a number such
 * as {@code 1e999999999} costs nothing.
 */
final class NumberReader {

  private static final RequestObject.Names FIELDS = RequestObject.Names.fields("min", "max");

  private final CatalogFilter filter;
  private final FilterLayout.Number number;
  private final Findings findings;

  NumberReader(CatalogFilter filter, FilterLayout.Number number, Findings findings) {
    this.filter = filter;
    this.number = number;
    this.findings = findings;
  }

  /** Returns empty where neither bound is given. */
  Optional<InRange> read(JsonNode node, String pointer) {
    Optional<RequestObject> range = RequestObject.open(node, pointer, findings, FIELDS);
    if (range.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal minimum = readBound(range.get(), "min");
    BigDecimal maximum = readBound(range.get(), "max");
    if (minimum == null && maximum == null) {
      return Optional.empty();
    }
    if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
      range.get().refuse("min", "must not be above \"max\"");
      return Optional.empty();
    }
    return Optional.of(range(minimum, maximum));
  }

  private static BigDecimal readBound(RequestObject range, String name) {
    Optional<JsonNode> bound = range.find(name);
    if (bound.isEmpty()) {
      return null;
    }
    if (!bound.get().isNumber()) {
      range.refuse(name, "must be a number, got " + RequestObject.kindOf(bound.get()));
      return null;
    }
    return bound.get().decimalValue();
  }

  private InRange range(BigDecimal minimum, BigDecimal maximum) {
    InRange nothing = new InRange(filter, 1, 0);
    if (number.bounds().isEmpty()) {
      return nothing;
    }
    BigDecimal lowestOfData = number.bounds().get(0);
    BigDecimal highestOfData = number.bounds().get(1);
    boolean outside =
        (minimum != null && minimum.compareTo(highestOfData) > 0)
            || (maximum != null && maximum.compareTo(lowestOfData) < 0);
    if (outside) {
      return nothing;
    }
    long lowest =
        minimum == null || minimum.compareTo(lowestOfData) <= 0
            ? Long.MIN_VALUE
            : steps(minimum, RoundingMode.CEILING);
    long highest =
        maximum == null || maximum.compareTo(highestOfData) >= 0
            ? Long.MAX_VALUE
            : steps(maximum, RoundingMode.FLOOR);
    return new InRange(filter, lowest, highest);
  }

  /** Divides a value inside the data's bounds by the step; tiny values are not expanded. */
  private long steps(BigDecimal value, RoundingMode rounding) {
    if (value.abs().compareTo(number.step()) < 0) {
      boolean up = rounding == RoundingMode.CEILING;
      return up ? Math.max(value.signum(), 0) : Math.min(value.signum(), 0);
    }
    return value.divide(number.step(), 0, rounding).longValueExact();
  }
}
