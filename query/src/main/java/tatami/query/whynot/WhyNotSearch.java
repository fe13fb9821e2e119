package tatami.query.whynot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tatami.query.request.PriceRequest;
import tatami.query.stay.Candidates;
import tatami.query.stay.StayTerms.StayJudge;
import tatami.query.stay.WhyNot;
import tatami.query.survey.Outcome;
import tatami.query.survey.StaySurvey;
import tatami.query.survey.Stays;
import tatami.query.whynot.Hint.Kind;

/** Tells why candidates cannot be booked for a stay, and what change of it is nearest. */
public final class WhyNotSearch {

  private static final int[] SHIFTS = {-1, 1, -2, 2, -3, 3};

  /** Most days by which a hint moves the check-in. */
  public static final int MOST_DAYS = 3;

  private final Candidates candidates;
  private final StayJudge judge;
  private final AskedStay stay;
  private final PriceRequest budget;

  /**
   * Asks about candidates.
   *
   * @param candidates with the cells of every stay of the window
   * @param judge of the candidates' offers and cells
   */
  public WhyNotSearch(Candidates candidates, StayJudge judge, AskedStay stay, PriceRequest budget) {
    this.candidates = candidates;
    this.judge = judge;
    this.stay = stay;
    this.budget = budget;
  }

  /**
   * A stay, and how far its check-in may be moved.
   *
   * @param checkIn night of the asked check-in
   * @param window stays whose check-ins may be looked at, the asked one among them
   */
  public record AskedStay(int checkIn, Stays window) {

    /** Refuses a window without the stay. */
    public AskedStay {
      if (checkIn < window.firstCheckIn() || checkIn > window.lastCheckIn()) {
        throw new IllegalArgumentException("checkIn=" + checkIn + " window=" + window);
      }
    }

    /**
     * Makes the window of a stay.
     *
     * @param firstNight earliest check-in that may be looked at
     * @param endNight night at whose morning the horizon ends
     */
    public static AskedStay of(int checkIn, int nights, int firstNight, int endNight) {
      int first = Math.max(firstNight, checkIn - MOST_DAYS);
      int last = Math.min(endNight - nights, checkIn + MOST_DAYS);
      return new AskedStay(checkIn, new Stays(first, last, nights));
    }

    boolean isInWindow(int night) {
      return night >= window.firstCheckIn() && night <= window.lastCheckIn();
    }

    private Stays alone() {
      return new Stays(checkIn, checkIn, window.nights());
    }
  }

  /**
   * What is answered.
   *
   * @param asked what comes out of the stay as asked
   * @param hints changes that give results, nearest first
   */
  public record Answer(Outcome asked, List<Hint> hints) {

    /** Copies the list. */
    public Answer {
      hints = List.copyOf(hints);
    }
  }

  /**
   * Answers.
   *
   * @param otherRooms judges of the same candidates, by a number of rooms to which the same people
   *     could be split
   */
  public Answer answer(SortedMap<Integer, StayJudge> otherRooms) {
    List<Outcome> window = StaySurvey.of(candidates, judge, stay.window(), budget);
    Outcome asked = window.get(stay.checkIn() - stay.window().firstCheckIn());
    List<Hint> hints = new ArrayList<>();
    for (int shift : SHIFTS) {
      int night = stay.checkIn() + shift;
      if (stay.isInWindow(night)) {
        addHint(Kind.CHECK_IN, night, window.get(night - stay.window().firstCheckIn()), hints);
      }
    }
    for (Map.Entry<Integer, StayJudge> other : otherRooms.entrySet()) {
      Outcome outcome = StaySurvey.of(candidates, other.getValue(), stay.alone(), budget).get(0);
      addHint(Kind.ROOMS, other.getKey(), outcome, hints);
    }
    if (asked.matching() == 0 && asked.aboveBudget() != null) {
      long total = asked.aboveBudget().total();
      hints.add(new Hint(Kind.BUDGET, total, asked.aboveBudget().properties(), total));
    }
    return new Answer(asked, hints);
  }

  /** Lists the codes of the candidates' offers for the stay as asked; null is bookable. */
  public List<WhyNot> listCodes() {
    List<WhyNot> codes = new ArrayList<>();
    for (int position = 0; position < candidates.offers().count(); position++) {
      codes.add(code(judge.judge(position, stay.checkIn(), stay.window().nights())));
    }
    return codes;
  }

  private WhyNot code(long total) {
    if (total < 0) {
      return WhyNot.values()[Math.toIntExact(-1 - total)];
    }
    return total < budget.lowest() || total > budget.highest() ? WhyNot.OVER_BUDGET : null;
  }

  private static void addHint(Kind kind, int value, Outcome outcome, List<Hint> hints) {
    if (outcome.matching() > 0) {
      hints.add(new Hint(kind, value, outcome.matching(), outcome.lowest()));
    }
  }
}
