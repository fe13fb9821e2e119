package tatami.query.answer;

import java.math.BigDecimal;
import java.util.List;
import tatami.query.engine.FoundPage.FoundOffer;
import tatami.query.engine.FoundPage.Hit;
import tatami.query.facet.FacetResult;
import tatami.query.facet.FacetResult.Bucket;
import tatami.query.facet.FacetResult.Numbers;
import tatami.query.facet.FacetResult.ValueCount;
import tatami.query.facet.FacetResult.Values;
import tatami.query.master.MasterRow;
import tatami.query.request.Guests.Room;
import tatami.searchtable.description.GrainTable.ShowColumn;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an answer as JSON. */
public final class AnswerWriter {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final long MILLIMETRES_PER_METRE = 1000;

  private final Answer answer;
  private final ShownAmount shown;

  private AnswerWriter(Answer answer) {
    this.answer = answer;
    this.shown = ShownAmount.of(answer.request());
  }

  /** Returns the answer's JSON, compact. */
  public static String write(Answer answer) {
    return MAPPER.writeValueAsString(new AnswerWriter(answer).document());
  }

  private ObjectNode document() {
    AnswerFrame frame = answer.frame();
    ObjectNode document = frame.open();
    document.put("total", answer.page().total());
    document.put("sort", answer.request().sort().name());
    ArrayNode hits = document.putArray("hits");
    answer.page().hits().forEach(hit -> writeHit(hit, hits.addObject()));
    ObjectNode facets = document.putObject("facets");
    answer.page().facets().forEach((name, facet) -> writeFacet(facet, facets.putObject(name)));
    frame.writeWarnings(document);
    document.put("next", answer.next());
    frame.writeDataAge(document);
    return document;
  }

  private void writeHit(Hit hit, ObjectNode json) {
    MasterRow row = answer.shown().properties().get(hit.id());
    writeKey(row.key(), json);
    if (hit.lowest() == null) {
      json.putNull("price");
    } else {
      ObjectNode price = json.putObject("price");
      price.put("min", shown.of(hit.lowest()));
      price.put("max", shown.of(hit.highest()));
      price.put("currency", answer.frame().release().description().currency().code());
    }
    json.put("offers_matching", hit.offersMatching());
    ArrayNode offers = json.putArray("offers");
    hit.offers().forEach(offer -> writeOffer(offer, offers.addObject()));
    if (hit.millimetres() != null) {
      json.put("metres", (hit.millimetres() + MILLIMETRES_PER_METRE / 2) / MILLIMETRES_PER_METRE);
    }
    writeShow(answer.request().show(), row, json.putObject("show"));
  }

  /** Writes the key of a property: a string where it has one component, else an array. */
  public static void writeKey(List<String> key, ObjectNode json) {
    if (key.size() == 1) {
      json.put("key", key.get(0));
    } else {
      writeTexts(key, json.putArray("key"));
    }
  }

  private void writeOffer(FoundOffer offer, ObjectNode json) {
    MasterRow row = answer.shown().offers().get(offer.id());
    writeTexts(row.key(), json.putArray("key"));
    json.put("total", offer.total() == null ? null : shown.of(offer.total()));
    if (offer.rooms() != null) {
      writeRooms(offer.rooms(), json.putArray("rooms"));
    }
    List<ShowColumn> show = answer.frame().release().description().offer().show();
    if (!show.isEmpty()) {
      writeShow(show, row, json.putObject("show"));
    }
  }

  private static void writeRooms(List<Room> rooms, ArrayNode json) {
    for (Room room : rooms) {
      ObjectNode entry = json.addObject().put("adults", room.adults());
      ArrayNode children = entry.putArray("children");
      room.childAges().forEach(children::add);
    }
  }

  private static void writeShow(List<ShowColumn> show, MasterRow row, ObjectNode json) {
    for (int index = 0; index < show.size(); index++) {
      String name = show.get(index).name();
      Object value = row.values().get(index);
      switch (show.get(index).type()) {
        case TEXT, DATE -> json.put(name, (String) value);
        case NUMBER -> json.put(name, (BigDecimal) value);
        case BOOLEAN -> json.put(name, (Boolean) value);
        case TEXT_LIST -> writeList((List<?>) value, name, json);
      }
    }
  }

  private static void writeList(List<?> texts, String name, ObjectNode json) {
    if (texts == null) {
      json.putNull(name);
    } else {
      ArrayNode array = json.putArray(name);
      texts.forEach(text -> array.add((String) text));
    }
  }

  private static void writeTexts(List<String> texts, ArrayNode json) {
    texts.forEach(json::add);
  }

  private static void writeFacet(FacetResult facet, ObjectNode json) {
    if (facet instanceof Values values) {
      ArrayNode list = json.putArray("values");
      for (ValueCount count : values.counts()) {
        list.addObject().put("value", count.value()).put("count", count.count());
      }
      json.put("more", values.more());
    } else if (facet instanceof Numbers numbers) {
      json.put("min", exact(numbers.lowest()));
      json.put("max", exact(numbers.highest()));
      ArrayNode list = json.putArray("buckets");
      for (Bucket bucket : numbers.buckets()) {
        ObjectNode entry = list.addObject();
        entry.put("from", exact(bucket.from())).put("to", exact(bucket.to()));
        entry.put("count", bucket.count());
      }
    }
  }

  private static BigDecimal exact(BigDecimal value) {
    return value == null ? null : value.stripTrailingZeros();
  }
}
