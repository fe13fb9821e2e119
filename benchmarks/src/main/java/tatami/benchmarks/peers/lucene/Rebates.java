package tatami.benchmarks.peers.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.SortedNumericDocValues;
import tatami.benchmarks.peers.folded.Rebate;

/** Applies the rebates of offers; documents are asked in ascending order. */
final class Rebates {

  private static final int WHOLE = 10_000;

  private final OfferIndex index;
  private final SortedNumericDocValues rebates;
  private final int nights;
  private final int adults;
  private final int[] prices;

  /**
   * Opens the rebates.
   *
   * @param nights of the stay
   * @param adults whose prices a night costs
   */
  Rebates(OfferIndex index, int nights, int adults) throws IOException {
    this.index = index;
    this.rebates = index.leaf().getSortedNumericDocValues(OfferFields.REBATES);
    this.nights = nights;
    this.adults = adults;
    this.prices = new int[nights];
  }

  /**
   * Returns the smallest total that a rebate gives.
   *
   * @param sum of the nights for all adults
   * @param priceOfNight for each night of the stay a row of prices for one adult
   * @param firstNight the row of the first night
   * @param column of the offer in each row
   */
  long total(int document, long sum, int[][] priceOfNight, int firstNight, int column)
      throws IOException {
    if (!index.hasRebate(document) || !rebates.advanceExact(document)) {
      return sum;
    }
    long smallest = sum;
    for (int number = 0; number < rebates.docValueCount(); number++) {
      Rebate rebate = OfferFields.rebate(rebates.nextValue());
      if (rebate.fromNights() <= nights) {
        for (int night = 0; night < nights; night++) {
          prices[night] = priceOfNight[firstNight + night][column];
        }
        smallest = Math.min(smallest, total(rebate, sum));
      }
    }
    return smallest;
  }

  private long total(Rebate rebate, long sum) {
    return switch (rebate.kind()) {
      case BASIS_POINTS -> (sum * (WHOLE - rebate.value()) + WHOLE / 2) / WHOLE;
      case AMOUNT -> Math.max(0, sum - (long) rebate.value() * nights);
      case FREE_NIGHT -> sum - (long) adults * cheapest(nights / rebate.value());
    };
  }

  private long cheapest(int count) {
    Arrays.sort(prices);
    long free = 0;
    for (int night = 0; night < count; night++) {
      free += prices[night];
    }
    return free;
  }
}
