package tatami.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import tatami.benchmarks.machine.Machine;
import tatami.benchmarks.normalised.NormalisedResult;
import tatami.benchmarks.peers.PeerResult;

/**
 * The report as a document.
 *
 * @param effort {@code quick} or {@code full}
 * @param packing null if packing was not measured
 * @param stayTotal null if stay totals were not measured
 * @param calendarForms null if forms of calendars were not compared
 * @param layout null if layouts were not compared
 * @param normalised null if no normalised schema was compared
 * @param peers null if no peers were raced
 */
record ReportDocument(
    String effort,
    Machine machine,
    PackingSection packing,
    StaySection stayTotal,
    FormSection calendarForms,
    LayoutSection layout,
    NormalisedResult normalised,
    PeerResult peers) {

  /**
   * What is known before JMH runs.
   *
   * @param facts null if stay totals are not measured
   * @param forms null if forms were not compared
   * @param layout null if layouts were not compared
   * @param normalised null if no normalised schema was compared
   * @param peers null if no peers were raced
   */
  record Measured(
      StayFacts facts,
      FormSection forms,
      LayoutSection layout,
      NormalisedResult normalised,
      PeerResult peers) {}

  static ReportDocument of(
      BenchmarkOptions options, Machine machine, Measured measured, Collection<RunResult> results) {
    List<Score> scores = results.stream().map(Score::of).toList();
    return new ReportDocument(
        options.effort().name().toLowerCase(Locale.ROOT),
        machine,
        PackingSection.find(scores),
        measured.facts() == null ? null : StaySection.of(measured.facts(), scores),
        measured.forms(),
        measured.layout(),
        measured.normalised(),
        measured.peers());
  }
}
