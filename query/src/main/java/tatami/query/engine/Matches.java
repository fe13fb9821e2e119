package tatami.query.engine;

import java.util.function.LongPredicate;
import tatami.query.request.PriceRequest;

/**
 * Which properties match: those that pass, with an offer that passes and can be booked.
 *
 * <p>With dates a budget is about each offer, without dates about the property's lowest total.
 */
public final class Matches {

  private final FilteredProperties properties;
  private final FilteredOffers offers;
  private final OfferTotals totals;
  private final LongPredicate budgetOfOffer;
  private final LongPredicate budgetOfProperty;

  /**
   * Puts together what was read.
   *
   * @param offers null where the catalog has none
   * @param price the budget; {@link PriceRequest#DEFAULT} to leave it out
   */
  public Matches(
      SearchPlan plan,
      FilteredProperties properties,
      FilteredOffers offers,
      OfferTotals totals,
      PriceRequest price) {
    this.properties = properties;
    this.offers = offers;
    this.totals = totals;
    LongPredicate budget =
        price.hasBudget()
            ? total ->
                total != OfferTotals.NONE && total >= price.lowest() && total <= price.highest()
            : total -> true;
    budgetOfOffer = plan.isDated() ? budget : total -> true;
    budgetOfProperty = plan.isDated() ? total -> true : budget;
  }

  /** Takes a property that matches. */
  public interface Visitor {
    /**
     * Takes it.
     *
     * @param first position of its first offer that was read
     * @param end position behind its last one; {@code first} where the catalog has no offers
     * @param lowest lowest total of those that pass, {@link OfferTotals#NONE} for none
     */
    void visit(int property, int first, int end, long lowest);
  }

  /** Returns what the lowest total of a property, or of its offers with one value, must be. */
  public LongPredicate budgetOfProperty() {
    return budgetOfProperty;
  }

  /**
   * Tells whether an offer counts.
   *
   * @param allowed flags of the conditions that are left out
   */
  public boolean passes(int position, int allowed) {
    return (offers.failed(position) & ~allowed) == 0
        && totals.isBookable(position)
        && budgetOfOffer.test(totals.lowest(position));
  }

  /**
   * Visits the properties that match when some conditions are left out, by ascending surrogate.
   *
   * @param allowed flags of the conditions that are left out
   */
  public void each(int allowed, Visitor visitor) {
    if (offers == null) {
      eachProperty(allowed, visitor);
      return;
    }
    int end;
    for (int first = 0; first < offers.count(); first = end) {
      end = offers.end(first);
      long lowest = OfferTotals.NONE;
      boolean isFound = false;
      for (int position = first; position < end; position++) {
        if (passes(position, allowed)) {
          isFound = true;
          lowest = Math.min(lowest, totals.lowest(position));
        }
      }
      if (isFound && budgetOfProperty.test(lowest)) {
        visitor.visit(offers.property(first), first, end, lowest);
      }
    }
  }

  private void eachProperty(int allowed, Visitor visitor) {
    for (int id = 0; id < properties.count(); id++) {
      int failed = properties.failed(id);
      if (failed != FilteredProperties.OUT && (failed & ~allowed) == 0) {
        visitor.visit(id, 0, 0, OfferTotals.NONE);
      }
    }
  }

  /** Visits all properties that have an offer which may count, whether they match or not. */
  public void eachOfOffers(Visitor visitor) {
    int end;
    for (int first = 0; first < offers.count(); first = end) {
      end = offers.end(first);
      visitor.visit(offers.property(first), first, end, OfferTotals.NONE);
    }
  }
}
