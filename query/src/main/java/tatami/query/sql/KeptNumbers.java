package tatami.query.sql;

import java.sql.SQLException;
import tatami.query.engine.SearchPlan;
import tatami.query.sql.SearchStatement.Purpose;
import tatami.query.stay.OfferNumber;
import tatami.query.stay.Offers;
import tatami.searchtable.description.ReleaseDescription;

/**
 * The numbers of all offers of a release, in memory: the place is the surrogate.
 *
 * <p>They do not change while the release is served, and take 4 bytes each, about 64 bytes an
 * offer. To send them with every search took more time than to find the offers.
 */
final class KeptNumbers implements OfferNumbers {

  private static final int ABSENT = Integer.MIN_VALUE;

  private final int[] properties;
  private final int[] stocks;
  private final int[][] numbers;

  /** By property: its first offer, and behind the last property the number of offers. */
  private final int[] firstOffers;

  private KeptNumbers(ReleaseDescription description, SentNumbers sent) {
    int offers = description.offer().rows();
    properties = new int[offers];
    stocks = new int[offers];
    numbers = new int[OfferNumber.values().length][];
    for (int record = 0; record < sent.records().count(); record++) {
      int offer = sent.records().integer(record, sent.text().id());
      properties[offer] = sent.property(record);
      stocks[offer] = sent.text().stock() == null ? 0 : sent.stock(record);
    }
    for (OfferNumber number : OfferNumber.values()) {
      if (sent.text().number(number) != null) {
        numbers[number.ordinal()] = decode(number, sent, offers);
      }
    }
    firstOffers = new int[description.property().rows() + 1];
    int property = 0;
    for (int offer = 0; offer < offers; offer++) {
      for (; property <= properties[offer]; property++) {
        firstOffers[property] = offer;
      }
    }
    for (; property < firstOffers.length; property++) {
      firstOffers[property] = offers;
    }
  }

  private static int[] decode(OfferNumber number, SentNumbers sent, int offers) {
    int[] values = new int[offers];
    for (int record = 0; record < sent.records().count(); record++) {
      long value = sent.number(number, record);
      values[sent.records().integer(record, sent.text().id())] =
          value == Offers.ABSENT ? ABSENT : Math.toIntExact(value);
    }
    return values;
  }

  /** Returns those of the plan's release; null where there are too many offers. */
  static KeptNumbers of(StatementRunner runner, SearchPlan plan) throws SQLException {
    ReleaseDescription description = plan.release().description();
    return plan.release().isKept(description.offer())
        ? plan.release()
            .keep("numbers", KeptNumbers.class, () -> read(runner.silent(), description))
        : null;
  }

  private static KeptNumbers read(StatementRunner runner, ReleaseDescription description)
      throws SQLException {
    OfferText text = OfferText.ofNumbers(description);
    Records records = runner.one(Purpose.OFFERS, text.statement(null), text.records());
    return new KeptNumbers(description, new SentNumbers(text, records));
  }

  /** Returns the first offer of a property, or of the next one that has one. */
  int firstOffer(int property) {
    return firstOffers[property];
  }

  @Override
  public int property(int place) {
    return properties[place];
  }

  @Override
  public int stock(int place) {
    return stocks[place];
  }

  @Override
  public long number(OfferNumber number, int place) {
    int[] values = numbers[number.ordinal()];
    return values == null || values[place] == ABSENT ? Offers.ABSENT : values[place];
  }
}
