package tatami.query.inns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Answers good requests by looking at every inn, offer and night, straight from docs/search.md; it
 * reads the request's JSON itself and shares no code with the engine.
 */
public final class NaiveSearch {

  private final InnCatalog catalog;
  private final LocalDate today;

  /** Binds to a catalog and a day. */
  public NaiveSearch(InnCatalog catalog, LocalDate today) {
    this.catalog = catalog;
    this.today = today;
  }

  /** A matching inn. */
  public record Hit(
      Inn inn, Long lowest, Long highest, int matching, List<OfferHit> offers, Long millimetres) {}

  /** A matching offer. */
  public record OfferHit(InnOffer offer, Long lowest, Long highest) {}

  /** Returns all matching inns, in order. */
  public List<Hit> search(JsonNode request) {
    List<Hit> hits = new ArrayList<>();
    for (Inn inn : catalog.inns()) {
      Hit hit = judge(inn, request);
      if (hit != null) {
        hits.add(hit);
      }
    }
    String words = request.path("where").path("words").asString("");
    String sort = words.isEmpty() ? "recommended" : "relevance";
    hits.sort(order(request.path("sort").asString(sort), words));
    return hits;
  }

  private Comparator<Hit> order(String sort, String words) {
    Comparator<Hit> recommended = Comparator.comparing(hit -> catalog.inns().indexOf(hit.inn()));
    Comparator<Long> up = Comparator.naturalOrder();
    Comparator<Long> down = Comparator.reverseOrder();
    return switch (sort) {
      case "popular" -> Comparator.comparing((Hit hit) -> -hit.inn().popularity());
      case "price" ->
          Comparator.comparing(Hit::lowest, Comparator.nullsLast(up)).thenComparing(recommended);
      case "-price" ->
          Comparator.comparing(Hit::lowest, Comparator.nullsLast(down)).thenComparing(recommended);
      case "distance" -> Comparator.comparing(Hit::millimetres).thenComparing(recommended);
      case "relevance" ->
          Comparator.comparing((Hit hit) -> !hasWords(words, "inn " + hit.inn().code(), ""))
              .thenComparing(recommended);
      default -> recommended;
    };
  }

  private Hit judge(Inn inn, JsonNode request) {
    JsonNode where = request.path("where");
    boolean passes =
        inPath(inn.area(), where.path("area"))
            && isOneOf(inn.kind(), where.path("kind"))
            && hasTags(inn.amenities(), where.path("amenity"))
            && inRange(inn.rating(), where.path("rating"))
            && inSpot(inn.spot(), where.path("spot"))
            && hasWords(where.path("words").asString(""), "inn " + inn.code(), inn.kind());
    if (!passes) {
      return null;
    }
    boolean dated = request.path("stay").has("check_in");
    List<OfferHit> offers = new ArrayList<>();
    for (InnOffer offer : inn.offers()) {
      OfferHit hit = passesFilters(offer, where) ? price(offer, request, dated) : null;
      if (hit != null) {
        offers.add(hit);
      }
    }
    Long lowest = null;
    Long highest = null;
    for (OfferHit offer : offers) {
      lowest = lowest == null ? offer.lowest() : least(lowest, offer.lowest());
      highest = highest == null ? offer.highest() : most(highest, offer.highest());
    }
    boolean overBudget = !dated && !inBudget(lowest, request.path("price"));
    if (offers.isEmpty() || overBudget) {
      return null;
    }
    offers.sort(
        Comparator.comparing(OfferHit::lowest, Comparator.nullsLast(Comparator.naturalOrder())));
    return new Hit(inn, lowest, highest, offers.size(), offers, distance(inn, where));
  }

  /** Enough for the texts and words of random inns, whose widths and cases alone need folding. */
  private static boolean hasWords(String typed, String name, String kind) {
    String words = typed.toLowerCase(Locale.ROOT).replace("ｏｎ", "on");
    String other = kind == null ? "" : kind.toLowerCase(Locale.ROOT).replace("～", "~");
    List<String> each =
        words.startsWith("\"")
            ? List.of(words.substring(1, words.length() - 1))
            : List.of(words.split(" "));
    return each.stream().allMatch(word -> name.contains(word) || other.contains(word));
  }

