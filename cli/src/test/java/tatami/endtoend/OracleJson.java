package tatami.endtoend;

import java.util.List;
import java.util.Map;
import tatami.oracle.hotel.HotelAnswer;
import tatami.oracle.hotel.HotelRequest.Room;
import tatami.oracle.hotel.WhyNotCode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what an oracle says as far as scenes show it, in the words of the contract. */
final class OracleJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private OracleJson() {}

  static ObjectNode search(HotelAnswer answer) {
    ObjectNode json = MAPPER.createObjectNode();
    ArrayNode hits = json.putArray("hits");
    for (HotelAnswer.Hit each : answer.hits()) {
      ObjectNode hit = hits.addObject().put("key", each.key());
      putPrice(hit, each.min(), each.max());
      ArrayNode offers = hit.putArray("offers");
      for (HotelAnswer.ShownOffer shown : each.offers()) {
        if (shown.total() != null) {
          ObjectNode offer = offers.addObject().put("total", shown.total());
          shown.key().forEach(offer.putArray("key")::add);
          if (shown.rooms() != null) {
            addRooms(offer.putArray("rooms"), shown.rooms());
          }
        }
      }
    }
    return json;
  }

  private static void putPrice(ObjectNode json, Long min, Long max) {
    if (min == null) {
      json.putNull("price");
    } else {
      json.putObject("price").put("min", min).put("max", max);
    }
  }

  private static void addRooms(ArrayNode json, List<Room> rooms) {
    for (Room room : rooms) {
      ObjectNode people = json.addObject().put("adults", room.adults());
      room.ages().forEach(people.putArray("children")::add);
    }
  }

  static ObjectNode calendar(HotelAnswer.Calendar calendar) {
    ObjectNode json = MAPPER.createObjectNode();
    ArrayNode days = json.putArray("days");
    for (HotelAnswer.Day each : calendar.days()) {
      ObjectNode day = days.addObject().put("check_in", each.checkIn().toString());
      putPrice(day, each.min(), each.max());
      addCodes(day.putArray("why_not"), each.whyNot());
    }
    return json;
  }

  private static void addCodes(ArrayNode json, Map<WhyNotCode, Integer> counts) {
    counts.forEach((code, count) -> json.addObject().put("code", code.word()).put("count", count));
  }

  static ObjectNode whyNot(HotelAnswer.WhyNot answer) {
    ObjectNode json = MAPPER.createObjectNode().put("matching", answer.matching());
    addCodes(json.putArray("why_not"), answer.whyNot());
    ArrayNode hints = json.putArray("hints");
    for (HotelAnswer.Hint each : answer.hints()) {
      ObjectNode hint = hints.addObject().put("count", each.count());
      hint.putObject("price").put("min", each.min());
      String[] change = each.change().split("=");
      switch (change[0]) {
        case "check_in" -> hint.put("check_in", change[1]);
        case "rooms" -> hint.put("rooms", Integer.parseInt(change[1]));
        default -> hint.putObject("budget").put("max", Long.parseLong(change[1]));
      }
    }
    return json;
  }

  static ObjectNode whyNot(HotelAnswer.WhyNotOfOne answer) {
    ObjectNode json = MAPPER.createObjectNode();
    return json.put("code", answer.code() == null ? null : answer.code().word());
  }
}
