package tatami.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tatami.benchmarks.peers.PeerResult;
import tatami.benchmarks.peers.PeerResult.PeerFigures;
import tatami.benchmarks.peers.PeerResult.PeerSize;

/** The race against peers as lines for people. */
final class PeerLines {

  private static final String FORMAT = "%-12s %-11s %-22s %8s %13s %13s %9s %9s";
  private static final String SIZES = "%-22s %10s %12s";
  private static final double MEBIBYTE = 1L << 20;

  private PeerLines() {}

  static List<String> of(PeerResult result) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        line(
            "peers: %,d hotels, %,d prices, %d rounds in turn; answers equal; ratios to %s",
            result.hotels(), result.prices(), result.rounds(), result.peers().get(0).peer()));
    lines.add(line(SIZES, "peer", "MiB kept", "bytes/price"));
    for (PeerSize size : result.peers()) {
      lines.add(
          line(
              SIZES,
              size.peer(),
              decimal(size.bytes() / MEBIBYTE),
              decimal((double) size.bytes() / result.prices())));
    }
    lines.add("");
    lines.add(
        line(
            FORMAT,
            "question",
            "place",
            "peer",
            "searches",
            "mean µs",
            "p95 µs",
            "mean ×",
            "p95 ×"));
    result.figures().forEach(figures -> lines.add(line(figures)));
    addTimedOnce(result, lines);
    return lines;
  }

  private static void addTimedOnce(PeerResult result, List<String> lines) {
    if (result.rounds() == 1) {
      return;
    }
    result.figures().stream()
        .filter(figures -> figures.place().equals("all") && figures.timedOnce() > 0)
        .map(
            figures ->
                line(
                    "timed in one round only, over %d ms: %s %s, %d of %d",
                    result.slowMilliseconds(),
                    figures.peer(),
                    figures.question(),
                    figures.timedOnce(),
                    figures.searches()))
        .forEach(lines::add);
  }

  private static String line(PeerFigures figures) {
    return line(
        FORMAT,
        figures.question(),
        figures.place(),
        figures.peer(),
        figures.searches(),
        decimal(figures.meanMicroseconds()),
        decimal(figures.p95Microseconds()),
        decimal(figures.meanRatio()),
        decimal(figures.p95Ratio()));
  }

  private static String decimal(double value) {
    return line("%,.2f", value);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).stripTrailing();
  }
}
