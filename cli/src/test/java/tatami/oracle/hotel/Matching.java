package tatami.oracle.hotel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tatami.oracle.hotel.HotelRequest.Asked;
import tatami.oracle.hotel.HotelRequest.Budget;
import tatami.oracle.hotel.HotelRequest.Stay;

/** Which properties match a stay, under any filters and budget. */
final class Matching {

  /**
   * A property that matches.
   *
   * @param offers its offers that match, by total and key
   */
  record Match(Hotel hotel, List<Priced> offers) {

    Long min() {
      return offers.get(0).judgement().min();
    }

    Long max() {
      return offers.stream()
          .map(offer -> offer.judgement().max())
          .filter(max -> max != null)
          .max(Comparator.naturalOrder())
          .orElse(null);
    }
  }

  /** An offer with what became of it. */
  record Priced(Offer offer, Judgement judgement) {}

  private final Stay stay;
  private final StayJudge judge;
  private final FilterChecks filters;
  private final Set<HotelBug> bugs;
  private final Map<Offer, Judgement> judged = new IdentityHashMap<>();

  Matching(HotelCatalog catalog, Stay stay, Instant now, Set<HotelBug> bugs, Sightings sightings) {
    this.stay = stay;
    this.judge = new StayJudge(catalog, now, bugs, sightings.features());
    this.filters = new FilterChecks(bugs.contains(HotelBug.FORBIDS_NOTHING));
    this.bugs = bugs;
  }

  boolean isCandidate(Hotel hotel, Map<String, Asked> where) {
    return filters.passes(hotel.row(), true, where);
  }

  /** Returns the offers that pass the offer filters. */
  List<Priced> offers(Hotel hotel, Map<String, Asked> where) {
    return hotel.offers().stream()
        .filter(offer -> filters.passes(offer.row(), false, where))
        .map(offer -> new Priced(offer, judgement(hotel, offer)))
        .toList();
  }

  private Judgement judgement(Hotel hotel, Offer offer) {
    Judgement known = judged.get(offer);
    if (known == null) {
      known =
          stay.checkIn() == null
              ? judge.judgeOpenNights(hotel, offer, stay)
              : judge.judge(hotel, offer, stay);
      judged.put(offer, known);
    }
    return known;
  }

  /** Returns the matches of hotels. */
  List<Match> matches(List<Hotel> hotels, Map<String, Asked> where, Budget budget) {
    List<Match> matches = new ArrayList<>();
    for (Hotel hotel : hotels) {
      Match match = match(hotel, where, budget);
      if (match != null) {
        matches.add(match);
      }
    }
    return matches;
  }

  private Match match(Hotel hotel, Map<String, Asked> where, Budget budget) {
    if (!isCandidate(hotel, where)) {
      return null;
    }
    List<Priced> offers = new ArrayList<>(offers(hotel, where));
    offers.removeIf(offer -> code(offer.judgement(), budget) != null);
    offers.sort(
        Comparator.comparing(
                (Priced offer) -> offer.judgement().min(),
                Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(offer -> offer.offer().plan(), HotelOrder.BYTES)
            .thenComparing(offer -> offer.offer().room(), HotelOrder.BYTES));
    if (offers.isEmpty()) {
      return null;
    }
    Match match = new Match(hotel, offers);
    boolean affordable = stay.checkIn() != null || isInside(budget, match.min());
    return affordable ? match : null;
  }

  private boolean isInside(Budget budget, Long total) {
    return budget == null
        || bugs.contains(HotelBug.FORGETS_OVER_BUDGET)
        || (total != null && budget.holds(total));
  }

  /** Returns why an offer does not match, null where it does. */
  WhyNotCode code(Judgement judgement, Budget budget) {
    boolean dated = stay.checkIn() != null;
    return judgement.code() == null && dated && !isInside(budget, judgement.min())
        ? WhyNotCode.OVER_BUDGET
        : judgement.code();
  }

  /** Returns why a property that passes its own filters does not match, null where it does. */
  WhyNotCode code(Hotel hotel, Map<String, Asked> where, Budget budget) {
    if (match(hotel, where, budget) != null) {
      return null;
    }
    List<WhyNotCode> codes =
        offers(hotel, where).stream().map(offer -> code(offer.judgement(), budget)).toList();
    Comparator<WhyNotCode> order = Comparator.naturalOrder();
    return codes.stream()
        .max(bugs.contains(HotelBug.NEAREST_CODE) ? order.reversed() : order)
        .orElse(WhyNotCode.NO_OFFER);
  }
}
