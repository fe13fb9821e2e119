package tatami.endtoend;

import java.time.Instant;
import java.util.List;
import tatami.oracle.hotel.HotelAnswer;
import tatami.oracle.hotel.HotelFeature;
import tatami.oracle.hotel.HotelOracle;
import tatami.oracle.hotel.Sightings;
import tools.jackson.databind.JsonNode;

/**
 * A question, and what the product answered.
 *
 * @param pages of a search all up to a few; else one answer
 */
record HotelExchange(HotelQuestion question, Instant now, List<JsonNode> pages) {

  /** Copies the list. */
  HotelExchange {
    pages = List.copyOf(pages);
  }

  /**
   * What a comparison found.
   *
   * @param differences in words; empty if there are none
   * @param sightings what the question met
   */
  record Verdict(List<String> differences, Sightings sightings) {}

  /** Compares with an oracle. */
  Verdict judge(HotelOracle oracle) {
    HotelComparison comparison = new HotelComparison();
    Sightings sightings = compare(oracle, comparison);
    return new Verdict(comparison.differences(), sightings);
  }

  private Sightings compare(HotelOracle oracle, HotelComparison comparison) {
    JsonNode first = pages.get(0);
    if (question instanceof HotelQuestion.Calendar calendar) {
      HotelAnswer.Calendar expected =
          oracle.calendar(calendar.request(), calendar.from(), calendar.to(), now);
      comparison.compareCalendar(expected, first);
      return expected.sightings();
    }
    if (question instanceof HotelQuestion.WhyNot whyNot && whyNot.key() != null) {
      HotelAnswer.WhyNotOfOne expected = oracle.whyNot(whyNot.request(), whyNot.key(), now);
      comparison.compareWhyNot(expected, first);
      return expected.sightings();
    }
    if (question instanceof HotelQuestion.WhyNot whyNot) {
      HotelAnswer.WhyNot expected = oracle.whyNot(whyNot.request(), now);
      comparison.compareWhyNot(expected, first);
      return expected.sightings();
    }
    HotelAnswer expected = oracle.search(question.request(), now);
    comparison.compareSearch(question.request(), expected, pages);
    if (pages.size() > 1) {
      expected.sightings().features().add(HotelFeature.SEVERAL_PAGES);
    }
    if (!expected.unknownValues().isEmpty()) {
      expected.sightings().features().add(HotelFeature.UNKNOWN_VALUE);
    }
    return expected.sightings();
  }
}
