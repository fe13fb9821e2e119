package tatami.query.stay;

import java.util.Arrays;
import java.util.List;
import tatami.searchtable.description.LongStay;
import tatami.searchtable.description.LongStay.Rebate;

/**
 * What stays of one length cost less: the best rule of each kind of each rebate list. Of one kind,
 * the larger share, the larger amount and the more free nights never give a larger result. Not
 * thread-safe.
 */
final class RebateTerms {

  private static final long WHOLE = 10_000;

  private final int nights;
  private final long[] share;
  private final long[] amount;
  private final int[] freeNights;
  private final long[] sorted;

  /**
   * Compiles the lists.
   *
   * @param nights length of a stay
   * @param rooms how many
   */
  RebateTerms(List<LongStay> lists, int nights, int rooms) {
    this.nights = nights;
    share = new long[lists.size()];
    amount = new long[lists.size()];
    freeNights = new int[lists.size()];
    sorted = new long[nights];
    long roomNights = (long) nights * rooms;
    for (int list = 0; list < share.length; list++) {
      for (Rebate rule : lists.get(list).rules()) {
        if (nights >= rule.fromNights()) {
          add(list, rule, roomNights);
        }
      }
    }
  }

  private void add(int list, Rebate rule, long roomNights) {
    switch (rule.kind()) {
      case SHARE -> share[list] = Math.max(share[list], rule.value());
      case AMOUNT -> amount[list] = Math.max(amount[list], product(rule.value(), roomNights));
      case FREE_NIGHTS ->
          freeNights[list] = (int) Math.max(freeNights[list], nights / rule.value());
    }
  }

  private static long product(long value, long roomNights) {
    return value > Long.MAX_VALUE / roomNights ? Long.MAX_VALUE : value * roomNights;
  }

  /** Returns the length of the stays. */
  int nights() {
    return nights;
  }

  /** Returns how many nights are free; 0 for {@link Offers#ABSENT}, no list. */
  int freeNights(long list) {
    return list == Offers.ABSENT ? 0 : freeNights[(int) list];
  }

  /**
   * Returns the total of a stay.
   *
   * @param list number of the list, or {@link Offers#ABSENT}
   * @param nightTotals what each night costs over all rooms; as many as there are nights, more are
   *     not looked at
   * @throws ArithmeticException when the sum is beyond 64 bits
   */
  long total(long list, long[] nightTotals) {
    long sum = 0;
    for (int night = 0; night < nights; night++) {
      sum = Math.addExact(sum, nightTotals[night]);
    }
    if (list == Offers.ABSENT) {
      return sum;
    }
    long reduced = reduced((int) list, sum);
    int free = freeNights[(int) list];
    return free == 0 ? reduced : Math.min(reduced, sum - cheapest(nightTotals, free));
  }

  private long reduced(int list, long sum) {
    long byShare = NightPrice.share(sum, WHOLE - share[list]);
    return Math.min(byShare, Math.max(0, sum - amount[list]));
  }

  private long cheapest(long[] nightTotals, int count) {
    System.arraycopy(nightTotals, 0, sorted, 0, nights);
    Arrays.sort(sorted);
    long sum = 0;
    for (int night = 0; night < count; night++) {
      sum += sorted[night];
    }
    return sum;
  }
}
