package tatami.benchmarks.peers.folded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Which lengths of stay a plan allows on each day of arrival, as one bit for each. */
public final class StayRules {

  /** The longest stay of the catalog. */
  public static final int MOST_NIGHTS = 30;

  private static final int ALL = (1 << MOST_NIGHTS) - 1;

  private final int nights;

  StayRules(int nights) {
    this.nights = nights;
  }

  /** The days of a hotel that are closed, and on which nobody arrives or leaves. */
  record HotelDays(BitSet closed, BitSet arrivalClosed, BitSet departureClosed) {
    HotelDays() {
      this(new BitSet(), new BitSet(), new BitSet());
    }
  }

  /**
   * What a plan says of a day; null for nothing.
   *
   * @param pattern character number n is 1 if n nights from that day on are allowed
   */
  record PlanDay(
      int day,
      boolean stopSell,
      Integer minimum,
      Integer maximum,
      Integer minimumThrough,
      Integer maximumThrough,
      String pattern) {}

  /** What a plan says of all days, and of some. */
  record PlanRules(Integer minimum, Integer maximum, List<PlanDay> days) {
    PlanRules(Integer minimum, Integer maximum) {
      this(minimum, maximum, new ArrayList<>());
    }
  }

  /** Returns for each day of arrival a bit n − 1 for each n nights that are allowed. */
  int[] allowed(PlanRules plan, HotelDays hotel) {
    int[] arrival = new int[nights];
    int[] through = new int[nights];
    Arrays.fill(arrival, range(plan.minimum(), plan.maximum()));
    Arrays.fill(through, ALL);
    for (PlanDay day : plan.days()) {
      arrival[day.day()] =
          range(first(day.minimum(), plan.minimum()), first(day.maximum(), plan.maximum()))
              & pattern(day.pattern());
      through[day.day()] = range(day.minimumThrough(), day.maximumThrough());
    }
    hotel.arrivalClosed().stream().filter(day -> day < nights).forEach(day -> arrival[day] = 0);
    if (!plan.days().isEmpty() || !hotel.departureClosed().isEmpty()) {
      for (int day = 0; day < nights; day++) {
        arrival[day] &= leaving(day, through, hotel.departureClosed());
      }
    }
    return arrival;
  }

  private int leaving(int day, int[] through, BitSet departureClosed) {
    int allowed = 0;
    int all = ALL;
    int most = Math.min(MOST_NIGHTS, nights - day);
    for (int length = 1; length <= most; length++) {
      all &= through[day + length - 1];
      if (!departureClosed.get(day + length)) {
        allowed |= all & 1 << (length - 1);
      }
    }
    return allowed;
  }

  private static Integer first(Integer ofDay, Integer ofPlan) {
    return ofDay == null ? ofPlan : ofDay;
  }

  private static int range(Integer minimum, Integer maximum) {
    int low = minimum == null ? 0 : Math.max(0, Math.min(MOST_NIGHTS, minimum - 1));
    int high = maximum == null ? MOST_NIGHTS : Math.max(0, Math.min(MOST_NIGHTS, maximum));
    return high <= low ? 0 : (1 << high) - (1 << low);
  }

  private static int pattern(String pattern) {
    int allowed = pattern == null ? ALL : 0;
    for (int length = 1; pattern != null && length <= pattern.length(); length++) {
      if (length <= MOST_NIGHTS && pattern.charAt(length - 1) == '1') {
        allowed |= 1 << (length - 1);
      }
    }
    return allowed;
  }
}
