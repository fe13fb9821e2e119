package tatami.searchtable.layout;

import static java.util.Locale.ROOT;

import java.util.OptionalDouble;
import tatami.searchtable.layout.IndexChoice.Cost;
import tatami.searchtable.layout.IndexChoice.Decision;
import tatami.searchtable.layout.IndexEvidence.FrequentValue;
import tatami.searchtable.layout.IndexEvidence.Search;

/**
 * Decides by evidence which column gets an index.
 *
 * <p>An index must at least halve the time of an average search, on a table of at least {@value
 * #FEWEST_PAGES} pages, and must not be larger than half of the table. Halving keeps a distance to
 * the break-even, beyond which the planner goes on using an index that loses. Where one value, or
 * its absence, has at least 99 % of the rows, a partial index leaves it out: whoever asks for that
 * value reads nearly everything anyway.
 *
 * <p>Pure and thread-safe. Figures: docs/decisions/008-indexes-by-evidence.md.
 */
public final class IndexPlan {

  /** Smaller tables are scanned in well under a millisecond. */
  public static final int FEWEST_PAGES = 64;

  private static final double SMALLEST_GAIN = 2;
  private static final double LARGEST_PART_OF_TABLE = 0.5;
  private static final double PARTIAL_SHARE = 0.99;
  private static final double MICROSECONDS_PER_MILLISECOND = 1000;
  private static final double BYTES_PER_MEGABYTE = 1 << 20;

  private final IndexEvidence evidence;
  private final PageModel model;

  private IndexPlan(IndexEvidence evidence) {
    this.evidence = evidence;
    this.model = PageModel.of(evidence.rows(), evidence.tableBytes());
  }

  /** Decides about one column. */
  public static IndexChoice choose(IndexEvidence evidence) {
    return new IndexPlan(evidence).choose();
  }

  private IndexChoice choose() {
    if (model.pages() < FEWEST_PAGES) {
      return none(
          evidence.expectedShare(),
          String.format(
              ROOT, "the table has %,d pages, fewer than %d", model.pages(), FEWEST_PAGES));
    }
    if (evidence.search() == Search.SET) {
      return none(OptionalDouble.empty(), "a btree cannot find one value of a set");
    }
    String frequent = frequentPredicate();
    if (frequent != null) {
      return partial(frequent);
    }
    if (evidence.expectedShare().isEmpty()) {
      return none(evidence.expectedShare(), "nothing tells how many rows a search will read");
    }
    return full(evidence.expectedShare().getAsDouble());
  }

  /** Finds the condition that all rows meet but those of the one frequent value. */
  private String frequentPredicate() {
    String quoted = '"' + evidence.column() + '"';
    FrequentValue frequent = evidence.mostFrequent();
    if (evidence.absentShare() >= 1 || (frequent != null && frequent.share() >= 1)) {
      return null;
    }
    if (evidence.absentShare() >= PARTIAL_SHARE) {
      return quoted + " IS NOT NULL";
    }
    return frequent != null && frequent.share() >= PARTIAL_SHARE
        ? quoted + " <> " + frequent.value()
        : null;
  }

  private IndexChoice full(double share) {
    long bytes = fullBytes();
    Cost with = indexCost(share, bytes);
    double gain = model.scanMicroseconds() / with.microseconds();
    double largest = evidence.tableBytes() * LARGEST_PART_OF_TABLE;
    String figures = figures(share, bytes, with);
    if (gain < SMALLEST_GAIN) {
      return none(evidence.expectedShare(), figures + ", which is not half of it");
    }
    if (bytes > largest) {
      return none(evidence.expectedShare(), figures + ", and it is larger than half of the table");
    }
    return choice(Decision.FULL, null, bytes, with, figures);
  }

  /** No search that can use it reads more than what is left. */
  private IndexChoice partial(String predicate) {
    boolean isAbsence = evidence.absentShare() >= PARTIAL_SHARE;
    double frequentShare = isAbsence ? evidence.absentShare() : evidence.mostFrequent().share();
    double share = 1 - frequentShare;
    long entries = Math.max(1, Math.round(evidence.rows() * share));
    long bytes = PageModel.indexBytes(entries, evidence.distinct());
    Cost with = indexCost(share, bytes);
    String reason =
        String.format(
            ROOT,
            "%s has %.1f %% of the rows; for all others %s",
            isAbsence ? "no value" : "the value " + evidence.mostFrequent().value(),
            100 * frequentShare,
            figures(share, bytes, with));
    return choice(Decision.PARTIAL, predicate, bytes, with, reason);
  }

  private IndexChoice none(OptionalDouble share, String reason) {
    Cost with = share.isPresent() ? indexCost(share.getAsDouble(), fullBytes()) : null;
    return choice(Decision.NONE, null, fullBytes(), with, reason);
  }

  private IndexChoice choice(
      Decision decision, String predicate, long bytes, Cost with, String reason) {
    Cost without = new Cost(model.pages(), model.scanMicroseconds());
    return new IndexChoice(
        evidence.column(), decision, predicate, bytes, without, with, reason, evidence.searches());
  }

  private long fullBytes() {
    return PageModel.indexBytes(evidence.rows(), evidence.distinct());
  }

  private Cost indexCost(double share, long bytes) {
    return new Cost(Math.round(model.indexPages(share, bytes)), model.indexMicroseconds(share));
  }

  private String figures(double share, long bytes, Cost with) {
    return String.format(
        ROOT,
        "a search reads %.2f %% of %,d rows: %.2f ms and %,d pages with an index of %.2f MB,"
            + " %.2f ms and %,d pages without",
        100 * share,
        evidence.rows(),
        with.microseconds() / MICROSECONDS_PER_MILLISECOND,
        with.pages(),
        bytes / BYTES_PER_MEGABYTE,
        model.scanMicroseconds() / MICROSECONDS_PER_MILLISECOND,
        model.pages());
  }
}
