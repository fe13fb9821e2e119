package tatami.query.mirror.shelf;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import tatami.query.mirror.load.LoadListener;
import tatami.query.mirror.manifest.Manifest;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.OfferCalendar;
import tatami.searchtable.description.StayLayout.PriceTable;

/**
 * Tells how far the load of a release is: each part, its values, the share of all bytes, the rate.
 */
final class LoadProgress implements LoadListener {

  private static final double MILLION = 1e6;
  private static final double NANOSECONDS = 1e9;

  private final String subject;
  private final Manifest manifest;
  private final long allBytes;
  private final ShelfListener listener;
  private final long startNanos = System.nanoTime();
  private long cells;
  private long bytes;

  /**
   * Starts the clock.
   *
   * @param plan what is loaded
   */
  LoadProgress(LoadPlan plan, ShelfListener listener) {
    this.subject = ShelfSentences.subject(plan.pointer());
    this.manifest = plan.manifest();
    this.allBytes = Math.max(1, parts(plan).mapToLong(manifest::bytesOf).sum());
    this.listener = listener;
  }

  /** Returns the tables that are told of; what belongs to them is read with them. */
  private static Stream<String> parts(LoadPlan plan) {
    ReleaseDescription description = plan.release().description();
    StayLayout stay = description.stay();
    Stream<String> grains =
        Stream.of(description.property(), description.offer())
            .filter(Objects::nonNull)
            .map(GrainTable::table);
    return stay == null
        ? grains
        : Stream.of(
                grains,
                Stream.of(stay.stockTable()),
                stay.prices().stream().map(PriceTable::table),
                stay.rules().listCalendars().stream().map(OfferCalendar::table))
            .flatMap(tables -> tables);
  }

  @Override
  public void loaded(String part, long partCells) {
    cells += partCells;
    bytes += manifest.bytesOf(part);
    listener.progress(
        String.format(
            Locale.ROOT,
            "%s: %s, %.1f million values, %.0f %%, %.1f million values/s",
            subject,
            part,
            partCells / MILLION,
            100.0 * bytes / allBytes,
            cells / MILLION / seconds()));
  }

  /**
   * Says what came of it.
   *
   * @param heapBytes what the mirror takes
   */
  void end(long heapBytes) {
    listener.progress(
        String.format(
            Locale.ROOT,
            "%s is in memory: %.1f million values in %.1f s, %s, %.2f bytes a value",
            subject,
            cells / MILLION,
            seconds(),
            new MemorySize(heapBytes),
            (double) heapBytes / Math.max(1, cells)));
  }

  private double seconds() {
    return Math.max(1, System.nanoTime() - startNanos) / NANOSECONDS;
  }
}