  private static Long least(Long left, Long right) {
    return right == null ? left : Long.valueOf(Math.min(left, right));
  }

  private static Long most(Long left, Long right) {
    return right == null ? left : Long.valueOf(Math.max(left, right));
  }

  private OfferHit price(InnOffer offer, JsonNode request, boolean dated) {
    List<Integer> party = party(request);
    if (dated) {
      Long total = stayTotal(offer, request.path("stay"), party);
      return total != null && inBudget(total, request.path("price"))
          ? new OfferHit(offer, total, total)
          : null;
    }
    Long lowest = null;
    Long highest = null;
    for (int night = 0; night < catalog.nights(); night++) {
      LocalDate date = catalog.firstNight().plusDays(night);
      boolean inWindow = !date.isBefore(today) && inStayWindow(offer.rules(), date);
      Long total = inWindow && holds(offer.rules(), party) ? nightTotal(offer, night, party) : null;
      if (total != null) {
        lowest = lowest == null ? total : Long.valueOf(Math.min(lowest, total));
        highest = highest == null ? total : Long.valueOf(Math.max(highest, total));
      }
    }
    return new OfferHit(offer, lowest, highest);
  }

  private static List<Integer> party(JsonNode request) {
    List<Integer> heads = new ArrayList<>();
    request.path("stay").path("rooms").forEach(room -> heads.add(room.get("adults").intValue()));
    return heads.isEmpty() ? List.of(2) : heads;
  }

  private Long stayTotal(InnOffer offer, JsonNode stay, List<Integer> party) {
    LocalDate checkIn = LocalDate.parse(stay.get("check_in").stringValue());
    int nights = stay.path("nights").asInt(1);
    InnOffer.Rules rules = offer.rules();
    boolean onSale =
        (rules.saleFrom() == null || !today.isBefore(rules.saleFrom()))
            && (rules.saleTo() == null || !today.isAfter(rules.saleTo()));
    int first = (int) ChronoUnit.DAYS.between(catalog.firstNight(), checkIn);
    Integer minimum = rules.minimumStay();
    if (rules.minimumStayCells() != null && rules.minimumStayCells().get(first) >= 0) {
      minimum = rules.minimumStayCells().get(first);
    }
    boolean rightLength =
        (minimum == null || nights >= minimum)
            && (rules.maximumStay() == null || nights <= rules.maximumStay());
    if (!onSale || !rightLength || !holds(rules, party)) {
      return null;
    }
    long sum = 0;
    for (int night = first; night < first + nights; night++) {
      Long total = nightTotal(offer, night, party);
      if (total == null || !inStayWindow(rules, catalog.firstNight().plusDays(night))) {
        return null;
      }
      sum += total;
    }
    return sum;
  }

  private Long nightTotal(InnOffer offer, int night, List<Integer> party) {
    if (catalog.stocks().get(offer.room()).get(night) < party.size()) {
      return null;
    }
    long total = 0;
    for (int heads : party) {
      List<Integer> cells = offer.prices().get(heads);
      if (cells == null || cells.get(night) < 0) {
        return null;
      }
      total += (long) cells.get(night) * InnCatalog.PRICE_UNIT * heads;
    }
    return total;
  }

  private static boolean holds(InnOffer.Rules rules, List<Integer> party) {
    return party.stream()
        .allMatch(
            heads ->
                (rules.minimumHeads() == null || heads >= rules.minimumHeads())
                    && (rules.maximumHeads() == null || heads <= rules.maximumHeads()));
  }

  private static boolean inStayWindow(InnOffer.Rules rules, LocalDate night) {
    return (rules.stayFrom() == null || !night.isBefore(rules.stayFrom()))
        && (rules.stayTo() == null || !night.isAfter(rules.stayTo()));
  }

