package tatami.searchtable.codec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses how a column of numbers is held. */
public final class NumberCodecs {

  /** Words that pin a codec of numbers. */
  public static final List<String> WORDS = List.of("int2", "int4", "int8", "bits");

  private static final double NULL_BIT_BYTES = 0.125;

  /** A NULL costs every row a test, and where columns are many a wider header. */
  private static final double NULL_COST_BYTES = 1;

  private final String column;
  private final NumberStatistics statistics;

  private NumberCodecs(String column, NumberStatistics statistics) {
    this.column = column;
    this.statistics = statistics;
  }

  /**
   * Chooses the smallest column of its own that holds every value.
   *
   * @param pin one of {@link #WORDS} but {@code bits}, or null
   * @throws CodecException where the pinned codec does not hold the values
   */
  public static CodecChoice<NumberCodec> choose(
      String column, NumberStatistics statistics, String pin) {
    NumberCodecs codecs = new NumberCodecs(column, statistics);
    List<CodecEstimate<NumberCodec>> candidates = codecs.listCandidates();
    CodecEstimate<NumberCodec> chosen =
        pin == null
            ? candidates.get(0)
            : candidates.stream()
                .filter(candidate -> candidate.codec().word().equals(pin))
                .findFirst()
                .orElseThrow(() -> codecs.refuse(pin));
    String why = codecs.describe() + (pin == null ? "" : "; pinned in the catalog");
    candidates.remove(chosen);
    return new CodecChoice<>(chosen, why, candidates);
  }

  /**
   * Plans some bits of a word for the values; empty where they need more than {@link
   * BitField#MOST_BITS}. The field stands at shift 0 of a word of its own until it is gathered.
   */
  public static Optional<BitField> findField(String column, NumberStatistics statistics) {
    long step = statistics.step();
    long spread = statistics.highest() - statistics.lowest();
    if (spread < 0 || spread / step >= 1L << BitField.MOST_BITS) {
      return Optional.empty();
    }
    long absentCells = statistics.hasAbsent() ? 1 : 0;
    long cells = spread / step + 1 + absentCells;
    int bits = Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(cells - 1));
    boolean isOutside =
        step > PlainNumber.LARGEST_UNIT
            || Math.abs(statistics.lowest()) >= PlainNumber.LARGEST_BASE;
    if (bits > BitField.MOST_BITS || isOutside) {
      return Optional.empty();
    }
    return Optional.of(
        new BitField(
            column,
            bits < Short.SIZE ? IntegerWidth.INT2 : IntegerWidth.INT4,
            0,
            bits,
            statistics.lowest() - absentCells * step,
            step,
            statistics.hasAbsent() ? 0L : null));
  }

  private List<CodecEstimate<NumberCodec>> listCandidates() {
    List<CodecEstimate<NumberCodec>> candidates = new ArrayList<>();
    for (IntegerWidth width : IntegerWidth.values()) {
      if (statistics.hasAbsent()) {
        find(width, width.lowest(), false).ifPresent(codec -> candidates.add(estimate(codec)));
        find(width, null, true).ifPresent(codec -> candidates.add(estimate(codec)));
      } else {
        find(width, null, false).ifPresent(codec -> candidates.add(estimate(codec)));
      }
    }
    candidates.sort(Comparator.comparingDouble(NumberCodecs::cost));
    return candidates;
  }

  private static double cost(CodecEstimate<NumberCodec> estimate) {
    boolean isNullable = ((PlainNumber) estimate.codec()).nullable();
    return estimate.bytes() + (isNullable ? NULL_COST_BYTES : 0);
  }

  /** Values as they are, else with the step as unit, else counted from the lowest as well. */
  private Optional<NumberCodec> find(IntegerWidth width, Long absent, boolean nullable) {
    long lowestCell = absent == null ? width.lowest() : width.lowest() + 1;
    if (statistics.lowest() >= lowestCell && width.holds(statistics.highest())) {
      return Optional.of(new PlainNumber(column, width, 0, 1, absent, nullable));
    }
    long step = statistics.step();
    long spread = statistics.highest() - statistics.lowest();
    boolean isOutside =
        step > PlainNumber.LARGEST_UNIT
            || Math.abs(statistics.lowest()) >= PlainNumber.LARGEST_BASE;
    if (width == IntegerWidth.INT8 || spread < 0 || isOutside) {
      return Optional.empty();
    }
    boolean isMultiple = statistics.lowest() % step == 0;
    if (isMultiple
        && statistics.lowest() / step >= lowestCell
        && width.holds(statistics.highest() / step)) {
      return Optional.of(new PlainNumber(column, width, 0, step, absent, nullable));
    }
    return spread / step <= width.highest()
        ? Optional.of(new PlainNumber(column, width, statistics.lowest(), step, absent, nullable))
        : Optional.empty();
  }

  private CodecEstimate<NumberCodec> estimate(NumberCodec codec) {
    PlainNumber plain = (PlainNumber) codec;
    double bytes =
        plain.nullable()
            ? plain.width().bytes() * (1 - statistics.absentShare()) + NULL_BIT_BYTES
            : plain.width().bytes();
    StringBuilder form = new StringBuilder(plain.width().type());
    if (plain.unit() != 1) {
      form.append(" in steps of ").append(plain.unit());
    }
    if (plain.base() != 0) {
      form.append(" from ").append(plain.base());
    }
    if (plain.nullable()) {
      form.append(", absent is NULL");
    } else if (plain.absent() != null) {
      form.append(", absent is ").append(plain.absent());
    }
    return new CodecEstimate<>(codec, bytes, form.toString());
  }

  /** Describes the values that were measured. */
  private String describe() {
    if (!statistics.hasValues()) {
      return "no row has a value";
    }
    String distinct = (statistics.isCounted() ? "" : "more than ") + statistics.distinct();
    String absent =
        statistics.hasAbsent()
            ? String.format(Locale.ROOT, ", %.3g %% absent", 100 * statistics.absentShare())
            : "";
    return String.format(
        Locale.ROOT,
        "%d to %d, %s distinct, most frequent %.3g %%%s",
        statistics.lowest(),
        statistics.highest(),
        distinct,
        100 * statistics.mostFrequentShare(),
        absent);
  }

  private CodecException refuse(String pin) {
    IntegerWidth width = IntegerWidth.valueOf(pin.toUpperCase(Locale.ROOT));
    boolean isLow = !width.holds(statistics.lowest()) && width.holds(statistics.highest());
    return new CodecException(
        column,
        "codec \""
            + pin
            + "\" of column "
            + column
            + " cannot hold value="
            + (isLow ? statistics.lowest() : statistics.highest()),
        isLow ? statistics.lowestRow() : statistics.highestRow(),
        "pin a wider one, or none");
  }
}
