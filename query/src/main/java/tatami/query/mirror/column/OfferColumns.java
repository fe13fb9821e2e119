package tatami.query.mirror.column;

import java.util.Map;
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
    int offer = 0;
    for (int property = 0; property <= propertyCount; property++) {
      while (offer < properties.length && properties[offer] < property) {
        offer++;
      }
      firstOffers[property] = offer;
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

  /** Returns the column of a number, null where the release has no such rule. */
  public NumberColumn column(OfferNumber number) {
    return numbers[number.ordinal()];
  }

  /** Returns the first offer of a property, or of the next one that has one. */
  public int firstOffer(int property) {
    return firstOffers[property];
  }

  /** Returns how many properties there are. */
  public int properties() {
    return firstOffers.length - 1;
  }

  /** Returns about how many bytes they take. */
  public long bytes() {
    long bytes = (properties.length + stocks.length + firstOffers.length) * (long) Integer.BYTES;
    for (NumberColumn column : numbers) {
      bytes += column == null ? 0 : column.bytes();
    }
    return bytes;
  }
}
