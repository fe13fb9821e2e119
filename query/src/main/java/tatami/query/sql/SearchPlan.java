package tatami.query.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tatami.query.release.OpenRelease;
import tatami.query.release.Points.Neighbours;
import tatami.query.request.Condition.Near;
import tatami.query.request.SearchRequest;
import tatami.query.stay.StayTerms;
import tatami.searchtable.description.FilterLayout;

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

  /** Plans a search; reads the release's points when they are first needed. */
  public static SearchPlan of(
      Connection connection, OpenRelease release, SearchRequest request, Instant now)
      throws SQLException {
    boolean hasDates = release.description().stay() != null;
    StayTerms terms =
        hasDates ? StayTerms.of(release.description(), request.stay().guests(), now) : null;
    return new SearchPlan(
        release, request, terms, now, findNeighbours(connection, release, request));
  }

  private static Neighbours findNeighbours(
      Connection connection, OpenRelease release, SearchRequest request) throws SQLException {
    Near near =
        request.where().stream()
            .filter(Near.class::isInstance)
            .map(Near.class::cast)
            .findFirst()
            .orElse(null);
    if (near == null) {
      return null;
    }
    FilterLayout.Point layout = (FilterLayout.Point) near.filter().layout();
    return release
        .points(connection, layout)
        .within(near.latitude(), near.longitude(), near.radiusMillimetres());
  }

  boolean hasOffers() {
    return release.description().offer() != null;
  }

  boolean hasStays() {
    return terms != null;
  }

  boolean isDated() {
    return terms != null && request.stay().isDated();
  }

  /** Returns the night of the check-in, from 0 for the horizon's first. */
  int checkInNight() {
    return (int)
        ChronoUnit.DAYS.between(
            release.description().horizon().firstNight(), request.stay().checkIn());
  }

  /** Tells whether every offer that passes the filters is priced; else those that are shown are. */
  boolean pricesEveryOffer() {
    return hasStays()
        && (isDated()
            || request.price().hasBudget()
            || request.sort().needsPrice()
            || request.priceFacet());
  }
}
