package tatami.oracle.hotel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tatami.oracle.hotel.HotelAnswer.Calendar;
import tatami.oracle.hotel.HotelAnswer.Day;
import tatami.oracle.hotel.HotelAnswer.Hit;
import tatami.oracle.hotel.HotelAnswer.ShownOffer;
import tatami.oracle.hotel.HotelAnswer.WhyNot;
import tatami.oracle.hotel.HotelAnswer.WhyNotOfOne;
import tatami.oracle.hotel.HotelRequest.Asked;
import tatami.oracle.hotel.Matching.Match;
import tatami.oracle.hotel.Matching.Priced;

/** Answers questions about a catalog of hotels by looking at every row. */
public final class HotelOracle {

  private final HotelCatalog catalog;
  private final List<Hotel> hotels;
  private final Set<HotelBug> bugs;

  /** Reads feeds. */
  public HotelOracle(HotelCatalog catalog, Map<String, FeedTable> feeds) {
    this(catalog, HotelReader.read(catalog, feeds, Set.of()), Set.of());
  }

  private HotelOracle(HotelCatalog catalog, List<Hotel> hotels, Set<HotelBug> bugs) {
    this.catalog = catalog;
    this.hotels = hotels;
    this.bugs = bugs;
  }

  /** Returns an oracle that makes an error. */
  public HotelOracle making(HotelBug bug, Map<String, FeedTable> feeds) {
    boolean inFeeds = bug == HotelBug.FIRST_OF_CONTRADICTIONS;
    List<Hotel> read = inFeeds ? HotelReader.read(catalog, feeds, Set.of(bug)) : hotels;
    return new HotelOracle(catalog, read, Set.of(bug));
  }

  /** Returns the keys of all properties. */
  public List<String> hotelCodes() {
    return hotels.stream().map(Hotel::code).toList();
  }

  /** Answers a search. */
  public HotelAnswer search(HotelRequest request, Instant now) {
    Sightings sightings = Sightings.none();
    Matching matching = new Matching(catalog, request.stay(), now, bugs, sightings);
    List<Match> matches =
        new ArrayList<>(matching.matches(hotels, request.where(), request.budget()));
    HotelOrder order = new HotelOrder(request, bugs);
    matches.sort(order.comparator());
    List<Hit> hits = matches.stream().map(match -> hit(match, request, order)).toList();
    if (request.stay().checkIn() != null) {
      count(matching, hotels, request, sightings);
    }
    RequestSightings.add(catalog, request, sightings);
    sightings.see(
        HotelFeature.EQUAL_TOTALS, hits.stream().map(Hit::min).distinct().count() < hits.size());
    sightings.see(HotelFeature.NO_OPEN_NIGHT, hits.stream().anyMatch(hit -> hit.min() == null));
    HotelFacets facets = new HotelFacets(hotels, matching, request, bugs);
    return new HotelAnswer(order.name(), hits, facets, unknownValues(request), sightings);
  }

  private Hit hit(Match match, HotelRequest request, HotelOrder order) {
    boolean split = request.stay().guests().party() != null;
    List<ShownOffer> offers = new ArrayList<>();
    for (Priced offer : match.offers()) {
      Judgement judgement = offer.judgement();
      offers.add(
          new ShownOffer(
              offer.offer().key(),
              shown(judgement.min(), request),
              split ? judgement.rooms() : null));
    }
    return new Hit(
        match.hotel().code(),
        shown(match.min(), request),
        shown(match.max(), request),
        offers,
        order.millimetres(match),
        match.hotel().row());
  }

  private Long shown(Long total, HotelRequest request) {
    if (total == null || !request.page().perNight()) {
      return total;
    }
    int nights = request.stay().checkIn() == null ? 1 : request.stay().nights();
    long parts = (long) nights * request.stay().guests().roomCount();
    return bugs.contains(HotelBug.CUTS_NIGHTS) ? total / parts : (2 * total + parts) / (2 * parts);
  }

  private Set<String> unknownValues(HotelRequest request) {
    Set<String> unknown = new TreeSet<>();
    for (Map.Entry<String, Asked> asked : request.where().entrySet()) {
      HotelFilter filter = HotelFilter.named(asked.getKey());
      unknown.addAll(wordsOf(asked.getValue()));
      for (Hotel hotel : hotels) {
        unknown.removeAll(filter.values(hotel.row()));
        hotel.offers().forEach(offer -> unknown.removeAll(filter.values(offer.row())));
      }
    }
    return unknown;
  }

