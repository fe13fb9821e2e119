package tatami.query.stay;

import java.util.BitSet;
import java.util.Objects;

/**
 * What a question about stays is put to.
 *
 * @param properties surrogates of the properties that pass the property filters
 * @param offers their offers that pass the offer filters
 * @param cells what those offers are judged by
 */
public record Candidates(BitSet properties, Offers offers, StayCells cells) {

  /** Refuses a missing part. */
  public Candidates {
    Objects.requireNonNull(properties, "properties");
    Objects.requireNonNull(offers, "offers");
    Objects.requireNonNull(cells, "cells");
  }

  /** Returns what there is of one property: nothing where it is not among them. */
  public Candidates only(int property) {
    BitSet one = new BitSet();
    one.set(property, properties.get(property));
    int first = 0;
    while (first < offers.count() && offers.property(first) < property) {
      first++;
    }
    int end = first;
    while (end < offers.count() && offers.property(end) == property) {
      end++;
    }
    return new Candidates(one, new SomeOffers(offers, first, end - first), cells);
  }

  /** Offers that follow each other among others. */
  private record SomeOffers(Offers all, int first, int count) implements Offers {

    @Override
    public int id(int position) {
      return all.id(first + position);
    }

    @Override
    public int property(int position) {
      return all.property(first + position);
    }

    @Override
    public int stock(int position) {
      return all.stock(first + position);
    }

    @Override
    public long number(OfferNumber number, int position) {
      return all.number(number, first + position);
    }
  }
}
