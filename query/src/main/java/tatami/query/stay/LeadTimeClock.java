package tatami.query.stay;

import java.time.Instant;
import java.util.Objects;
import tatami.searchtable.description.ReleaseDescription;

/**
 * Tells the lead-time terms of an instant. A release has thousands of lead times, of which none
 * changes for minutes: those of the last instant are kept as long as they hold. Thread-safe.
 */
public final class LeadTimeClock {

  private final ReleaseDescription description;
  private volatile Kept kept;

  private record Kept(Instant from, LeadTimeTerms terms) {

    boolean holdsAt(Instant now) {
      return !now.isBefore(from) && now.isBefore(terms.end());
    }
  }

  /** Watches the lead times of a release that has stays. */
  public LeadTimeClock(ReleaseDescription description) {
    this.description = Objects.requireNonNull(description, "description");
  }

  /** Returns the terms of an instant: the same object as long as they are the same. */
  public LeadTimeTerms at(Instant now) {
    Kept known = kept;
    if (known == null || !known.holdsAt(now)) {
      known = new Kept(now, new LeadTimeTerms(description, now));
      kept = known;
    }
    return known.terms();
  }
}
