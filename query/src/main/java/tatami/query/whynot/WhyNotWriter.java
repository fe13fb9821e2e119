package tatami.query.whynot;

import java.util.List;
import tatami.query.answer.AnswerFrame;
import tatami.query.answer.AnswerWriter;
import tatami.query.answer.ShownAmount;
import tatami.query.request.SearchRequest;
import tatami.query.stay.WhyNot;
import tatami.query.survey.Outcome;
import tatami.query.whynot.Hint.Kind;
import tatami.searchtable.description.ReleaseDescription;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes why something cannot be booked as JSON. */
public final class WhyNotWriter {

  private final AnswerFrame frame;
  private final ReleaseDescription description;
  private final ShownAmount shown;

  /**
   * Starts an answer.
   *
   * @param request says how amounts are shown
   */
  public WhyNotWriter(AnswerFrame frame, SearchRequest request) {
    this.frame = frame;
    this.description = frame.release().description();
    this.shown = ShownAmount.of(request);
  }

  /**
   * An offer that was judged.
   *
   * @param key business key
   * @param code why it cannot be booked; null where it can
   */
  public record JudgedOffer(List<String> key, WhyNot code) {

    /** Copies the key. */
    public JudgedOffer {
      key = List.copyOf(key);
    }
  }

  /** Returns the JSON of an answer about a whole result, compact. */
  public String write(WhyNotSearch.Answer answer) {
    ObjectNode document = frame.open();
    document.put("properties", answer.asked().properties());
    document.put("matching", answer.asked().matching());
    writeCounts(answer.asked(), document);
    return finish(answer, document);
  }

  /**
   * Returns the JSON of an answer about one property, compact.
   *
   * @param key business key of the property
   * @param answer about this property alone; about none where it does not pass the property filters
   * @param offers those of its offers that pass the offer filters
   */
  public String write(List<String> key, WhyNotSearch.Answer answer, List<JudgedOffer> offers) {
    ObjectNode document = frame.open();
    AnswerWriter.writeKey(key, document);
    document.put("passes_filters", answer.asked().properties() > 0);
    document.put("code", code(answer.asked().whyNot().keySet().stream().findFirst().orElse(null)));
    ArrayNode list = document.putArray("offers");
    for (JudgedOffer offer : offers) {
      ObjectNode entry = list.addObject();
      ArrayNode components = entry.putArray("key");
      offer.key().forEach(components::add);
      entry.put("code", code(offer.code()));
    }
    return finish(answer, document);
  }

  /** Writes how many properties have which code, in the order of the codes. */
  public static void writeCounts(Outcome outcome, ObjectNode document) {
    ArrayNode list = document.putArray("why_not");
    outcome
        .whyNot()
        .forEach((code, count) -> list.addObject().put("code", code.code()).put("count", count));
  }

  private static String code(WhyNot code) {
    return code == null ? null : code.code();
  }

  private String finish(WhyNotSearch.Answer answer, ObjectNode document) {
    ArrayNode hints = document.putArray("hints");
    answer.hints().forEach(hint -> writeHint(hint, hints.addObject()));
    frame.writeWarnings(document);
    frame.writeDataAge(document);
    return document.toString();
  }

  private void writeHint(Hint hint, ObjectNode json) {
    switch (hint.kind()) {
      case CHECK_IN ->
          json.put(
              "check_in", description.horizon().firstNight().plusDays(hint.value()).toString());
      case ROOMS -> json.put("rooms", hint.value());
      case BUDGET -> json.putObject("budget").put("max", hint.value());
    }
    ShownAmount amount =
        hint.kind() == Kind.ROOMS ? shown.withRooms(Math.toIntExact(hint.value())) : shown;
    json.put("count", hint.properties());
    json.putObject("price")
        .put("min", amount.of(hint.lowest()))
        .put("currency", description.currency().code());
  }
}
