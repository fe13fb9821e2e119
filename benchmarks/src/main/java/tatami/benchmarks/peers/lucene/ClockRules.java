package tatami.benchmarks.peers.lucene;

import java.io.IOException;
import org.apache.lucene.index.NumericDocValues;
import tatami.benchmarks.peers.folded.NumberedSearch;

/** What the clock decides of an offer; documents are asked in ascending order. */
final class ClockRules {

  private final OfferIndex index;
  private final NumberedSearch search;
  private final NumericDocValues saleFrom;
  private final NumericDocValues saleTo;
  private final NumericDocValues close;
  private final NumericDocValues advanceMinimum;
  private final NumericDocValues advanceMaximum;
  private int earliest;
  private int latest;

  ClockRules(OfferIndex index, NumberedSearch search) throws IOException {
    this.index = index;
    this.search = search;
    this.saleFrom = index.values(OfferFields.SALE_FROM);
    this.saleTo = index.values(OfferFields.SALE_TO);
    this.close = index.values(OfferFields.CLOSE);
    this.advanceMinimum = index.values(OfferFields.ADVANCE_MINIMUM);
    this.advanceMaximum = index.values(OfferFields.ADVANCE_MAXIMUM);
  }

  /** Reads the rules of an offer; returns false if it is not on sale. */
  boolean read(int document) throws IOException {
    earliest = Integer.MIN_VALUE;
    latest = Integer.MAX_VALUE;
    if (!index.hasClockRule(document)) {
      return true;
    }
    if (!search.isOnSale(value(saleFrom, document), value(saleTo, document))) {
      return false;
    }
    earliest = search.earliestArrival(value(close, document), value(advanceMinimum, document));
    latest = search.latestArrival(value(advanceMaximum, document));
    return true;
  }

  /** Tells whether an arrival on a day can be sold now, of the offer that was read. */
  boolean allows(int day) {
    return earliest <= day && day <= latest;
  }

  private static int value(NumericDocValues values, int document) throws IOException {
    values.advanceExact(document);
    return (int) values.longValue();
  }
}
