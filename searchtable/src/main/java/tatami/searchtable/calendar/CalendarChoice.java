package tatami.searchtable.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tatami.searchtable.codec.CodecChoice;
import tatami.searchtable.codec.CodecEstimate;

/** Chooses the codec of calendars: the fewest bytes, times what reading a night costs. */
public final class CalendarChoice {

  /**
   * A night of shared days is read in three tables' planes, one after the other: half as long
   * again.
   */
  private static final double SHARED_READING = 1.5;

  /** And there is a plane a rank: so many of them take as long as the one plane of own days. */
  private static final double RANKS_OF_AN_OWN_NIGHT = 8;

  private final CalendarMeasure measure;
  private final String sharedTable;

  /**
   * Chooses for calendars of a measure.
   *
   * @param sharedTable name of the table of shared calendars, should they be chosen
   */
  public CalendarChoice(CalendarMeasure measure, String sharedTable) {
    this.measure = measure;
    this.sharedTable = sharedTable;
  }

  private record Costed(CodecEstimate<CalendarCodec> estimate, double cost) {}

  /**
   * Chooses the best, or the pinned one, which may turn out not to hold all rows.
   *
   * @param pinned its word; null for the best
   */
  public CodecChoice<CalendarCodec> choose(String pinned) {
    List<Costed> costed = new ArrayList<>(List.of(ownDays()));
    SharedEstimate shared = measure.shared();
    boolean isShared = shared != null && shared.isPossible();
    if (isShared || SharedDays.WORD.equals(pinned)) {
      costed.add(sharedDays(shared == null ? new SharedEstimate(0) : shared));
    }
    costed.sort(Comparator.comparingDouble(Costed::cost));
    List<CodecEstimate<CalendarCodec>> estimates =
        new ArrayList<>(costed.stream().map(Costed::estimate).toList());
    CodecEstimate<CalendarCodec> chosen =
        estimates.stream()
            .filter(estimate -> pinned == null || estimate.codec().word().equals(pinned))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no codec of calendars: " + pinned));
    estimates.remove(chosen);
    return new CodecChoice<>(chosen, why(chosen, pinned), estimates);
  }

  private Costed ownDays() {
    SharedEstimate sample = measure.shared() == null ? new SharedEstimate(0) : measure.shared();
    double bytes = sample.ownBytes(cellBytes(), measure.nights());
    String why = figures(cellBytes() + "-byte cells", bytes);
    return new Costed(new CodecEstimate<>(new OwnDays(measure.unit()), bytes, why), bytes);
  }

  private Costed sharedDays(SharedEstimate shared) {
    CalendarCodec codec = new SharedDays(sharedTable, measure.unit());
    double bytes = shared.bytes(cellBytes(), measure.nights());
    double ranks = shared.ranksOfNight(measure.nights());
    String why =
        figures("ranks of shared calendars", bytes)
            + String.format(Locale.ROOT, ", %.1f ranks on a night, ", ranks)
            + shared.why();
    double cost = bytes * (SHARED_READING + ranks / RANKS_OF_AN_OWN_NIGHT);
    return new Costed(new CodecEstimate<>(codec, bytes, why), cost);
  }

  private String figures(String form, double bytes) {
    return String.format(
        Locale.ROOT, "%s: %.1f bytes a row, %.2f a night", form, bytes, bytes / measure.nights());
  }

  /** At most so many: blocks without high values take fewer. */
  private int cellBytes() {
    return CellBlock.width(measure.highestCell() + 1);
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
}
