package tatami.query.mirror.column;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntConsumer;
import tatami.query.mirror.bits.Bits;
import tatami.query.stay.OfferNumber;
import tatami.query.stay.Offers;

/**
 * What offers have besides filters, by surrogate. As {@link Offers} the position of an offer is its
 * surrogate.
 */
public final class OfferColumns implements Offers {

  private final int[] properties;
  private final int[] stocks;
  private final NumberColumn[] numbers;

  /** Offers that were not taken out. */
  private final long[] sold;

  /** Offers by stock; those of a stock start where it says in the other array. */
  private final int[] ofStock;

  private final int[] firstOfStock;

  /** By property: its first offer, and behind the last property the number of offers. */
  private final int[] firstOffers;

  /**
   * Takes columns.
   *
   * @param properties by offer, ascending
   * @param stocks by offer
   * @param numbers those that the release has
   * @param propertyCount how many properties there are
   */
  public OfferColumns(
      int[] properties, int[] stocks, Map<OfferNumber, NumberColumn> numbers, int propertyCount) {
    this.properties = properties;
    this.stocks = stocks;
    this.numbers = new NumberColumn[OfferNumber.values().length];
    numbers.forEach((number, column) -> this.numbers[number.ordinal()] = column);
    firstOffers = new int[propertyCount + 1];
    sold = Bits.all(properties.length);
    firstOfStock = new int[Arrays.stream(stocks).max().orElse(-1) + 2];
    ofStock = new int[stocks.length];
    sortByStock();
    int offer = 0;
    for (int property = 0; property <= propertyCount; property++) {
      while (offer < properties.length && properties[offer] < property) {
        offer++;
      }
      firstOffers[property] = offer;
    }
  }

  private void sortByStock() {
    for (int stock : stocks) {
      firstOfStock[stock + 1]++;
    }
    for (int stock = 1; stock < firstOfStock.length; stock++) {
      firstOfStock[stock] += firstOfStock[stock - 1];
    }
    int[] next = firstOfStock.clone();
    for (int offer = 0; offer < stocks.length; offer++) {
      ofStock[next[stocks[offer]]++] = offer;
    }
  }

  @Override
  public int count() {
    return properties.length;
  }

  @Override
  public int id(int position) {
    return position;
  }

  @Override
  public int property(int position) {
    return properties[position];
  }

  @Override
  public int stock(int position) {
    return stocks[position];
  }

  @Override
  public long number(OfferNumber number, int position) {
    NumberColumn column = numbers[number.ordinal()];
    return column == null ? ABSENT : column.at(position);
  }

  /** Returns the first offer of a property, or of the next one that has one. */
  public int firstOffer(int property) {
    return firstOffers[property];
  }

  /** Returns the offers that were not taken out. Not to be changed. */
  public long[] sold() {
    return sold;
  }

  /** Takes an offer out, while nobody reads. */
  public void takeOut(int offer) {
    Bits.clear(sold, offer);
  }

  /** Gives every offer of a stock; some stocks have none. */
  public void eachOfStock(int stock, IntConsumer consumer) {
    if (stock >= firstOfStock.length - 1) {
      return;
    }
    for (int at = firstOfStock[stock]; at < firstOfStock[stock + 1]; at++) {
      consumer.accept(ofStock[at]);
    }
  }

  /** Returns how many properties there are. */
  public int properties() {
    return firstOffers.length - 1;
  }

  /** Returns about how many bytes they take. */
  public long bytes() {
    long bytes =
        (properties.length + 2 * stocks.length + firstOfStock.length + firstOffers.length)
            * (long) Integer.BYTES;
    for (NumberColumn column : numbers) {
      bytes += column == null ? 0 : column.bytes();
    }
    return bytes;
  }
}
