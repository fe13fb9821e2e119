package tatami.endtoend;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tatami.oracle.hotel.HotelAnswer;
import tatami.oracle.hotel.HotelAnswer.Hit;
import tatami.oracle.hotel.HotelAnswer.ShownOffer;
import tatami.oracle.hotel.HotelRequest;
import tatami.oracle.hotel.HotelRequest.Room;
import tools.jackson.databind.JsonNode;

/** Compares answers about hotels with what the oracle says; collects every difference. */
final class HotelComparison {

  private final List<String> differences = new ArrayList<>();

  /** Returns what differs, in words. */
  List<String> differences() {
    return differences;
  }

  /** Compares the pages of a search, of which all were read. */
  void compareSearch(HotelRequest request, HotelAnswer expected, List<JsonNode> pages) {
    List<JsonNode> hits = new ArrayList<>();
    for (JsonNode page : pages) {
      if (page.has("status")) {
        differences.add("a problem instead of an answer: " + page);
        return;
      }
      same("total", expected.hits().size(), page.path("total").asInt(-1));
      same("sort", expected.sort(), page.path("sort").asString(""));
      page.path("hits").forEach(hits::add);
    }
    int read = Math.min(expected.hits().size(), pages.size() * request.page().size());
    List<Hit> wanted = expected.hits().subList(0, read);
    same(
        "keys",
        wanted.stream().map(Hit::key).toList(),
        hits.stream().map(hit -> hit.path("key").asString("?")).toList());
    JsonNode next = pages.get(pages.size() - 1).path("next");
    same("the last page was reached", read == expected.hits().size(), next.isNull());
    for (int at = 0; at < Math.min(read, hits.size()); at++) {
      compareHit(request, wanted.get(at), hits.get(at));
    }
    HotelFacetComparison facets = new HotelFacetComparison(request, expected, differences);
    facets.compare(pages.get(0).path("facets"));
    compareWarnings(expected, pages.get(0).path("warnings"));
  }

  private void compareHit(HotelRequest request, Hit wanted, JsonNode hit) {
    String place = "hit " + wanted.key() + " ";
    comparePrice(place, wanted.min(), wanted.max(), hit.path("price"));
    same(place + "offers_matching", wanted.offers().size(), hit.path("offers_matching").asInt(-1));
    List<String> offers =
        wanted.offers().stream()
            .filter(offer -> offer.total() != null)
            .limit(request.page().offers())
            .map(HotelComparison::text)
            .toList();
    List<String> shown = new ArrayList<>();
    for (JsonNode offer : hit.path("offers")) {
      if (!offer.path("total").isNull()) {
        shown.add(text(offer));
      }
    }
    same(place + "offers", offers, shown);
    if (wanted.millimetres() != null) {
      BigDecimal exact = BigDecimal.valueOf(wanted.millimetres(), 3);
      BigDecimal metres = hit.path("metres").decimalValue(BigDecimal.valueOf(-9));
      boolean near = exact.subtract(metres).abs().compareTo(new BigDecimal("0.5")) <= 0;
      same(place + "metres are near " + exact, true, near);
    }
    same(
        place + "title",
        wanted.row().get("title"),
        hit.path("show").path("title").isString()
            ? hit.path("show").path("title").stringValue()
            : null);
  }

  private void comparePrice(String place, Long min, Long max, JsonNode price) {
    if (min == null) {
      same(place + "price is null", true, price.isNull());
    } else {
      same(place + "min", min, price.path("min").asLong(-1));
      same(place + "max", max, price.path("max").asLong(-1));
      same(place + "currency", "JPY", price.path("currency").asString(""));
    }
  }

  private static String text(ShownOffer offer) {
    String rooms = offer.rooms() == null ? "" : " " + text(offer.rooms());
    return String.join("/", offer.key()) + "=" + offer.total() + rooms;
  }

  private static String text(List<Room> rooms) {
    return rooms.stream()
        .map(room -> room.adults() + room.ages().toString())
        .collect(Collectors.joining("+"));
  }

  private static String text(JsonNode offer) {
    List<String> key = offer.path("key").values().stream().map(JsonNode::asString).toList();
    String rooms =
        offer.path("rooms").values().stream()
            .map(
                room ->
                    room.path("adults").asInt(-1)
                        + room.path("children").values().stream()
                            .map(age -> age.asInt(-1))
                            .toList()
                            .toString())
            .collect(Collectors.joining("+"));
    String total = String.join("/", key) + "=" + offer.path("total").asLong(-1);
    return offer.has("rooms") ? total + " " + rooms : total;
  }

