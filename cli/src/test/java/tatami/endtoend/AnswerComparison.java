package tatami.endtoend;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tatami.oracle.Listing;
import tatami.oracle.OracleAnswer;
import tatami.oracle.OracleRequest;
import tools.jackson.databind.JsonNode;

/** Compares the pages of an answer with what the oracle says; collects every difference. */
final class AnswerComparison {

  private static final List<String> ALWAYS_THERE =
      List.of(
          "release", "position", "total", "sort", "hits", "facets", "warnings", "next", "data_age");
  private static final List<String> SHOWN_NUMBERS =
      List.of("accommodates", "review_scores_rating", "number_of_reviews");
  private static final List<String> SHOWN_TEXTS =
      List.of("name", "room_type", "property_type", "neighbourhood_cleansed");

  private final OracleRequest request;
  private final OracleAnswer expected;
  private final String currency;
  private final List<String> differences = new ArrayList<>();

  private AnswerComparison(OracleRequest request, OracleAnswer expected, String currency) {
    this.request = request;
    this.expected = expected;
    this.currency = currency;
  }

  /** Returns what differs, in words; empty if nothing does. */
  static List<String> differences(Exchange exchange, OracleAnswer expected, String currency) {
    AnswerComparison comparison = new AnswerComparison(exchange.request(), expected, currency);
    comparison.compare(exchange);
    return comparison.differences;
  }

  private void compare(Exchange exchange) {
    for (JsonNode page : exchange.pages()) {
      if (page.has("status")) {
        differences.add("a problem instead of an answer: " + page);
        return;
      }
      compareFrame(page);
    }
    compareHits(exchange);
    new FacetComparison(request, expected, differences)
        .compare(exchange.pages().get(0).path("facets"));
    compareWarnings(exchange.pages().get(0).path("warnings"));
  }

  private void compareFrame(JsonNode page) {
    for (String field : ALWAYS_THERE) {
      same("field " + field + " is there", true, page.has(field));
    }
    same("total", expected.hits().size(), page.path("total").asInt(-1));
    same("sort", request.sortName(), page.path("sort").asString(""));
  }

  private void compareHits(Exchange exchange) {
    List<JsonNode> hits = new ArrayList<>();
    for (JsonNode page : exchange.pages()) {
      page.path("hits").forEach(hits::add);
    }
    int read = Math.min(expected.hits().size(), request.pageSize() * exchange.pages().size());
    same("keys", keys(expected.hits().subList(0, read)), keysOf(hits));
    same("the last page was reached", read == expected.hits().size(), exchange.isComplete());
    for (int at = 0; at < Math.min(read, hits.size()); at++) {
      compareHit(expected.hits().get(at), hits.get(at));
    }
  }

  private static List<String> keys(List<OracleAnswer.Hit> hits) {
    return hits.stream().map(hit -> Long.toString(hit.listing().id())).toList();
  }

  private static List<String> keysOf(List<JsonNode> hits) {
    return hits.stream().map(hit -> hit.path("key").stringValue("not a string")).toList();
  }

  private void compareHit(OracleAnswer.Hit hit, JsonNode answer) {
    String place = "hit " + hit.listing().id() + " ";
    OracleAnswer.PriceRange price = hit.price();
    if (price == null) {
      same(place + "price is null", true, answer.path("price").isNull());
    } else {
      same(place + "price.min", price.min(), answer.path("price").path("min").asLong(-1));
      same(place + "price.max", price.max(), answer.path("price").path("max").asLong(-1));
      same(place + "currency", currency, answer.path("price").path("currency").asString(""));
    }
    same(place + "offers_matching", 1, answer.path("offers_matching").asInt(-1));
    compareOffers(place, hit, answer.path("offers"));
    compareMetres(place, hit, answer);
    compareShown(place, hit.listing(), answer.path("show"));
  }

  /** Where no night is open, an offer without a total may be listed or left out. */
  private void compareOffers(String place, OracleAnswer.Hit hit, JsonNode offers) {
    if (hit.price() == null) {
      offers.forEach(
          offer -> same(place + "offer total is null", true, offer.path("total").isNull()));
      return;
    }
    same(place + "offers", 1, offers.size());
    JsonNode offer = offers.path(0);
    same(place + "offer key size", 1, offer.path("key").size());
    same(
        place + "offer key",
        Long.toString(hit.listing().id()),
        offer.path("key").path(0).asString(""));
    same(place + "offer total", hit.price().min(), offer.path("total").asLong(-1));
  }

  private void compareMetres(String place, OracleAnswer.Hit hit, JsonNode answer) {
    if (hit.millimetres() == null) {
      same(place + "has metres", false, answer.has("metres"));
      return;
    }
    BigDecimal metres = answer.path("metres").decimalValue(BigDecimal.valueOf(-1));
    BigDecimal exact = BigDecimal.valueOf(hit.millimetres(), 3);
    if (metres.subtract(exact).abs().compareTo(new BigDecimal("0.5")) > 0) {
      same(place + "metres", exact, metres);
    }
  }

  private void compareShown(String place, Listing listing, JsonNode show) {
    for (String column : SHOWN_TEXTS) {
      if (isShown(column)) {
        JsonNode shown = show.path(column);
        String text = shown.isString() ? shown.stringValue() : null;
        same(place + "show." + column, listing.text(column), text);
      }
    }
    for (String column : SHOWN_NUMBERS) {
      if (isShown(column)) {
        JsonNode shown = show.path(column);
        boolean absent = shown.isNull() || shown.isMissingNode();
        String own = listing.text(column);
        same(
            place + "show." + column,
            own == null ? null : new BigDecimal(own).stripTrailingZeros(),
            absent ? null : new BigDecimal(shown.asString()).stripTrailingZeros());
      }
    }
    if (isShown("amenities")) {
      Set<String> tags = new HashSet<>();
      show.path("amenities").forEach(tag -> tags.add(tag.asString()));
      same(place + "show.amenities", new HashSet<>(listing.amenities()), tags);
    }
    if (request.show() != null) {
      for (String column : show.propertyNames()) {
        same(place + "show has only what was asked", true, request.show().contains(column));
      }
    }
  }

  private boolean isShown(String column) {
    return request.show() == null || request.show().contains(column);
  }

  private void compareWarnings(JsonNode warnings) {
    same("has warnings", !expected.unknownValues().isEmpty(), !warnings.isEmpty());
    List<String> texts = new ArrayList<>();
    collectTexts(warnings, texts);
    for (String value : expected.unknownValues()) {
      boolean named = texts.stream().anyMatch(text -> text.contains(value));
      same("a warning names " + value, true, named);
    }
  }

  private static void collectTexts(JsonNode node, List<String> texts) {
    if (node.isString()) {
      texts.add(node.stringValue());
    }
    node.values().forEach(child -> collectTexts(child, texts));
  }

  private void same(String what, Object oracle, Object tatami) {
    if (!Objects.equals(oracle, tatami)) {
      differences.add(what + ": oracle=" + oracle + " answer=" + tatami);
    }
  }
}
