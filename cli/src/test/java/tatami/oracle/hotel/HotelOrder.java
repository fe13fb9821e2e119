package tatami.oracle.hotel;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tatami.oracle.WordRules;
import tatami.oracle.hotel.HotelRequest.Asked;
import tatami.oracle.hotel.Matching.Match;

/** The order of a result. */
final class HotelOrder {

  /** UTF-8 bytes, each from 0 to 255. */
  static final Comparator<String> BYTES =
      (left, right) ->
          Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

  private final HotelRequest request;
  private final Set<HotelBug> bugs;

  HotelOrder(HotelRequest request, Set<HotelBug> bugs) {
    this.request = request;
    this.bugs = bugs;
  }

  /** Returns the name of the order that is asked for, or of the default. */
  String name() {
    if (request.page().sort() != null) {
      return request.page().sort();
    }
    return request.where().containsKey(HotelFilter.ABOUT.word()) ? "relevance" : "recommended";
  }

  Comparator<Match> comparator() {
    return switch (name()) {
      case "price" ->
          absentLast(Match::min, Comparator.<Long>naturalOrder()).thenComparing(recommended());
      case "-price" ->
          absentLast(Match::min, Comparator.<Long>reverseOrder()).thenComparing(recommended());
      case "rating" -> byNumber("rating").thenComparing(recommended());
      case "distance" -> Comparator.comparing(this::millimetres).thenComparing(recommended());
      case "relevance" -> Comparator.comparing(this::isLessRelevant).thenComparing(recommended());
      default -> recommended();
    };
  }

  private Comparator<Match> recommended() {
    Comparator<Match> key = Comparator.comparing(match -> match.hotel().code(), BYTES);
    return byNumber("rank")
        .thenComparing(byNumber("rating"))
        .thenComparing(bugs.contains(HotelBug.TIES) ? key.reversed() : key);
  }

  private static Comparator<Match> byNumber(String column) {
    Function<Match, BigDecimal> number = match -> number(match.hotel().row(), column);
    return absentLast(number, Comparator.<BigDecimal>reverseOrder());
  }

  private static <T> Comparator<Match> absentLast(Function<Match, T> value, Comparator<T> order) {
    return Comparator.comparing(value, Comparator.nullsLast(order));
  }

  private static BigDecimal number(Map<String, String> row, String column) {
    return row.containsKey(column) ? new BigDecimal(row.get(column)) : null;
  }

  /** Returns the distance from the asked circle's middle, null without a circle. */
  Long millimetres(Match match) {
    return request.where().get(HotelFilter.SPOT.word()) instanceof Asked.Near near
        ? Long.valueOf(FilterChecks.millimetres(FilterChecks.point(match.hotel().row()), near))
        : null;
  }

  private boolean isLessRelevant(Match match) {
    Asked.Words words = (Asked.Words) request.where().get(HotelFilter.ABOUT.word());
    String first = match.hotel().row().get(HotelFilter.ABOUT.columns().get(0));
    return !WordRules.allIn(first == null ? List.of() : List.of(first), words.typed());
  }
}
