package tatami.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tatami.benchmarks.layout.LayoutResult;
import tatami.benchmarks.layout.LayoutResult.SearchFigures;
import tatami.benchmarks.layout.LayoutResult.SearchGroup;
import tatami.benchmarks.layout.LayoutResult.TableForm;

/** The comparison of layouts as lines for people. */
final class LayoutLines {

  private static final double MEGABYTE = 1_000_000;

  private final List<String> lines = new ArrayList<>();

  private LayoutLines() {}

  static List<String> of(LayoutSection section) {
    LayoutLines report = new LayoutLines();
    for (LayoutResult result : section.catalogs()) {
      report.addSizes(result);
      report.addSearches(result, section.rounds());
    }
    return report.lines;
  }

  private void addSizes(LayoutResult result) {
    add("");
    add(
        "layout of %s: %,d prices; bytes a row, MB of rows, MB with indexes",
        result.catalog(), result.prices());
    List<String> tables = result.tables().stream().map(TableForm::table).distinct().toList();
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-18s", "form"));
    for (String table : tables) {
      head.append(String.format(Locale.ROOT, " %22s", table));
    }
    add("%s %16s", head, "all");
    for (String form : result.tables().stream().map(TableForm::form).distinct().toList()) {
      addForm(result, form, tables);
    }
    add(
        "bytes a price with indexes: a row per night %.1f, plain arrays %.2f, compiled %.2f",
        result.night().rowsPerNight(), result.night().plain(), result.night().compiled());
  }

  private void addForm(LayoutResult result, String form, List<String> tables) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-18s", form));
    double heap = 0;
    double all = 0;
    for (String table : tables) {
      Optional<TableForm> found =
          result.tables().stream()
              .filter(one -> one.form().equals(form) && one.table().equals(table))
              .findFirst();
      line.append(String.format(Locale.ROOT, " %22s", found.map(LayoutLines::cell).orElse("")));
      heap += found.map(TableForm::heapBytes).orElse(0L);
      all += found.map(TableForm::bytes).orElse(0L);
    }
    add("%s %7.2f %8.2f", line, heap / MEGABYTE, all / MEGABYTE);
  }

  private static String cell(TableForm form) {
    return String.format(
        Locale.ROOT,
        "%.1f %7.2f %7.2f",
        form.rowBytes(),
        form.heapBytes() / MEGABYTE,
        form.bytes() / MEGABYTE);
  }

  private void addSearches(LayoutResult result, int rounds) {
    add("");
    add("searches of %s: medians of %d rounds in turn; answers equal", result.catalog(), rounds);
    add("(planning + execution as EXPLAIN says; pages of shared buffers)");
    String format = "%-11s %8s %6s %20s %20s %6s %15s %6s";
    add(format, "place", "searches", "found", "plain ms", "compiled ms", "ratio", "pages", "keys");
    for (SearchGroup group : result.searches()) {
      add(
          format,
          group.place(),
          group.searches(),
          String.format(Locale.ROOT, "%,.0f", group.found()),
          times(group.plain()),
          times(group.compiled()),
          String.format(Locale.ROOT, "%.2f", group.plainSlowerBy()),
          String.format(
              Locale.ROOT, "%,.0f : %,.0f", group.plain().pages(), group.compiled().pages()),
          String.format(Locale.ROOT, "%,.0f", group.masterPages()));
    }
  }

  private static String times(SearchFigures figures) {
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f + %.2f)",
        figures.milliseconds(),
        figures.planning(),
        figures.execution());
  }

  private void add(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values).stripTrailing());
  }
}
