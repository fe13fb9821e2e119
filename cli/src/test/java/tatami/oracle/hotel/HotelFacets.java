package tatami.oracle.hotel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tatami.oracle.hotel.HotelAnswer.ValueCount;
import tatami.oracle.hotel.HotelRequest.Asked;
import tatami.oracle.hotel.HotelRequest.Budget;
import tatami.oracle.hotel.Matching.Match;

/** Counts facets by choosing one value after the other, and searching. */
public final class HotelFacets {

  private final List<Hotel> hotels;
  private final Matching matching;
  private final HotelRequest request;
  private final Set<HotelBug> bugs;

  HotelFacets(List<Hotel> hotels, Matching matching, HotelRequest request, Set<HotelBug> bugs) {
    this.hotels = hotels;
    this.matching = matching;
    this.request = request;
    this.bugs = bugs;
  }

  /** Returns the values of a path, category or tags that have a count, in order. */
  public List<ValueCount> values(HotelFilter filter) {
    Set<String> known = new TreeSet<>();
    rows(filter).forEach(row -> known.addAll(filter.values(row)));
    List<ValueCount> counts = new ArrayList<>();
    for (String value : known) {
      int count = count(filter, value);
      if (count > 0) {
        counts.add(new ValueCount(value, count));
      }
    }
    counts.sort(
        Comparator.comparing(ValueCount::count)
            .reversed()
            .thenComparing(ValueCount::value, HotelOrder.BYTES));
    return counts;
  }

  private int count(HotelFilter filter, String value) {
    Asked own = request.where().get(filter.word());
    if (filter.kind() == HotelFilter.Kind.TAGS) {
      return count(filter, withTag(own, value));
    }
    boolean kept = own instanceof Asked.AnyOf asked && !asked.values().contains(value);
    return kept && bugs.contains(HotelBug.CONJUNCTIVE_FACETS)
        ? 0
        : count(filter, new Asked.AnyOf(List.of(value)));
  }

  private static Asked withTag(Asked own, String tag) {
    if (own instanceof Asked.Tags asked) {
      List<String> all = new ArrayList<>(asked.all());
      all.add(tag);
      return new Asked.Tags(all, asked.any(), asked.none());
    }
    return new Asked.Tags(List.of(tag), List.of(), List.of());
  }

  /** Returns how many properties match when this is asked of a filter. */
  public int count(HotelFilter filter, Asked chosen) {
    return matches(filter, chosen, request.budget()).size();
  }

  private List<Match> matches(HotelFilter filter, Asked chosen, Budget budget) {
    Map<String, Asked> where = new HashMap<>(request.where());
    where.put(filter.word(), chosen);
    return matching.matches(hotels, where, budget);
  }

  /** Returns the numbers that somebody has who would match by them, ascending. */
  public List<BigDecimal> numbers(HotelFilter filter) {
    Set<BigDecimal> numbers = new TreeSet<>();
    for (Map<String, String> row : rows(filter)) {
      String text = row.get(filter.columns().get(0));
      if (text != null) {
        numbers.add(new BigDecimal(text));
      }
    }
    return numbers.stream()
        .filter(number -> count(filter, new Asked.Range(number, number)) > 0)
        .toList();
  }

  /** Returns the lowest totals of properties, whatever the budget, ascending. */
  public List<BigDecimal> prices() {
    Budget budget = bugs.contains(HotelBug.PRICES_IN_BUDGET) ? request.budget() : null;
    return matching.matches(hotels, request.where(), budget).stream()
        .map(Match::min)
        .filter(min -> min != null)
        .sorted()
        .map(BigDecimal::valueOf)
        .toList();
  }

  private List<Map<String, String>> rows(HotelFilter filter) {
    return filter.isOfProperty()
        ? hotels.stream().map(Hotel::row).toList()
        : hotels.stream().flatMap(hotel -> hotel.offers().stream()).map(Offer::row).toList();
  }
}
