package tatami.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tatami.benchmarks.normalised.NormalisedResult;
import tatami.benchmarks.normalised.NormalisedResult.Figures;

/** The comparison with a normalised schema as lines for people. */
final class NormalisedLines {

  private static final String FORMAT = "%-12s %-11s %8s %12s %12s %12s %12s %7s %7s %7s";

  private NormalisedLines() {}

  static List<String> of(NormalisedResult result) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        line(
            "normalised schema: %,d hotels, %,d prices, %d rounds in turn; answers equal",
            result.hotels(), result.prices(), result.rounds()));
    lines.add("its plan is the faster of two for each question: with and without nested loops");
    if (result.rounds() > 1) {
      lines.add(
          line(
              "what takes it longer than %d ms is timed in one of the rounds: %s",
              result.slowMilliseconds(), timedOnce(result)));
    }
    lines.add(
        line(
            "bytes a price: product %.2f, a row a night with its index %.1f",
            result.productBytesPerPrice(), result.normalisedBytesPerPrice()));
    lines.add(
        line(
            FORMAT,
            "question",
            "place",
            "searches",
            "product mean",
            "p95 ms",
            "normalised",
            "p95 ms",
            "mean ×",
            "p95 ×",
            "median"));
    result.figures().forEach(figures -> lines.add(line(figures)));
    return lines;
  }

  private static String timedOnce(NormalisedResult result) {
    return result.figures().stream()
        .filter(figures -> figures.place().equals("all"))
        .map(
            figures ->
                line("%s %d of %d", figures.question(), figures.timedOnce(), figures.searches()))
        .collect(Collectors.joining(", "));
  }

  private static String line(Figures figures) {
    return line(
        FORMAT,
        figures.question(),
        figures.place(),
        figures.searches(),
        decimal(figures.product().mean()),
        decimal(figures.product().p95()),
        decimal(figures.normalised().mean()),
        decimal(figures.normalised().p95()),
        decimal(figures.meanRatio()),
        decimal(figures.p95Ratio()),
        decimal(figures.medianRatio()));
  }

  private static String decimal(double value) {
    return line("%.2f", value);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).stripTrailing();
  }
}
