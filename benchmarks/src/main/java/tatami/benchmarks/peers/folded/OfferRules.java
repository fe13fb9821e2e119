package tatami.benchmarks.peers.folded;

import java.util.List;

/**
 * What an offer says about all its nights, as far as clock or question decide.
 *
 * @param meal its number, negative for none
 * @param saleFrom the first day of sale in days since 1970; the least integer for none
 * @param saleTo the last one; the largest integer for none
 * @param closeSeconds sales end so many seconds before the midnight that begins the day of arrival;
 *     negative: after it; see {@link #NEVER_CLOSES}
 * @param advanceMinimum fewest days between today and the day of arrival; the least integer for
 *     none
 * @param advanceMaximum most days; the largest integer for none
 * @param rebates none of them twice
 */
public record OfferRules(
    int meal,
    int saleFrom,
    int saleTo,
    int closeSeconds,
    int advanceMinimum,
    int advanceMaximum,
    List<Rebate> rebates) {

  /** More than a day after the midnight that begins the day of arrival: later than any search. */
  public static final int NEVER_CLOSES = -1_000_000_000;

  /** Copies the list. */
  public OfferRules {
    rebates = List.copyOf(rebates);
  }
}