  private void compareWarnings(HotelAnswer expected, JsonNode warnings) {
    same("has warnings", !expected.unknownValues().isEmpty(), !warnings.isEmpty());
    for (String value : expected.unknownValues()) {
      boolean named = warnings.toString().contains(value);
      same("a warning names " + value, true, named);
    }
  }

  /** Compares a calendar. */
  void compareCalendar(HotelAnswer.Calendar expected, JsonNode answer) {
    if (answer.has("status")) {
      differences.add("a problem instead of an answer: " + answer);
      return;
    }
    List<String> wanted = new ArrayList<>();
    for (HotelAnswer.Day day : expected.days()) {
      String price = day.min() == null ? "" : day.min() + ".." + day.max();
      wanted.add(day.checkIn() + " " + day.properties() + " " + price + codes(day));
    }
    List<String> found = new ArrayList<>();
    for (JsonNode day : answer.path("days")) {
      JsonNode price = day.path("price");
      String text =
          price.isNull() ? "" : price.path("min").asLong(-1) + ".." + price.path("max").asLong(-1);
      found.add(
          day.path("check_in").asString("")
              + " "
              + day.path("properties").asInt(-1)
              + " "
              + text
              + codes(day.path("why_not")));
    }
    same("days", wanted, found);
  }

  private static String codes(HotelAnswer.Day day) {
    return day.whyNot().entrySet().stream()
        .map(count -> " " + count.getKey().word() + "=" + count.getValue())
        .collect(Collectors.joining());
  }

  private static String codes(JsonNode counts) {
    return counts.values().stream()
        .map(count -> " " + count.path("code").asString("") + "=" + count.path("count").asInt(-1))
        .collect(Collectors.joining());
  }

  /** Compares why a result is as it is. */
  void compareWhyNot(HotelAnswer.WhyNot expected, JsonNode answer) {
    if (answer.has("status")) {
      differences.add("a problem instead of an answer: " + answer);
      return;
    }
    same("properties", expected.properties(), answer.path("properties").asInt(-1));
    same("matching", expected.matching(), answer.path("matching").asInt(-1));
    String wanted = codes(new HotelAnswer.Day(null, null, null, 0, expected.whyNot()));
    same("why_not", wanted, codes(answer.path("why_not")));
    compareHints(expected.hints(), answer.path("hints"));
  }

  /** Compares why a property does not match. */
  void compareWhyNot(HotelAnswer.WhyNotOfOne expected, JsonNode answer) {
    if (answer.has("status")) {
      differences.add("a problem instead of an answer: " + answer);
      return;
    }
    same(
        "passes_filters", expected.passesFilters(), answer.path("passes_filters").asBoolean(false));
    String code = expected.code() == null ? "null" : expected.code().word();
    same("code", code, answer.path("code").asString("null"));
    List<String> wanted = new ArrayList<>();
    expected
        .offers()
        .forEach(
            (key, why) ->
                wanted.add(String.join("/", key) + "=" + (why == null ? "null" : why.word())));
    List<String> found = new ArrayList<>();
    for (JsonNode offer : answer.path("offers")) {
      List<String> key = offer.path("key").values().stream().map(JsonNode::asString).toList();
      found.add(String.join("/", key) + "=" + offer.path("code").asString("null"));
    }
    same("offers", wanted.stream().sorted().toList(), found.stream().sorted().toList());
    compareHints(expected.hints(), answer.path("hints"));
  }

  private void compareHints(List<HotelAnswer.Hint> expected, JsonNode hints) {
    List<String> wanted =
        expected.stream()
            .map(hint -> hint.change() + " " + hint.count() + " from " + hint.min())
            .toList();
    List<String> found = new ArrayList<>();
    for (JsonNode hint : hints) {
      found.add(
          change(hint)
              + " "
              + hint.path("count").asInt(-1)
              + " from "
              + hint.path("price").path("min").asLong(-1));
    }
    same("hints", wanted, found);
  }

  private static String change(JsonNode hint) {
    if (hint.has("check_in")) {
      return "check_in=" + hint.path("check_in").asString("");
    }
    return hint.has("rooms")
        ? "rooms=" + hint.path("rooms").asInt(-1)
        : "budget=" + hint.path("budget").path("max").asLong(-1);
  }

  private void same(String what, Object oracle, Object tatami) {
    if (!Objects.equals(oracle, tatami)) {
      differences.add(what + ": oracle=" + oracle + " answer=" + tatami);
    }
  }
}
