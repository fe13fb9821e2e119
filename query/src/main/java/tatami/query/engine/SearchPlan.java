package tatami.query.engine;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tatami.query.release.OpenRelease;
import tatami.query.release.Points.Neighbours;
import tatami.query.request.Condition.Near;
import tatami.query.request.Guests;
import tatami.query.request.SearchRequest;
import tatami.query.stay.ReleaseTerms;
import tatami.query.stay.StayTerms;
import tatami.searchtable.description.ReleaseDescription;

/**
 * A search, ready for its statements.
 *
 * @param release what is searched
 * @param request what is asked
 * @param terms party and instant in the release's terms; null where the catalog has no dates
 * @param now when it is asked
 * @param neighbours the properties in the asked circle; null without one
 */
public record SearchPlan(
    OpenRelease release,
    SearchRequest request,
    StayTerms terms,
    Instant now,
    Neighbours neighbours) {

  /** Finds the properties in a circle. */
  @FunctionalInterface
  public interface NeighbourSource {
    /** Finds them among all properties of the release. */
    Neighbours neighbours(Near near) throws SQLException;
  }

  /**
   * Plans a search.
   *
   * @param source asked where the search has a circle
   */
  public static SearchPlan of(
      OpenRelease release, SearchRequest request, Instant now, NeighbourSource source)
      throws SQLException {
    boolean hasDates = release.description().stay() != null;
    StayTerms terms = hasDates ? terms(release, request.stay().guests(), now) : null;
    Near near =
        request.where().stream()
            .filter(Near.class::isInstance)
            .map(Near.class::cast)
            .findFirst()
            .orElse(null);
    Neighbours neighbours = near == null ? null : source.neighbours(near);
    return new SearchPlan(release, request, terms, now, neighbours);
  }

  /** Compiles what a party is at an instant, for a release that has stays. */
  public static StayTerms terms(OpenRelease release, Guests guests, Instant now)
      throws SQLException {
    return StayTerms.of(terms(release), guests, now);
  }

  /** Returns what the terms of a release that has stays are, whoever asks. */
  public static ReleaseTerms terms(OpenRelease release) throws SQLException {
    ReleaseDescription description = release.description();
    return release.keep("terms", ReleaseTerms.class, () -> new ReleaseTerms(description));
  }

  /** Tells whether the catalog has offers. */
  public boolean hasOffers() {
    return release.description().offer() != null;
  }

  /** Tells whether the catalog has dates. */
  public boolean hasStays() {
    return terms != null;
  }

  /** Tells whether a check-in is asked for. */
  public boolean isDated() {
    return terms != null && request.stay().isDated();
  }

  /** Returns the night of the check-in, from 0 for the horizon's first. */
  public int checkInNight() {
    return (int)
        ChronoUnit.DAYS.between(
            release.description().horizon().firstNight(), request.stay().checkIn());
  }

  /** Tells whether every offer that passes the filters is priced; else those that are shown are. */
  public boolean pricesEveryOffer() {
    return hasStays()
        && (isDated()
            || request.price().hasBudget()
            || request.sort().needsPrice()
            || request.priceFacet());
  }
}
