package tatami.endtoend;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import tatami.oracle.City;
import tatami.oracle.FilterName;
import tatami.oracle.OracleAnswer;
import tatami.oracle.OracleRequest;

/** What a random search can exercise; each must be hit by some search that has results. */
enum SearchFeature {
  CHECK_IN(seen -> seen.stay().checkIn() != null),
  NO_CHECK_IN(seen -> seen.stay().checkIn() == null),
  NO_PRICE(seen -> seen.answer().hits().stream().anyMatch(hit -> hit.price() == null)),
  NIGHTS_LEFT_OUT(seen -> seen.stay().checkIn() != null && seen.stay().nights() == null),
  NIGHTS_UP_TO_5(seen -> seen.hasNights(1, 5)),
  NIGHTS_6_TO_28(seen -> seen.hasNights(6, 28)),
  NIGHTS_92(seen -> seen.hasNights(92, 92)),
  CHECK_OUT_AT_THE_END(
      seen ->
          seen.stay().checkIn() != null
              && seen.stay().checkIn().plusDays(seen.stay().length()).equals(seen.city().end())),
  DEFAULT_PARTY(seen -> seen.stay().rooms() == null),
  CHILDREN(seen -> seen.hasRoom(room -> room.children() != null && !room.children().isEmpty())),
  LARGE_PARTY(seen -> seen.hasRoom(room -> room.heads() >= 5)),
  SEVERAL_ROOMS(seen -> seen.stay().party().size() > 1),
  AREA_UPPER(seen -> seen.anyValue(seen.where().area(), value -> !value.contains("/"))),
  AREA_LOWER(seen -> seen.anyValue(seen.where().area(), value -> value.contains("/"))),
  AREA_SEVERAL(seen -> seen.where().area() != null && seen.where().area().size() > 1),
  ROOM_TYPE(seen -> seen.where().roomType() != null),
  PROPERTY_TYPE(seen -> seen.where().propertyType() != null),
  TAGS_ALL(
      seen -> seen.where().amenities() != null && seen.isGiven(seen.where().amenities().all())),
  TAGS_ANY(
      seen -> seen.where().amenities() != null && seen.isGiven(seen.where().amenities().any())),
  TAGS_NONE(
      seen -> seen.where().amenities() != null && seen.isGiven(seen.where().amenities().none())),
  RATING_MIN(seen -> seen.where().rating() != null && seen.where().rating().min() != null),
  RATING_MAX(seen -> seen.where().rating() != null && seen.where().rating().max() != null),
  RATING_DECIMAL(
      seen -> seen.where().rating() != null && seen.isFraction(seen.where().rating().min())),
  RECTANGLE(
      seen ->
          seen.where().location() instanceof OracleRequest.Place.Within within
              && within.west() <= within.east()),
  ANTIMERIDIAN(
      seen ->
          seen.where().location() instanceof OracleRequest.Place.Within within
              && within.west() > within.east()),
  RADIUS(seen -> seen.where().location() instanceof OracleRequest.Place.Near),
  BUDGET_MIN(seen -> seen.request().budget() != null && seen.request().budget().min() != null),
  BUDGET_MAX(seen -> seen.request().budget() != null && seen.request().budget().max() != null),
  SORT_LEFT_OUT(seen -> seen.request().sort() == null),
  SORT_RECOMMENDED(seen -> "recommended".equals(seen.request().sort())),
  SORT_RATING(seen -> "rating".equals(seen.request().sort())),
  SORT_PRICE(seen -> "price".equals(seen.request().sort())),
  SORT_PRICE_DOWN(seen -> "-price".equals(seen.request().sort())),
  SORT_DISTANCE(seen -> "distance".equals(seen.request().sort())),
  WORDS_OF_ONE_CHARACTER(seen -> seen.hasWords("(.* )?.( .*)?")),
  WORDS_SEVERAL(seen -> seen.hasWords("[^\" ]+( [^\" ]+)+")),
  WORDS_PHRASE(seen -> seen.hasWords("[^\"]*\".*")),
  WORDS_FOLDED(seen -> seen.hasWords(".*[Ａ-Ｚａ-ｚ].*")),
  WORDS_ON_SEVERAL_PAGES(seen -> seen.where().words() != null && seen.pages() > 1),
  SORT_RELEVANCE(seen -> "relevance".equals(seen.request().sort())),
  TIE(Seen::hasTie),
  FACET_AREA(seen -> seen.request().facets().contains("area")),
  FACET_ROOM_TYPE(seen -> seen.request().facets().contains("room_type")),
  FACET_PROPERTY_TYPE(seen -> seen.request().facets().contains("property_type")),
  FACET_AMENITIES(seen -> seen.request().facets().contains("amenities")),
  FACET_RATING(seen -> seen.request().facets().contains("rating")),
  FACET_BESIDE_ITS_FILTER(
      seen -> seen.where().area() != null && seen.request().facets().contains("area")),
  FACET_WITH_MORE(
      seen -> seen.answer().counts().values().stream().anyMatch(values -> values.size() > 50)),
  SOME_COLUMNS(seen -> seen.request().show() != null),
  SECOND_PAGE(seen -> seen.pages() > 1),
  ALL_PAGES(seen -> seen.pages() > 2),
  SIZE_100(seen -> seen.request().pageSize() > 90),
  UNKNOWN_VALUE(seen -> !seen.answer().unknownValues().isEmpty()),
  NO_RESULT(seen -> seen.answer().hits().isEmpty());

