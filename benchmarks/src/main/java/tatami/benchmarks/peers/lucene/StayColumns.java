package tatami.benchmarks.peers.lucene;

import java.io.IOException;
import org.apache.lucene.index.NumericDocValues;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.peers.folded.NumberedSearch;

/**
 * The totals of one stay, a block of offers at a time and a column after the other: a column's
 * values are read in one loop, and an offer that fails one is not looked up in the next.
 */
final class StayColumns {

  /** Offers at a time; what is kept of them fits the first cache. */
  static final int BLOCK = 1024;

  private final int day;
  private final int bit;
  private final int adults;
  private final long budget;
  private final NumericDocValues stays;
  private final NumericDocValues[] prices;
  private final int[][] priceOfNight;
  private final ClockRules clock;
  private final Rebates rebates;
  private final int[] kept = new int[BLOCK];
  private final int[] sums = new int[BLOCK];

  StayColumns(OfferIndex index, NumberedSearch numbered) throws IOException {
    MixedSearch search = numbered.search();
    this.day = numbered.checkIn();
    this.bit = numbered.lengthBit();
    this.adults = search.adults();
    this.budget = numbered.budget();
    this.stays = index.values(OfferFields.stays(day));
    this.prices = new NumericDocValues[search.nights()];
    for (int night = 0; night < prices.length; night++) {
      prices[night] = index.values(OfferFields.price(day + night));
    }
    this.priceOfNight = new int[prices.length][BLOCK];
    this.clock = new ClockRules(index, numbered);
    this.rebates = new Rebates(index, prices.length, adults);
  }

  /**
   * Keeps the offers that can be booked within the budget.
   *
   * @param documents ascending; those that are kept come first afterwards
   * @param totals of those that are kept
   * @return how many are kept
   */
  int keep(int[] documents, int count, long[] totals) throws IOException {
    int left = keepAllowed(documents, count);
    for (int night = 0; night < prices.length && left > 0; night++) {
      left = keepPriced(documents, left, night);
    }
    int bookable = 0;
    for (int place = 0; place < left; place++) {
      int column = kept[place];
      int document = documents[column];
      if (clock.read(document) && clock.allows(day)) {
        long total = rebates.total(document, (long) adults * sums[column], priceOfNight, 0, column);
        if (total <= budget) {
          documents[bookable] = document;
          totals[bookable] = total;
          bookable++;
        }
      }
    }
    return bookable;
  }

  private int keepAllowed(int[] documents, int count) throws IOException {
    int left = 0;
    for (int column = 0; column < count; column++) {
      stays.advanceExact(documents[column]);
      if ((stays.longValue() & bit) != 0) {
        kept[left++] = column;
        sums[column] = 0;
      }
    }
    return left;
  }

  private int keepPriced(int[] documents, int count, int night) throws IOException {
    NumericDocValues values = prices[night];
    int[] row = priceOfNight[night];
    int left = 0;
    for (int place = 0; place < count; place++) {
      int column = kept[place];
      values.advanceExact(documents[column]);
      int price = (int) values.longValue();
      if (price >= 0) {
        row[column] = price;
        sums[column] += price;
        kept[left++] = column;
      }
    }
    return left;
  }
}
