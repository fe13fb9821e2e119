package tatami.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tatami.oracle.OracleAnswer.Hit;
import tatami.oracle.OracleAnswer.PriceRange;

/** Answers searches over one city by looking at every listing. */
public final class Oracle {

  private final City city;
  private final Set<PlantedBug> planted;
  private final StayRules stayRules;
  private final Map<FilterName, Set<String>> known = new EnumMap<>(FilterName.class);

  /**
   * Prepares searches.
   *
   * @param city the feeds
   * @param today the day of "now" in the catalog's zone
   * @param planted errors to make on purpose
   */
  public Oracle(City city, LocalDate today, Set<PlantedBug> planted) {
    this.city = city;
    this.planted = Set.copyOf(planted);
    this.stayRules = new StayRules(city, today, this.planted);
    for (FilterName filter : FilterName.values()) {
      known.put(filter, city.knownValues(filter));
    }
  }

  /** Answers one search; the request must be a good one. */
  public OracleAnswer answer(OracleRequest request) {
    List<Judged> judged = new ArrayList<>();
    for (Listing listing : city.listings()) {
      StayRules.Outcome outcome = stayRules.judge(listing, request.stay(), request.budget());
      if (outcome.matches()) {
        EnumSet<FilterName> failed = FilterRules.failed(listing, request.where());
        if (planted.contains(PlantedBug.WORDS) && hasShortWord(request.where())) {
          failed.add(FilterName.WORDS);
        }
        judged.add(new Judged(listing, failed, outcome.price()));
      }
    }
    List<Hit> hits = new ArrayList<>();
    for (Judged candidate : judged) {
      if (candidate.failed().isEmpty()) {
        hits.add(hit(candidate, request.where()));
      }
    }
    hits.sort(order(request.sortName()));
    Facets facets = new Facets(judged, planted.contains(PlantedBug.FACETS));
    return new OracleAnswer(
        hits,
        facets.counts(request.facets()),
        facets.numbers(request.facets()),
        unknownValues(request.where()));
  }

  private static boolean hasShortWord(OracleRequest.Where where) {
    return where.words() != null
        && WordRules.words(where.words()).stream().anyMatch(word -> word.length() == 1);
  }

  private static Hit hit(Judged candidate, OracleRequest.Where where) {
    Long millimetres = null;
    if (where.location() instanceof OracleRequest.Place.Near near) {
      GlobePoint centre = GlobePoint.ofDegrees(near.latitude(), near.longitude());
      millimetres = centre.millimetresTo(candidate.listing().point());
    }
    return new Hit(candidate.listing(), candidate.price(), millimetres);
  }

  private Comparator<Hit> order(String sort) {
    Comparator<Hit> byId = Comparator.comparing(hit -> hit.listing().id());
    if (planted.contains(PlantedBug.TIES)) {
      byId = byId.reversed();
    }
    Comparator<Hit> recommended =
        absentLast(hit -> hit.listing().reviews(), Comparator.<Integer>reverseOrder())
            .thenComparing(byId);
    return switch (sort) {
      // The catalog searches one column: whatever matches has all words in the first.
      case "recommended", "relevance" -> recommended;
      case "rating" ->
          Oracle.<java.math.BigDecimal>absentLast(
                  hit -> hit.listing().rating(), Comparator.reverseOrder())
              .thenComparing(recommended);
      case "price" ->
          absentLast(Oracle::lowest, Comparator.<Long>naturalOrder()).thenComparing(recommended);
      case "-price" ->
          absentLast(Oracle::lowest, Comparator.<Long>reverseOrder()).thenComparing(recommended);
      case "distance" ->
          Comparator.<Hit, Long>comparing(Hit::millimetres).thenComparing(recommended);
      default -> throw new IllegalArgumentException("unknown sort: sort=" + sort);
    };
  }

  private static <T> Comparator<Hit> absentLast(
      java.util.function.Function<Hit, T> value, Comparator<T> order) {
    return Comparator.comparing(value, Comparator.nullsLast(order));
  }

  private static Long lowest(Hit hit) {
    return hit.price() == null ? null : hit.price().min();
  }

  private Set<String> unknownValues(OracleRequest.Where where) {
    Set<String> unknown = new TreeSet<>();
    for (FilterName filter : FilterName.values()) {
      List<String> asked = new ArrayList<>();
      if (filter == FilterName.AMENITIES && where.amenities() != null) {
        asked.addAll(orEmpty(where.amenities().all()));
        asked.addAll(orEmpty(where.amenities().any()));
        asked.addAll(orEmpty(where.amenities().none()));
      } else {
        asked.addAll(orEmpty(where.values(filter)));
      }
      asked.removeAll(known.get(filter));
      unknown.addAll(asked);
    }
    return unknown;
  }

  private static List<String> orEmpty(List<String> values) {
    return values == null ? List.of() : values;
  }

  /**
   * A listing that can be stayed in.
   *
   * @param failed filters that it does not pass
   * @param price null where no night is open
   */
  record Judged(Listing listing, EnumSet<FilterName> failed, PriceRange price) {}
}