  private final Predicate<Seen> predicate;

  SearchFeature(Predicate<Seen> predicate) {
    this.predicate = predicate;
  }

  /** Tells whether a search exercises it; one without results exercises but {@code NO_RESULT}. */
  boolean isIn(Seen seen) {
    return (this == NO_RESULT || !seen.answer().hits().isEmpty()) && predicate.test(seen);
  }

  /** Tells whether a city's data can show it at all. */
  boolean isPossibleIn(City city) {
    return switch (this) {
      case NIGHTS_92 -> city.nights() > 100;
      case TAGS_ALL, TAGS_ANY, TAGS_NONE -> !city.knownValues(FilterName.AMENITIES).isEmpty();
      case FACET_WITH_MORE ->
          java.util.Arrays.stream(FilterName.values())
              .anyMatch(filter -> city.knownValues(filter).size() > 60);
      default -> true;
    };
  }

  /**
   * A search with its right answer.
   *
   * @param pages how many were read
   */
  record Seen(City city, OracleRequest request, OracleAnswer answer, int pages) {

    OracleRequest.Stay stay() {
      return request.stay();
    }

    OracleRequest.Where where() {
      return request.where();
    }

    boolean hasNights(int from, int to) {
      return stay().checkIn() != null && stay().length() >= from && stay().length() <= to;
    }

    boolean hasRoom(Predicate<OracleRequest.Room> test) {
      return stay().party().stream().anyMatch(test);
    }

    boolean hasWords(String pattern) {
      return where().words() != null && where().words().matches(pattern);
    }

    boolean anyValue(List<String> values, Predicate<String> test) {
      return values != null && values.stream().anyMatch(test);
    }

    boolean isGiven(List<String> values) {
      return values != null && !values.isEmpty();
    }

    boolean isFraction(BigDecimal number) {
      return number != null && number.stripTrailingZeros().scale() > 0;
    }

    /** Neighbours with equal price and reviews: only the id decides. */
    boolean hasTie() {
      List<OracleAnswer.Hit> hits = answer.hits();
      for (int at = 1; at < hits.size(); at++) {
        OracleAnswer.Hit before = hits.get(at - 1);
        OracleAnswer.Hit hit = hits.get(at);
        boolean sameReviews =
            java.util.Objects.equals(before.listing().reviews(), hit.listing().reviews());
        if (sameReviews && java.util.Objects.equals(before.price(), hit.price())) {
          return true;
        }
      }
      return false;
    }
  }
}
