package tatami.query.stay;

import java.util.Arrays;
import java.util.List;
import tatami.query.stay.split.StayRebate;
import tatami.searchtable.description.LongStay;
import tatami.searchtable.description.LongStay.Rebate;

/** What stays of one length cost less, by each rebate list of a release. Immutable. */
public final class RebateTerms {

  private final int nights;
  private final StayRebate[] byList;

  /**
   * Compiles the lists.
   *
   * @param nights length of a stay
   * @param rooms how many
   */
  RebateTerms(List<LongStay> lists, int nights, int rooms) {
    this.nights = nights;
    byList =
        lists.stream().map(list -> new BestRules(list, nights, rooms)).toArray(StayRebate[]::new);
  }

  /** Returns the length of the stays. */
  int nights() {
    return nights;
  }

  /**
   * Returns what a list takes off.
   *
   * @param list its number, or {@link Offers#ABSENT}
   */
  StayRebate of(long list) {
    return list == Offers.ABSENT ? StayRebate.NONE : byList[(int) list];
  }

  /**
   * Tells whether a list gives nights away, so that it matters what each costs.
   *
   * @param list its number
   */
  public boolean hasFreeNights(long list) {
    return byList[(int) list].freeNights() > 0;
  }

  /**
   * Returns what a list that gives no nights away leaves of the sum of a stay.
   *
   * @param list its number, or {@link Offers#ABSENT}
   */
  public long ofSum(long list, long sum) {
    return list == Offers.ABSENT ? sum : byList[(int) list].ofSum(sum);
  }

  /**
   * Returns the total of a stay.
   *
   * @param list its number, or {@link Offers#ABSENT}
   * @param nightTotals what each night costs over all rooms; as many as there are nights, more are
   *     not looked at; in another order afterwards
   * @throws ArithmeticException when the sum is beyond 64 bits
   */
  public long total(long list, long[] nightTotals) {
    long sum = 0;
    for (int night = 0; night < nights; night++) {
      sum = Math.addExact(sum, nightTotals[night]);
    }
    if (list == Offers.ABSENT) {
      return sum;
    }
    StayRebate rebate = of(list);
    long total = rebate.ofSum(sum);
    int free = rebate.freeNights();
    return free == 0 ? total : Math.min(total, sum - cheapest(nightTotals, free));
  }

  private long cheapest(long[] nightTotals, int count) {
    Arrays.sort(nightTotals, 0, nights);
    long sum = 0;
    for (int night = 0; night < count; night++) {
      sum += nightTotals[night];
    }
    return sum;
  }

  /**
   * The best rule of each kind: the larger share, the larger amount and the more free nights never
   * give a larger result.
   */
  private static final class BestRules implements StayRebate {

    private static final long WHOLE = 10_000;

    private long share;
    private long amount;
    private int freeNights;

    BestRules(LongStay list, int nights, int rooms) {
      for (Rebate rule : list.rules()) {
        if (nights >= rule.fromNights()) {
          add(rule, nights, rooms);
        }
      }
    }

    private void add(Rebate rule, int nights, int rooms) {
      switch (rule.kind()) {
        case SHARE -> share = Math.max(share, rule.value());
        case AMOUNT -> amount = Math.max(amount, product(rule.value(), (long) nights * rooms));
        case FREE_NIGHTS -> freeNights = (int) Math.max(freeNights, nights / rule.value());
      }
    }

    /** An amount that no sum reaches stands for every larger one. */
    private static long product(long value, long roomNights) {
      return value > Long.MAX_VALUE / roomNights ? Long.MAX_VALUE : value * roomNights;
    }

    @Override
    public long ofSum(long sum) {
      return Math.min(NightPrice.share(sum, WHOLE - share), Math.max(0, sum - amount));
    }

    @Override
    public int freeNights() {
      return freeNights;
    }
  }
}
