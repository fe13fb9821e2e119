package tatami.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tatami.benchmarks.PackingSection.PackingResult;
import tatami.benchmarks.StaySection.StayResult;
import tatami.benchmarks.StaySection.StaySize;
import tatami.benchmarks.calendar.Dataset;
import tatami.benchmarks.form.CalendarForms.FormResult;
import tatami.benchmarks.form.CalendarForms.FormTime;
import tatami.benchmarks.machine.Machine;

/** The report as lines for people. */
final class ReportTable {

  private static final double GIBIBYTE = 1L << 30;
  private static final double MEBIBYTE = 1L << 20;
  private static final double MILLION = 1_000_000;

  private final ReportDocument document;
  private final List<String> lines = new ArrayList<>();

  ReportTable(ReportDocument document) {
    this.document = document;
  }

  List<String> lines() {
    addMachine(document.machine());
    if (document.packing() != null) {
      addPacking(document.packing());
    }
    if (document.stayTotal() != null) {
      addStaySizes(document.stayTotal());
      addStayTimes(document.stayTotal());
    }
    if (document.calendarForms() != null) {
      addForms(document.calendarForms());
    }
    if (document.layout() != null) {
      lines.addAll(LayoutLines.of(document.layout()));
    }
    if (document.normalised() != null) {
      lines.addAll(NormalisedLines.of(document.normalised()));
    }
    if (document.peers() != null) {
      lines.addAll(PeerLines.of(document.peers()));
    }
    return List.copyOf(lines);
  }

  private void addMachine(Machine machine) {
    add(
        "machine     %s, %d cores, %.1f GiB; %s",
        machine.cpu(),
        machine.cores(),
        machine.memoryBytes() / GIBIBYTE,
        machine.operatingSystem());
    add("java        %s", machine.jdk());
    if (machine.postgresql() != null) {
      add("postgresql  %s", machine.postgresql());
    }
    if (document.effort().equals("quick")) {
      add("quick       one fork, two short iterations: orders of magnitude, not results");
    }
  }

  private void addPacking(PackingSection packing) {
    add("");
    add("packing: %,d prices one at a time, as a feed brings them", packing.prices());
    String format = "%-10s %-14s %12s %8s %12s %13s %13s";
    add(
        format,
        "dataset",
        "form",
        "million/s",
        "± error",
        "bytes/price",
        "packed faster",
        "packed smaller");
    for (PackingResult result : packing.results()) {
      Double error = result.error();
      add(
          format,
          result.dataset(),
          result.benchmark(),
          decimal(result.pricesPerSecond() / MILLION),
          decimal(error == null ? null : error / MILLION),
          decimal(result.heapBytesPerPrice()),
          times(result.packedFasterBy()),
          times(result.packedSmallerBy()));
    }
  }

  private void addStaySizes(StaySection stay) {
    add("");
    add(
        "stay total: %,d offers × %d nights = %,d prices, the cheapest 20 within a budget",
        stay.offers(), stay.horizonNights(), stay.prices());
    add("answers of %d searches checked: equal in all forms", stay.checkedSearches());
    String format = "%-18s %12s %10s %12s %14s";
    add(format, "form", "rows", "MiB", "bytes/price", "packed smaller");
    for (StaySize size : stay.sizes()) {
      add(
          format,
          size.benchmark(),
          String.format(Locale.ROOT, "%,d", size.rows()),
          decimal(size.bytes() / MEBIBYTE),
          decimal(size.bytesPerPrice()),
          times(size.packedSmallerBy()));
    }
  }

  private void addStayTimes(StaySection stay) {
    if (stay.results().isEmpty()) {
      return;
    }
    add("");
    String format = "%-7s %-18s %10s %8s %13s";
    add(format, "nights", "form", "ms/search", "± error", "packed faster");
    for (StayResult result : stay.results()) {
      add(
          format,
          result.nights(),
          result.benchmark(),
          decimal(result.milliseconds()),
          decimal(result.error()),
          times(result.packedFasterBy()));
    }
  }

  private void addForms(FormSection forms) {
    add("");
    add(
        "forms of calendars: %,d offers × %d nights, lower quartile of %d rounds; answers equal in each group",
        forms.offers(), Dataset.NIGHTS, forms.rounds());
    String group = "";
    for (FormResult result : forms.results()) {
      if (!result.group().equals(group)) {
        group = result.group();
        addFormHead(group, result);
      }
      StringBuilder ratios = new StringBuilder();
      for (FormTime time : result.times()) {
        ratios.append(String.format(Locale.ROOT, " %9.2f", time.ratio()));
      }
      add("%-20s %10.3f%s", result.form(), result.bytesPerCell(), ratios);
    }
  }

  /** Nights of all offers, then of a hundredth; the milliseconds are those of the first form. */
  private void addFormHead(String group, FormResult first) {
    StringBuilder nights = new StringBuilder();
    StringBuilder milliseconds = new StringBuilder();
    for (FormTime time : first.times()) {
      String share = time.share().equals("all") ? "all" : "1 %";
      nights.append(String.format(Locale.ROOT, " %9s", share + " " + time.nights() + "n"));
      milliseconds.append(String.format(Locale.ROOT, " %6.2f ms", time.milliseconds()));
    }
    add("");
    add("%-20s %10s%s", group, "bytes/cell", nights);
    add("%-20s %10s%s", "", "", milliseconds);
  }

  private static String decimal(Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String times(Double ratio) {
    return ratio == null ? "-" : String.format(Locale.ROOT, "%.2f ×", ratio);
  }

  private void add(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values).stripTrailing());
  }
}
