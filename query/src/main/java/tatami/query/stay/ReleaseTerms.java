package tatami.query.stay;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tatami.searchtable.description.ReleaseDescription;

/**
 * What the terms of a release are, whoever asks: its lead times at an instant, and its rebates for
 * a length of stay. A release has thousands of each, so they are compiled once: lead times hold
 * until one of them changes, and rebates for good. Thread-safe.
 */
public final class ReleaseTerms {

  /** So many lengths of rebates are kept; then all are forgotten. */
  private static final int MOST_LENGTHS = 64;

  private final ReleaseDescription description;
  private final ConcurrentHashMap<List<Integer>, RebateTerms> rebates = new ConcurrentHashMap<>();
  private volatile Kept kept;

  private record Kept(Instant from, LeadTimeTerms terms) {

    boolean holdsAt(Instant now) {
      return !now.isBefore(from) && now.isBefore(terms.end());
    }
  }

  /** Starts with nothing compiled, for a release that has stays. */
  public ReleaseTerms(ReleaseDescription description) {
    this.description = Objects.requireNonNull(description, "description");
  }

  /** Returns the release's description. */
  ReleaseDescription description() {
    return description;
  }

  /** Returns the lead times at an instant: the same object as long as they are the same. */
  public LeadTimeTerms leadTimes(Instant now) {
    Kept known = kept;
    if (known == null || !known.holdsAt(now)) {
      known = new Kept(now, new LeadTimeTerms(description, now));
      kept = known;
    }
    return known.terms();
  }

  /** Returns the rebates of stays. */
  RebateTerms rebates(int nights, int rooms) {
    List<Integer> key = List.of(nights, rooms);
    RebateTerms known = rebates.get(key);
    if (known == null) {
      if (rebates.size() >= MOST_LENGTHS) {
        rebates.clear();
      }
      known = new RebateTerms(description.stay().longStays(), nights, rooms);
      rebates.put(key, known);
    }
    return known;
  }
}