  private static List<String> wordsOf(Asked asked) {
    if (asked instanceof Asked.AnyOf anyOf) {
      return anyOf.values();
    }
    List<String> words = new ArrayList<>();
    if (asked instanceof Asked.Tags tags) {
      words.addAll(tags.all());
      words.addAll(tags.any());
      words.addAll(tags.none());
    }
    return words;
  }

  /** Answers a calendar of check-in dates, both inclusive. */
  public Calendar calendar(HotelRequest request, LocalDate from, LocalDate to, Instant now) {
    Sightings sightings = Sightings.none();
    RequestSightings.add(catalog, request, sightings);
    List<Day> days = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      days.add(day(request.withStay(request.stay().at(day)), now, sightings));
    }
    return new Calendar(days, sightings);
  }

  private Day day(HotelRequest request, Instant now, Sightings sightings) {
    Matching matching = new Matching(catalog, request.stay(), now, bugs, sightings);
    List<Match> matches = matching.matches(hotels, request.where(), request.budget());
    LocalDate day = request.stay().checkIn();
    if (matches.isEmpty()) {
      sightings.see(HotelFeature.CALENDAR_WITH_CODES, true);
      return new Day(day, null, null, 0, count(matching, hotels, request, sightings));
    }
    sightings.see(HotelFeature.CALENDAR_WITH_PRICE, true);
    long min = matches.stream().mapToLong(Match::min).min().orElseThrow();
    long max = matches.stream().mapToLong(Match::max).max().orElseThrow();
    return new Day(day, min, max, matches.size(), Map.of());
  }

  /** Counts why properties that pass their own filters do not match. */
  private static Map<WhyNotCode, Integer> count(
      Matching matching, List<Hotel> asked, HotelRequest request, Sightings sightings) {
    Map<WhyNotCode, Integer> counts = new EnumMap<>(WhyNotCode.class);
    for (Hotel hotel : asked) {
      if (matching.isCandidate(hotel, request.where())) {
        WhyNotCode code = matching.code(hotel, request.where(), request.budget());
        if (code != null) {
          counts.merge(code, 1, Integer::sum);
        }
      }
    }
    sightings.codes().addAll(counts.keySet());
    return counts;
  }

  /** Answers why a result is as small as it is. */
  public WhyNot whyNot(HotelRequest request, Instant now) {
    Sightings sightings = Sightings.none();
    RequestSightings.add(catalog, request, sightings);
    sightings.see(HotelFeature.WHY_NOT_OF_A_RESULT, true);
    Matching matching = new Matching(catalog, request.stay(), now, bugs, sightings);
    List<Hotel> candidates =
        hotels.stream().filter(hotel -> matching.isCandidate(hotel, request.where())).toList();
    int matches = matching.matches(candidates, request.where(), request.budget()).size();
    return new WhyNot(
        candidates.size(),
        matches,
        count(matching, candidates, request, sightings),
        new HotelHints(catalog, candidates, now, bugs, sightings).list(request),
        sightings);
  }

  /** Answers why one property, which there is, does not match. */
  public WhyNotOfOne whyNot(HotelRequest request, String key, Instant now) {
    Sightings sightings = Sightings.none();
    RequestSightings.add(catalog, request, sightings);
    sightings.see(HotelFeature.WHY_NOT_OF_A_PROPERTY, true);
    Matching matching = new Matching(catalog, request.stay(), now, bugs, sightings);
    Hotel hotel = hotels.stream().filter(each -> each.code().equals(key)).findFirst().orElseThrow();
    if (!matching.isCandidate(hotel, request.where())) {
      return new WhyNotOfOne(false, null, Map.of(), List.of(), sightings);
    }
    WhyNotCode code = matching.code(hotel, request.where(), request.budget());
    if (code != null) {
      sightings.codes().add(code);
    }
    Map<List<String>, WhyNotCode> offers = new LinkedHashMap<>();
    for (Priced offer : matching.offers(hotel, request.where())) {
      offers.put(offer.offer().key(), matching.code(offer.judgement(), request.budget()));
    }
    HotelHints hints = new HotelHints(catalog, List.of(hotel), now, bugs, sightings);
    return new WhyNotOfOne(true, code, offers, hints.list(request), sightings);
  }
}
