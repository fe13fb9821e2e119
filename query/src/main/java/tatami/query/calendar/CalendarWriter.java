package tatami.query.calendar;

import java.util.List;
import tatami.query.answer.AnswerFrame;
import tatami.query.answer.ShownAmount;
import tatami.query.request.SearchRequest;
import tatami.query.survey.Outcome;
import tatami.query.whynot.WhyNotWriter;
import tatami.searchtable.description.ReleaseDescription;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a calendar as JSON. */
public final class CalendarWriter {

  private final AnswerFrame frame;
  private final ReleaseDescription description;
  private final ShownAmount shown;

  /**
   * Starts an answer.
   *
   * @param request says how amounts are shown
   */
  public CalendarWriter(AnswerFrame frame, SearchRequest request) {
    this.frame = frame;
    this.description = frame.release().description();
    this.shown = ShownAmount.of(request);
  }

  /** Returns the answer's JSON, compact. */
  public String write(List<Outcome> outcomes) {
    ObjectNode document = frame.open();
    ArrayNode days = document.putArray("days");
    outcomes.forEach(outcome -> writeDay(outcome, days.addObject()));
    frame.writeWarnings(document);
    frame.writeDataAge(document);
    return document.toString();
  }

  private void writeDay(Outcome outcome, ObjectNode day) {
    day.put("check_in", description.horizon().firstNight().plusDays(outcome.checkIn()).toString());
    if (outcome.matching() == 0) {
      day.putNull("price").put("properties", 0);
      WhyNotWriter.writeCounts(outcome, day);
    } else {
      day.putObject("price")
          .put("min", shown.of(outcome.lowest()))
          .put("max", shown.of(outcome.highest()))
          .put("currency", description.currency().code());
      day.put("properties", outcome.matching());
    }
  }
}
