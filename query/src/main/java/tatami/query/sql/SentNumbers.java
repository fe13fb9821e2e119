package tatami.query.sql;

import tatami.query.stay.OfferNumber;
import tatami.query.stay.Offers;

/** The numbers of offers as a search was sent them: the place is that of the record. */
record SentNumbers(OfferText text, Records records) implements OfferNumbers {

  @Override
  public int property(int place) {
    return records.integer(place, text.property());
  }

  @Override
  public int stock(int place) {
    return records.integer(place, text.stock());
  }

  @Override
  public long number(OfferNumber number, int place) {
    NumberField field = text.number(number);
    return field == null ? Offers.ABSENT : field.value(records, place);
  }
}
