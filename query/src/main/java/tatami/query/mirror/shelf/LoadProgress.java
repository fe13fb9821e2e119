package tatami.query.mirror.shelf;

import java.util.Locale;
import tatami.query.mirror.load.LoadListener;
import tatami.query.mirror.manifest.Manifest;

/**
 * Tells how far the load of a release is: each part, its values, the share of all bytes, the rate.
 */
final class LoadProgress implements LoadListener {

  private static final double MILLION = 1e6;
  private static final double NANOSECONDS = 1e9;

  private final String subject;
  private final Manifest manifest;
  private final ShelfListener listener;
  private final long startNanos = System.nanoTime();
  private long cells;
  private long bytes;

  /**
   * Starts the clock.
   *
   * @param subject which release of which catalog it is
   */
  LoadProgress(String subject, Manifest manifest, ShelfListener listener) {
    this.subject = subject;
    this.manifest = manifest;
    this.listener = listener;
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
            100.0 * bytes / Math.max(1, manifest.bytes()),
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
