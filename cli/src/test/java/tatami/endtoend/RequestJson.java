package tatami.endtoend;

import java.math.BigDecimal;
import java.util.List;
import tatami.oracle.FilterName;
import tatami.oracle.OracleRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a search as the contract's JSON; what is null is left out. */
final class RequestJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private RequestJson() {}

  static String write(OracleRequest request, String cursor) {
    ObjectNode json = MAPPER.createObjectNode();
    putUnlessEmpty(json, "stay", stay(request.stay()));
    putUnlessEmpty(json, "where", where(request.where()));
    if (request.budget() != null) {
      ObjectNode price = json.putObject("price");
      putNumber(price, "min", request.budget().min());
      putNumber(price, "max", request.budget().max());
    }
    if (request.sort() != null) {
      json.put("sort", request.sort());
    }
    putNumber(json, "size", request.size());
    putNumber(json, "offers", request.offers());
    if (!request.facets().isEmpty()) {
      putTexts(json, "facets", request.facets());
    }
    putTexts(json, "show", request.show());
    if (cursor != null) {
      json.put("cursor", cursor);
    }
    return MAPPER.writeValueAsString(json);
  }

  private static ObjectNode stay(OracleRequest.Stay stay) {
    ObjectNode json = MAPPER.createObjectNode();
    if (stay.checkIn() != null) {
      json.put("check_in", stay.checkIn().toString());
    }
    putNumber(json, "nights", stay.nights());
    if (stay.rooms() != null) {
      ArrayNode rooms = json.putArray("rooms");
      for (OracleRequest.Room room : stay.rooms()) {
        ObjectNode people = rooms.addObject().put("adults", room.adults());
        if (room.children() != null) {
          ArrayNode ages = people.putArray("children");
          room.children().forEach(ages::add);
        }
      }
    }
    return json;
  }

  private static ObjectNode where(OracleRequest.Where where) {
    ObjectNode json = MAPPER.createObjectNode();
    for (FilterName filter : FilterName.values()) {
      putTexts(json, filter.requestName(), where.values(filter));
    }
    if (where.amenities() != null) {
      ObjectNode tags = json.putObject(FilterName.AMENITIES.requestName());
      putTexts(tags, "all", where.amenities().all());
      putTexts(tags, "any", where.amenities().any());
      putTexts(tags, "none", where.amenities().none());
    }
    if (where.rating() != null) {
      ObjectNode range = json.putObject(FilterName.RATING.requestName());
      putNumber(range, "min", where.rating().min());
      putNumber(range, "max", where.rating().max());
    }
    if (where.words() != null) {
      json.put(FilterName.WORDS.requestName(), where.words());
    }
    if (where.location() != null) {
      putPlace(json.putObject(FilterName.LOCATION.requestName()), where.location());
    }
    return json;
  }

  private static void putPlace(ObjectNode json, OracleRequest.Place place) {
    if (place instanceof OracleRequest.Place.Near near) {
      json.putObject("near")
          .put("lat", near.latitude())
          .put("lon", near.longitude())
          .put("km", near.km());
    } else if (place instanceof OracleRequest.Place.Within within) {
      json.putArray("within")
          .add(within.south())
          .add(within.west())
          .add(within.north())
          .add(within.east());
    }
  }

  private static void putUnlessEmpty(ObjectNode json, String name, ObjectNode value) {
    if (!value.isEmpty()) {
      json.set(name, value);
    }
  }

  private static void putTexts(ObjectNode json, String name, List<String> texts) {
    if (texts != null) {
      ArrayNode array = json.putArray(name);
      texts.forEach(array::add);
    }
  }

  private static void putNumber(ObjectNode json, String name, Number number) {
    if (number != null) {
      json.put(name, new BigDecimal(number.toString()));
    }
  }
}
