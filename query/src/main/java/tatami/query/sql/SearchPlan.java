package tatami.query.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import tatami.query.release.OpenRelease;
import tatami.query.release.Points.Neighbours;
import tatami.query.request.Condition.Near;
import tatami.query.request.SearchRequest;
import tatami.query.stay.StayPlan;
import tatami.searchtable.description.FilterLayout;

/**
 * A search, ready for its statements.
 *
 * @param release what is searched
 * @param request what is asked
 * @param stay dates and party in the release's terms; null where the catalog has no dates
 * @param neighbours the properties in the asked circle; null without one
 */
public record SearchPlan(
    OpenRelease release, SearchRequest request, StayPlan stay, Neighbours neighbours) {

  /** Plans a search; reads the release's points when they are first needed. */
  public static SearchPlan of(
      Connection connection, OpenRelease release, SearchRequest request, LocalDate today)
      throws SQLException {
    boolean hasDates = release.description().stay() != null;
    StayPlan stay = hasDates ? StayPlan.of(request.stay(), release.description(), today) : null;
    return new SearchPlan(release, request, stay, findNeighbours(connection, release, request));
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

  boolean isDated() {
    return stay != null && stay.isDated();
  }

  /** A budget with dates is about each offer, without dates about the property's lowest total. */
  boolean hasBudgetOfOffers() {
    return isDated() && request.price().hasBudget();
  }

  boolean hasBudgetOfProperties() {
    return stay != null && !stay.isDated() && request.price().hasBudget();
  }

  /** How offers are priced where only the matching set is wanted. */
  Pricing pricingOfMatches() {
    if (stay == null) {
      return Pricing.NONE;
    }
    if (stay.isDated()) {
      return Pricing.STAY;
    }
    return request.price().hasBudget() ? Pricing.OPEN_NIGHTS : Pricing.NONE;
  }

  /** How offers are priced where the matching set is put in order. */
  Pricing pricingOfOrder() {
    boolean byPrice = stay != null && !stay.isDated() && request.sort().needsPrice();
    return byPrice ? Pricing.OPEN_NIGHTS : pricingOfMatches();
  }

  /** How offers are priced that are shown. */
  Pricing pricingOfPage() {
    if (stay == null) {
      return Pricing.NONE;
    }
    return stay.isDated() ? Pricing.STAY : Pricing.OPEN_NIGHTS;
  }

  /** What is computed for each offer. */
  enum Pricing {
    /** Nothing. */
    NONE,
    /** The stay's total; an offer that is not bookable is no row. */
    STAY,
    /** The lowest and highest total of one open night, null where no night is open. */
    OPEN_NIGHTS
  }
}
