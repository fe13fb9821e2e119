package tatami.query.sql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import tatami.query.engine.FilteredOffers;
import tatami.query.engine.SearchPlan;
import tatami.query.facet.ValueReader;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.sql.SearchStatement.Purpose;
import tatami.query.stay.OfferNumber;

/**
 * The offers that count for something: those that pass all filters, the property's own among them,
 * or fail the condition of one facet alone.
 */
final class OfferRows implements FilteredOffers {

  private final OfferText text;
  private final Records records;
  private final OfferNumbers numbers;
  private final List<CatalogFilter> counted;
  private final KeptFacets keptFacets;

  /** By position: the surrogate. */
  private final int[] ids;

  /** By position: the record, where there was a statement. */
  private final int[] recordOf;

  /** By position: the place of its numbers. */
  private final int[] placeOf;

  /** By position: the flags that the offer or its property fails, at most one. */
  private final int[] failed;

  private OfferRows(
      OfferText text,
      Records records,
      OfferNumbers numbers,
      List<CatalogFilter> counted,
      KeptFacets keptFacets,
      int[] ids,
      int[] recordOf,
      int[] failed) {
    this.text = text;
    this.records = records;
    this.numbers = numbers;
    this.counted = counted;
    this.keptFacets = keptFacets;
    this.ids = ids;
    this.recordOf = recordOf;
    this.failed = failed;
    placeOf = numbers instanceof KeptNumbers ? ids : recordOf;
  }

  /**
   * Reads the offers of the properties; nothing where all that is needed of them is kept.
   *
   * @param counted filters whose values are counted
   */
  static OfferRows read(
      StatementRunner runner, SearchPlan plan, List<CatalogFilter> counted, PropertyRows properties)
      throws SQLException {
    KeptNumbers kept = KeptNumbers.of(runner, plan);
    KeptFacets facets = KeptFacets.of(runner, plan.release(), Grain.OFFER, counted);
    OfferText text = OfferText.of(plan, counted, kept == null, facets == null);
    if (kept != null && !text.isNeeded()) {
      return listKept(text, kept, counted, facets, properties);
    }
    int[] few = properties.few();
    boolean isNone = few != null && few.length == 0;
    Records records =
        isNone
            ? text.records().none()
            : runner.one(Purpose.OFFERS, text.statement(few), text.records());
    OfferNumbers numbers = kept == null ? new SentNumbers(text, records) : kept;
    int[] ids = new int[records.count()];
    int[] recordOf = new int[records.count()];
    int[] failed = new int[records.count()];
    int count = 0;
    for (int record : records.order(text.id())) {
      int id = records.integer(record, text.id());
      int flags = properties.failed(numbers.property(kept == null ? record : id));
      if (text.failed() != null && flags != PropertyRows.OUT) {
        flags |= records.integer(record, text.failed());
      }
      if (flags != PropertyRows.OUT && Integer.bitCount(flags) <= 1) {
        ids[count] = id;
        failed[count] = flags;
        recordOf[count++] = record;
      }
    }
    return new OfferRows(
        text,
        records,
        numbers,
        counted,
        facets,
        Arrays.copyOf(ids, count),
        Arrays.copyOf(recordOf, count),
        Arrays.copyOf(failed, count));
  }

  private static OfferRows listKept(
      OfferText text,
      KeptNumbers kept,
      List<CatalogFilter> counted,
      KeptFacets facets,
      PropertyRows properties) {
    int count = 0;
    for (int property = 0; property < properties.count(); property++) {
      count += countOffers(kept, properties, property);
    }
    int[] ids = new int[count];
    int[] failed = new int[count];
    int position = 0;
    for (int property = 0; property < properties.count(); property++) {
      int offers = countOffers(kept, properties, property);
      for (int place = 0; place < offers; place++) {
        failed[position] = properties.failed(property);
        ids[position++] = kept.firstOffer(property) + place;
      }
    }
    return new OfferRows(
        text, text.records().none(), kept, counted, facets, ids, new int[0], failed);
  }

  private static int countOffers(KeptNumbers kept, PropertyRows properties, int property) {
    int flags = properties.failed(property);
    return flags == PropertyRows.OUT || Integer.bitCount(flags) > 1
        ? 0
        : kept.firstOffer(property + 1) - kept.firstOffer(property);
  }

  @Override
  public int count() {
    return ids.length;
  }

  @Override
  public int id(int position) {
    return ids[position];
  }

  @Override
  public int property(int position) {
    return numbers.property(placeOf[position]);
  }

  @Override
  public int stock(int position) {
    return numbers.stock(placeOf[position]);
  }

  @Override
  public long number(OfferNumber number, int position) {
    return numbers.number(number, placeOf[position]);
  }

  @Override
  public int failed(int position) {
    return failed[position];
  }

  @Override
  public int end(int position) {
    int property = property(position);
    int end = position + 1;
    while (end < ids.length && property(end) == property) {
      end++;
    }
    return end;
  }

  @Override
  public OfferRows of(BitSet positions) {
    int[] some = positions.stream().toArray();
    return new OfferRows(
        text,
        records,
        numbers,
        counted,
        keptFacets,
        chosen(some, ids),
        recordOf.length == 0 ? recordOf : chosen(some, recordOf),
        chosen(some, failed));
  }

  private static int[] chosen(int[] positions, int[] values) {
    return Arrays.stream(positions).map(position -> values[position]).toArray();
  }

  @Override
  public ValueReader facet(int place) {
    if (keptFacets != null) {
      ValueReader kept = keptFacets.facet(counted.get(place));
      return (position, values) -> kept.each(ids[position], values);
    }
    ValueReader reader = text.facets().get(place).open(records);
    return (position, values) -> reader.each(recordOf[position], values);
  }
}
