package tatami.searchtable.codec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses the codec of calendars: the fewest bytes, times what reading the form costs.
 *
 * <p>Codecs whose rows stay in the page win over those whose rows do not.
 */
public final class CalendarChoice {

  /** Wider rows are compressed or moved out by PostgreSQL, or leave pages half empty. */
  public static final int MOST_ROW_BYTES = 2_000;

  private static final String CELLS = "cells";
  private static final int ROW_BYTES = 24 + Integer.BYTES;

  private final CalendarMeasure measure;
  private final String sharedTable;
  private final DayCalendars calendars;

  /**
   * Chooses for calendars of a measure.
   *
   * @param sharedTable name of the table of shared calendars, should they be chosen
   * @param calendars what is shared already by other tables that use it
   */
  public CalendarChoice(CalendarMeasure measure, String sharedTable, DayCalendars calendars) {
    this.measure = measure;
    this.sharedTable = sharedTable;
    this.calendars = calendars;
  }

  /**
   * Chooses the best, or the pinned one, which need not hold all values: {@link CalendarCodec#fits}
   * tells of each row.
   *
   * @param pinned its word; null for the best
   */
  public CodecChoice<CalendarCodec> choose(String pinned) {
    List<CodecEstimate<CalendarCodec>> estimates = new ArrayList<>(estimates());
    estimates.sort(Comparator.comparingDouble(CalendarChoice::cost));
    CodecEstimate<CalendarCodec> chosen =
        pinned == null ? estimates.get(0) : pin(pinned, estimates);
    estimates.remove(chosen);
    return new CodecChoice<>(chosen, why(chosen, pinned), estimates);
  }

  /** Returns the bytes of a row with its surrogate and its header. */
  public static double rowBytes(CodecEstimate<CalendarCodec> estimate) {
    return ROW_BYTES + estimate.bytes();
  }

  private List<CodecEstimate<CalendarCodec>> estimates() {
    List<CodecEstimate<CalendarCodec>> estimates = new ArrayList<>();
    IntegerWidth width = width();
    estimates.add(
        estimate(
            new CellArray(CELLS, width, measure.unit()), FieldSize.array(width, measure.nights())));
    findBytes().ifPresent(estimates::add);
    if (measure.meaning() == CalendarMeasure.Missing.ZERO && measure.highest() <= 1) {
      int bytes = FieldSize.bytea(DayBits.bytesOf(measure.nights()));
      estimates.add(estimate(new DayBits(CELLS, measure.nights()), bytes));
    }
    SharedEstimate shared = measure.shared();
    if (shared != null && shared.isPossible()) {
      SharedDays codec = new SharedDays(sharedTable, width, measure.unit(), true, calendars);
      double bytes = shared.bytes(width, measure.nights());
      estimates.add(new CodecEstimate<>(codec, bytes, figures(codec, bytes) + ", " + shared.why()));
    }
    return estimates;
  }

  private Optional<CodecEstimate<CalendarCodec>> findBytes() {
    for (int bytes = 1; bytes <= CellBytes.MOST_BYTES; bytes++) {
      if (measure.highestCell() <= CellBytes.highestCell(bytes)) {
        CellBytes codec = new CellBytes(CELLS, bytes, measure.unit());
        return Optional.of(estimate(codec, FieldSize.bytea(bytes * measure.nights())));
      }
    }
    return Optional.empty();
  }

  private CodecEstimate<CalendarCodec> estimate(CalendarCodec codec, double bytes) {
    return new CodecEstimate<>(codec, bytes, figures(codec, bytes));
  }

  private String figures(CalendarCodec codec, double bytes) {
    return String.format(
        Locale.ROOT,
        "%s: %.0f bytes a row, %.2f a night, read at %.2f × int2[]",
        form(codec),
        bytes,
        bytes / measure.nights(),
        ReadingCost.of(codec));
  }

  private static String form(CalendarCodec codec) {
    if (codec instanceof CellArray array) {
      return array.width().type() + "[]";
    }
    if (codec instanceof CellBytes cells) {
      return cells.bytes() + "-byte cells";
    }
    return codec instanceof DayBits ? "a bit a night" : "ranks of shared calendars";
  }

  private static double cost(CodecEstimate<CalendarCodec> estimate) {
    double cost = estimate.bytes() * ReadingCost.of(estimate.codec());
    return rowBytes(estimate) > MOST_ROW_BYTES ? Integer.MAX_VALUE + cost : cost;
  }

  private String why(CodecEstimate<CalendarCodec> chosen, String pinned) {
    String reason = pinned == null ? "least bytes × reading" : "pinned";
    return reason
        + "; values 0 to "
        + measure.highest()
        + " in steps of "
        + measure.unit()
        + "; "
        + chosen.why();
  }

  private CodecEstimate<CalendarCodec> pin(
      String word, List<CodecEstimate<CalendarCodec>> estimates) {
    return estimates.stream()
        .filter(estimate -> estimate.codec().word().equals(word))
        .findFirst()
        .orElseGet(() -> unfit(word));
  }

  /** Estimates a codec of which it is known that a value does not fit. */
  private CodecEstimate<CalendarCodec> unfit(String word) {
    return switch (word) {
      case "bits" ->
          estimate(
              new DayBits(CELLS, measure.nights()),
              FieldSize.bytea(DayBits.bytesOf(measure.nights())));
      case "bytes" ->
          estimate(
              new CellBytes(CELLS, CellBytes.MOST_BYTES, measure.unit()),
              FieldSize.bytea(CellBytes.MOST_BYTES * measure.nights()));
      case "shared_days" -> {
        IntegerWidth width = width();
        SharedEstimate shared = measure.shared() == null ? new SharedEstimate(0) : measure.shared();
        yield estimate(
            new SharedDays(sharedTable, width, measure.unit(), true, calendars),
            shared.bytes(width, measure.nights()));
      }
      default -> throw new IllegalArgumentException("no codec of calendars: word=" + word);
    };
  }

  private IntegerWidth width() {
    return IntegerWidth.narrowestFor(CalendarCodec.MISSING, measure.highestCell());
  }
}
