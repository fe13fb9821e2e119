package tatami.query.survey;

import java.util.EnumMap;
import java.util.Map;
import tatami.query.stay.WhyNot;
import tatami.query.survey.Outcome.AboveBudget;

/** Counts the properties of one check-in. Not thread-safe. */
final class OutcomeTally {

  private static final WhyNot[] CODES = WhyNot.values();

  private final int checkIn;
  private final int[] whyNot = new int[CODES.length];
  private int matching;
  private long lowest = Long.MAX_VALUE;
  private long highest;
  private long aboveBudget = Long.MAX_VALUE;
  private int propertiesAboveBudget;

  OutcomeTally(int checkIn) {
    this.checkIn = checkIn;
  }

  int checkIn() {
    return checkIn;
  }

  void addMatch(long lowestTotal, long highestTotal) {
    matching++;
    lowest = Math.min(lowest, lowestTotal);
    highest = Math.max(highest, highestTotal);
  }

  void addWhyNot(int code, int properties) {
    whyNot[code] += properties;
  }

  void addAboveBudget(long total) {
    if (total < aboveBudget) {
      aboveBudget = total;
      propertiesAboveBudget = 0;
    }
    if (total == aboveBudget) {
      propertiesAboveBudget++;
    }
  }

  Outcome outcome(int properties) {
    Map<WhyNot, Integer> counts = new EnumMap<>(WhyNot.class);
    for (WhyNot code : CODES) {
      if (whyNot[code.ordinal()] > 0) {
        counts.put(code, whyNot[code.ordinal()]);
      }
    }
    return new Outcome(
        checkIn,
        properties,
        matching,
        matching == 0 ? null : lowest,
        matching == 0 ? null : highest,
        counts,
        propertiesAboveBudget == 0 ? null : new AboveBudget(aboveBudget, propertiesAboveBudget));
  }
}
