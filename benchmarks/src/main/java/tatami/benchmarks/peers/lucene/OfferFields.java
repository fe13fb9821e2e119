package tatami.benchmarks.peers.lucene;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StringField;
import tatami.benchmarks.peers.folded.FoldedOffer;
import tatami.benchmarks.peers.folded.Hotel;
import tatami.benchmarks.peers.folded.OfferRules;
import tatami.benchmarks.peers.folded.Rebate;

/** The fields of an offer's document, and how values are written. */
final class OfferFields {

  static final String HOTEL = "hotel";
  static final String LOCATION = "location";
  static final String AMENITY = "amenity";
  static final String MEAL = "meal";
  static final String MEAL_NUMBER = "meal_number";

  /** A term of offers with a rule that the clock decides; few have one. */
  static final String CLOCK = "clock";

  static final String YES = "yes";
  static final String SALE_FROM = "sale_from";
  static final String SALE_TO = "sale_to";
  static final String CLOSE = "close";
  static final String ADVANCE_MINIMUM = "advance_minimum";
  static final String ADVANCE_MAXIMUM = "advance_maximum";

  /** Rebates of an offer, one number each; offers without one have no value. */
  static final String REBATES = "rebates";

  /** A term of offers with a rebate. */
  static final String REBATED = "rebated";

  /**
   * In place of a price. Doc values divide by the greatest common divisor, and prices are mostly
   * multiples of it: −1 would cost seven bits a price.
   */
  private static final int CLOSED = -100;

  private static final int NIGHTS_SHIFT = 40;
  private static final int KIND_SHIFT = 32;

  private static final Rebate.Kind[] KINDS = Rebate.Kind.values();

  private OfferFields() {}

  /** Names the price of a night. */
  static String price(int night) {
    return "p" + night;
  }

  /** Names the lengths of stay of a day of arrival. */
  static String stays(int day) {
    return "s" + day;
  }

  static Document document(FoldedOffer offer, Hotel hotel, int adults) {
    Document document = new Document();
    document.add(new NumericDocValuesField(HOTEL, offer.hotel()));
    if (hotel.latitude() != null && hotel.longitude() != null) {
      document.add(new IntPoint(LOCATION, hotel.latitude(), hotel.longitude()));
    }
    hotel.amenities().stream()
        .distinct()
        .forEach(amenity -> document.add(new StringField(AMENITY, amenity, Store.NO)));
    addRules(document, offer.rules());
    int[] prices = offer.prices(adults);
    for (int night = 0; night < prices.length; night++) {
      int price = prices[night] == FoldedOffer.CLOSED ? CLOSED : prices[night];
      document.add(new NumericDocValuesField(price(night), price));
      document.add(new NumericDocValuesField(stays(night), offer.stays()[night]));
    }
    return document;
  }

  private static void addRules(Document document, OfferRules rules) {
    document.add(new NumericDocValuesField(MEAL_NUMBER, rules.meal()));
    if (rules.meal() >= 0) {
      document.add(new StringField(MEAL, Integer.toString(rules.meal()), Store.NO));
    }
    boolean isAlwaysOpen =
        rules.saleFrom() == Integer.MIN_VALUE
            && rules.saleTo() == Integer.MAX_VALUE
            && rules.closeSeconds() == OfferRules.NEVER_CLOSES
            && rules.advanceMinimum() == Integer.MIN_VALUE
            && rules.advanceMaximum() == Integer.MAX_VALUE;
    if (!isAlwaysOpen) {
      document.add(new StringField(CLOCK, YES, Store.NO));
    }
    document.add(new NumericDocValuesField(SALE_FROM, rules.saleFrom()));
    document.add(new NumericDocValuesField(SALE_TO, rules.saleTo()));
    document.add(new NumericDocValuesField(CLOSE, rules.closeSeconds()));
    document.add(new NumericDocValuesField(ADVANCE_MINIMUM, rules.advanceMinimum()));
    document.add(new NumericDocValuesField(ADVANCE_MAXIMUM, rules.advanceMaximum()));
    if (!rules.rebates().isEmpty()) {
      document.add(new StringField(REBATED, YES, Store.NO));
    }
    for (Rebate rebate : rules.rebates()) {
      document.add(new SortedNumericDocValuesField(REBATES, packed(rebate)));
    }
  }

  private static long packed(Rebate rebate) {
    return (long) rebate.fromNights() << NIGHTS_SHIFT
        | (long) rebate.kind().ordinal() << KIND_SHIFT
        | rebate.value();
  }

  /** Reads a rebate of {@link #REBATES}. */
  static Rebate rebate(long packed) {
    int kind = (int) (packed >> KIND_SHIFT) & 0xFF;
    return new Rebate((int) (packed >> NIGHTS_SHIFT), KINDS[kind], (int) packed);
  }
}
