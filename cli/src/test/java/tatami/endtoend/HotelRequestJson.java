package tatami.endtoend;

import java.math.BigDecimal;
import java.util.List;
import tatami.oracle.hotel.HotelFilter;
import tatami.oracle.hotel.HotelRequest;
import tatami.oracle.hotel.HotelRequest.Asked;
import tatami.oracle.hotel.HotelRequest.Guests;
import tatami.oracle.hotel.HotelRequest.Page;
import tatami.oracle.hotel.HotelRequest.Room;
import tatami.oracle.hotel.HotelRequest.Stay;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a request about hotels as the contract's JSON. */
final class HotelRequestJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private HotelRequestJson() {}

  /** Returns a search without what only a page has. */
  static ObjectNode question(HotelRequest request) {
    ObjectNode json = MAPPER.createObjectNode();
    addStay(json.putObject("stay"), request.stay());
    if (!request.where().isEmpty()) {
      ObjectNode where = json.putObject("where");
      request.where().forEach((name, asked) -> addAsked(where, name, asked));
    }
    if (request.budget() != null) {
      ObjectNode price = json.putObject("price");
      put(price, "min", request.budget().min());
      put(price, "max", request.budget().max());
    }
    return json;
  }

  /** Returns a search, from a cursor on where that is not null. */
  static String search(HotelRequest request, String cursor) {
    ObjectNode json = question(request);
    Page page = request.page();
    if (page.perNight()) {
      json.withObjectProperty("price").put("per", "night");
    }
    if (page.sort() != null) {
      json.put("sort", page.sort());
    }
    json.put("size", page.size()).put("offers", page.offers());
    addTexts(json.putArray("facets"), page.facets());
    if (cursor != null) {
      json.put("cursor", cursor);
    }
    return json.toString();
  }

  private static void addStay(ObjectNode json, Stay stay) {
    if (stay.checkIn() != null) {
      json.put("check_in", stay.checkIn().toString());
    }
    if (stay.nights() > 1) {
      json.put("nights", stay.nights());
    }
    Guests guests = stay.guests();
    if (guests.party() != null) {
      ObjectNode party = json.putObject("party").put("adults", guests.party().adults());
      guests.party().ages().forEach(party.putArray("children")::add);
      party.put("rooms", guests.party().rooms());
      return;
    }
    ArrayNode rooms = json.putArray("rooms");
    for (Room room : guests.rooms()) {
      ObjectNode people = rooms.addObject().put("adults", room.adults());
      if (!room.ages().isEmpty()) {
        room.ages().forEach(people.putArray("children")::add);
      }
    }
  }

  private static void addAsked(ObjectNode where, String name, Asked asked) {
    if (asked instanceof Asked.AnyOf anyOf) {
      addTexts(where.putArray(name), anyOf.values());
    } else if (asked instanceof Asked.Words words) {
      where.put(name, words.typed());
    } else {
      addObject(where.putObject(name), asked);
    }
  }

  private static void addObject(ObjectNode json, Asked asked) {
    if (asked instanceof Asked.Tags tags) {
      addTexts(json.putArray("all"), tags.all());
      addTexts(json.putArray("any"), tags.any());
      addTexts(json.putArray("none"), tags.none());
    } else if (asked instanceof Asked.Range range) {
      put(json, "min", range.min());
      put(json, "max", range.max());
    } else if (asked instanceof Asked.Within box) {
      ArrayNode edges = json.putArray("within");
      edges.add(box.south()).add(box.west()).add(box.north()).add(box.east());
    } else if (asked instanceof Asked.Near near) {
      json.putObject("near")
          .put("lat", near.latitude())
          .put("lon", near.longitude())
          .put("km", near.km());
    } else {
      throw new AssertionError("a caller cannot ask for this: " + asked);
    }
  }

  private static void addTexts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static void put(ObjectNode json, String field, Object number) {
    if (number instanceof Long amount) {
      json.put(field, amount);
    } else if (number instanceof BigDecimal decimal) {
      json.put(field, decimal);
    }
  }

  /** Returns whether a filter can be counted. */
  static boolean hasFacet(HotelFilter filter) {
    return filter.kind() != HotelFilter.Kind.POINT && filter.kind() != HotelFilter.Kind.WORDS;
  }
}