  private static boolean inBudget(Long total, JsonNode price) {
    boolean limited = price.has("min") || price.has("max");
    return !limited
        || (total != null
            && (!price.has("min") || total >= price.get("min").longValue())
            && (!price.has("max") || total <= price.get("max").longValue()));
  }

  private static boolean passesFilters(InnOffer offer, JsonNode where) {
    return isOneOf(offer.meal(), where.path("meal"))
        && inPath(offer.theme(), where.path("theme"))
        && hasTags(offer.tags(), where.path("tag"))
        && inRange(offer.floor(), where.path("floor"));
  }

  private static boolean inPath(String path, JsonNode asked) {
    if (asked.isMissingNode()) {
      return true;
    }
    for (JsonNode value : asked) {
      if (path != null && (path + "/").startsWith(value.stringValue() + "/")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOneOf(String value, JsonNode asked) {
    return asked.isMissingNode() || (value != null && texts(asked).contains(value));
  }

  private static boolean hasTags(Set<String> own, JsonNode asked) {
    List<String> any = texts(asked.path("any"));
    return own.containsAll(texts(asked.path("all")))
        && (any.isEmpty() || any.stream().anyMatch(own::contains))
        && texts(asked.path("none")).stream().noneMatch(own::contains);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(value -> texts.add(value.stringValue()));
    return texts;
  }

  private static boolean inRange(BigDecimal value, JsonNode asked) {
    boolean limited = asked.has("min") || asked.has("max");
    return !limited
        || (value != null
            && (!asked.has("min") || value.compareTo(asked.get("min").decimalValue()) >= 0)
            && (!asked.has("max") || value.compareTo(asked.get("max").decimalValue()) <= 0)
            && (!asked.has("below") || value.compareTo(asked.get("below").decimalValue()) < 0));
  }

  private static boolean inSpot(Inn.Spot spot, JsonNode asked) {
    if (asked.isMissingNode()) {
      return true;
    }
    if (spot == null) {
      return false;
    }
    if (asked.has("near")) {
      BigDecimal kilometres = asked.get("near").get("km").decimalValue();
      BigDecimal millimetres = BigDecimal.valueOf(millimetres(spot, asked.get("near")));
      return millimetres.compareTo(kilometres.movePointRight(6)) <= 0;
    }
    long[] edges = new long[4];
    for (int index = 0; index < edges.length; index++) {
      edges[index] = steps(asked.get("within").get(index));
    }
    boolean inLongitude =
        edges[1] <= edges[3]
            ? spot.longitude() >= edges[1] && spot.longitude() <= edges[3]
            : spot.longitude() >= edges[1] || spot.longitude() <= edges[3];
    return spot.latitude() >= edges[0] && spot.latitude() <= edges[2] && inLongitude;
  }

  private static Long distance(Inn inn, JsonNode where) {
    JsonNode near = where.path("spot").path("near");
    return near.isMissingNode() ? null : Long.valueOf(millimetres(inn.spot(), near));
  }

  private static long millimetres(Inn.Spot spot, JsonNode near) {
    double fromLatitude = Math.toRadians(steps(near.get("lat")) / 1e7);
    double fromLongitude = Math.toRadians(steps(near.get("lon")) / 1e7);
    double toLatitude = Math.toRadians(spot.latitude() / 1e7);
    double toLongitude = Math.toRadians(spot.longitude() / 1e7);
    double haversine =
        Math.pow(Math.sin((toLatitude - fromLatitude) / 2), 2)
            + Math.cos(fromLatitude)
                * Math.cos(toLatitude)
                * Math.pow(Math.sin((toLongitude - fromLongitude) / 2), 2);
    return Math.round(2 * 6371.0088 * Math.asin(Math.sqrt(haversine)) * 1e6);
  }

  private static long steps(JsonNode degrees) {
    return Math.round(degrees.doubleValue() * 1e7);
  }
}
