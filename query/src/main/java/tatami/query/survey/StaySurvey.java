package tatami.query.survey;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import tatami.query.request.PriceRequest;
import tatami.query.stay.CandidateReader;
import tatami.query.stay.Candidates;
import tatami.query.stay.Offers;
import tatami.query.stay.StayTerms;
import tatami.query.stay.StayTerms.StayJudge;
import tatami.query.stay.WhyNot;

/**
 * Judges all candidates for several check-ins in one pass over the offers, so that the cells of an
 * offer are near each other when they are read. A property's code is the one furthest down the
 * table among its offers.
 */
public final class StaySurvey {

  private final Offers offers;
  private final StayJudge judge;
  private final int nights;
  private final PriceRequest budget;
  private final List<OutcomeTally> tallies;

  private StaySurvey(Offers offers, StayJudge judge, Stays stays, PriceRequest budget) {
    this.offers = offers;
    this.judge = judge;
    this.nights = stays.nights();
    this.budget = budget;
    this.tallies =
        IntStream.rangeClosed(stays.firstCheckIn(), stays.lastCheckIn())
            .mapToObj(OutcomeTally::new)
            .toList();
  }

  /**
   * Returns what comes out of each check-in of a search, ascending.
   *
   * @param terms of the search
   * @param budget of the search
   */
  public static List<Outcome> of(
      CandidateReader reader, StayTerms terms, Stays stays, PriceRequest budget)
      throws SQLException {
    Candidates candidates =
        reader.read(terms.needs(stays.firstCheckIn(), stays.lastCheckIn(), stays.nights()));
    StayJudge judge = terms.judge(candidates.offers(), candidates.cells());
    return of(candidates, judge, stays, budget);
  }

  /**
   * Returns what comes out of each check-in, ascending.
   *
   * @param judge of the candidates' offers and cells
   */
  public static List<Outcome> of(
      Candidates candidates, StayJudge judge, Stays stays, PriceRequest budget) {
    StaySurvey survey = new StaySurvey(candidates.offers(), judge, stays, budget);
    int properties = candidates.properties().cardinality();
    int withoutOffer = properties - survey.judgeAll();
    survey.tallies.forEach(tally -> tally.addWhyNot(WhyNot.NO_OFFER.ordinal(), withoutOffer));
    return survey.tallies.stream().map(tally -> tally.outcome(properties)).toList();
  }

  /** Returns how many properties have offers. */
  private int judgeAll() {
    int properties = 0;
    int first = 0;
    while (first < offers.count()) {
      int end = first + 1;
      while (end < offers.count() && offers.property(end) == offers.property(first)) {
        end++;
      }
      for (OutcomeTally tally : tallies) {
        judgeProperty(tally, first, end);
      }
      properties++;
      first = end;
    }
    return properties;
  }

  private void judgeProperty(OutcomeTally tally, int first, int end) {
    long lowest = Long.MAX_VALUE;
    long highest = -1;
    long aboveBudget = Long.MAX_VALUE;
    int code = -1;
    for (int position = first; position < end; position++) {
      long total = judge.judge(position, tally.checkIn(), nights);
      if (total < 0) {
        code = Math.max(code, Math.toIntExact(-1 - total));
      } else if (total < budget.lowest() || total > budget.highest()) {
        code = WhyNot.OVER_BUDGET.ordinal();
        aboveBudget = total > budget.highest() ? Math.min(aboveBudget, total) : aboveBudget;
      } else {
        lowest = Math.min(lowest, total);
        highest = Math.max(highest, total);
      }
    }
    if (highest >= 0) {
      tally.addMatch(lowest, highest);
    } else {
      tally.addWhyNot(code, 1);
    }
    if (aboveBudget < Long.MAX_VALUE) {
      tally.addAboveBudget(aboveBudget);
    }
  }
}
