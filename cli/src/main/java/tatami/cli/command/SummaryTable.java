package tatami.cli.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tatami.searchbuild.fill.TableSize;
import tatami.searchbuild.job.RebuildSummary;
import tatami.searchbuild.job.RebuildSummary.FeedSummary;

/** What a build did, for people: at most 25 lines, whatever the number of feeds and tables. */
final class SummaryTable {

  private static final int MOST_FEEDS = 8;
  private static final int MOST_TABLES = 5;

  private SummaryTable() {}

  /** Returns the lines. */
  static List<String> lines(RebuildSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(summary));
    lines.addAll(feeds(summary.feeds()));
    lines.addAll(rejected(summary));
    lines.addAll(tables(summary.tables()));
    if (summary.prices() != null) {
      lines.add(
          format(
              "prices  %,d packed, %.2f bytes each",
              summary.prices().packed(), summary.prices().bytesEach()));
    }
    lines.add(
        summary.steps().entrySet().stream()
            .map(step -> format("%s %.1f s", step.getKey(), step.getValue()))
            .collect(Collectors.joining(", ", "steps   ", "")));
    if (!summary.warnings().isEmpty()) {
      lines.add("warning " + String.join("; ", summary.warnings()));
    }
    return lines;
  }

  private static String headline(RebuildSummary summary) {
    double seconds = summary.steps().values().stream().mapToDouble(Double::doubleValue).sum();
    String release = summary.release() == null ? "no release" : "release " + summary.release();
    return format("%s, %s, %.1f s", release, summary.state(), seconds);
  }

  private static List<String> feeds(Map<String, FeedSummary> feeds) {
    List<String> lines = new ArrayList<>();
    if (!feeds.isEmpty()) {
      lines.add(
          format(
              "%-24s %13s %11s %11s %13s", "feed", "rows in", "duplicates", "rejected", "cells"));
    }
    feeds.entrySet().stream().limit(MOST_FEEDS).forEach(feed -> lines.add(line(feed)));
    addRest(lines, feeds.size() - MOST_FEEDS, "feeds");
    return lines;
  }

  private static List<String> rejected(RebuildSummary summary) {
    List<String> lines = new ArrayList<>();
    summary.rejectedRows().forEach(row -> lines.add("rejected " + row));
    long all = summary.feeds().values().stream().mapToLong(FeedSummary::rejected).sum();
    long rest = all - lines.size();
    if (rest > 0) {
      lines.add(format("  and %,d more rejected rows: in tatami.rejected_row", rest));
    }
    return lines;
  }

  private static String line(Map.Entry<String, FeedSummary> feed) {
    FeedSummary counts = feed.getValue();
    return format(
        "  %-22s %,13d %,11d %,11d %,13d",
        feed.getKey(), counts.rowsIn(), counts.duplicates(), counts.rejected(), counts.values());
  }

  private static List<String> tables(Map<String, TableSize> tables) {
    List<String> lines = new ArrayList<>();
    if (!tables.isEmpty()) {
      lines.add(format("%-24s %13s %15s", "table", "rows", "bytes"));
    }
    tables.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                (Map.Entry<String, TableSize> table) -> -table.getValue().bytes()))
        .limit(MOST_TABLES)
        .forEach(
            table ->
                lines.add(
                    format(
                        "  %-22s %,13d %,15d",
                        table.getKey(), table.getValue().rows(), table.getValue().bytes())));
    addRest(lines, tables.size() - MOST_TABLES, "tables");
    return lines;
  }

  private static void addRest(List<String> lines, int rest, String what) {
    if (rest > 0) {
      lines.add("  and " + rest + " more " + what + ": --output json shows all");
    }
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
