package tatami.query.sql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import tatami.query.release.CatalogFilter;
import tatami.query.sql.SearchStatement.Purpose;
import tatami.query.stay.OfferNumber;
import tatami.query.stay.Offers;

/**
 * The offers that count for something: those that pass all filters, the property's own among them,
 * or fail the condition of one facet alone.
 */
final class OfferRows implements Offers {

  private final OfferText text;
  private final Records records;

  /** By position: the record. */
  private final int[] recordOf;

  /** By position: the flags that the offer or its property fails, at most one. */
  private final int[] failed;

  private OfferRows(OfferText text, Records records, int[] recordOf, int[] failed) {
    this.text = text;
    this.records = records;
    this.recordOf = recordOf;
    this.failed = failed;
  }

  /**
   * Reads the offers of the properties.
   *
   * @param counted filters whose values are counted
   */
  static OfferRows read(
      StatementRunner runner, SearchPlan plan, List<CatalogFilter> counted, PropertyRows properties)
      throws SQLException {
    OfferText text = new OfferText(plan, counted);
    int[] few = properties.few();
    boolean isNone = few != null && few.length == 0;
    Records records =
        isNone
            ? text.records().none()
            : runner.one(Purpose.OFFERS, text.statement(few), text.records());
    int[] recordOf = new int[records.count()];
    int[] failed = new int[records.count()];
    int count = 0;
    for (int record : records.order(text.id())) {
      int flags = properties.failed(records.integer(record, text.property()));
      if (text.failed() != null && flags != PropertyRows.OUT) {
        flags |= records.integer(record, text.failed());
      }
      if (flags != PropertyRows.OUT && Integer.bitCount(flags) <= 1) {
        failed[count] = flags;
        recordOf[count++] = record;
      }
    }
    return new OfferRows(
        text, records, Arrays.copyOf(recordOf, count), Arrays.copyOf(failed, count));
  }

  @Override
  public int count() {
    return recordOf.length;
  }

  @Override
  public int id(int position) {
    return records.integer(recordOf[position], text.id());
  }

  @Override
  public int property(int position) {
    return records.integer(recordOf[position], text.property());
  }

  @Override
  public int stock(int position) {
    return records.integer(recordOf[position], text.stock());
  }

  @Override
  public long number(OfferNumber number, int position) {
    NumberField field = text.number(number);
    return field == null ? ABSENT : field.value(records, recordOf[position]);
  }

  /** Returns the flags that an offer or its property fails, at most one; 0 where it passes. */
  int failed(int position) {
    return failed[position];
  }

  /** Returns the position behind the last one of the same property. */
  int end(int position) {
    int property = property(position);
    int end = position + 1;
    while (end < recordOf.length && property(end) == property) {
      end++;
    }
    return end;
  }

  /** Returns some of the offers, in the order of their positions here. */
  OfferRows of(BitSet positions) {
    int[] some = positions.stream().toArray();
    int[] records = Arrays.stream(some).map(position -> recordOf[position]).toArray();
    int[] flags = Arrays.stream(some).map(position -> failed[position]).toArray();
    return new OfferRows(text, this.records, records, flags);
  }

  /** Opens what a facet counts; the reader takes positions. */
  FacetField.Reader facet(int place) {
    FacetField.Reader reader = text.facets().get(place).open(records);
    return (position, values) -> reader.each(recordOf[position], values);
  }
}
