package tatami.query.sql;

import tatami.query.facet.ValueReader;
import tatami.query.stay.Offers;
import tatami.searchtable.codec.TagArray;
import tatami.searchtable.codec.TagBits;
import tatami.searchtable.codec.TagCodec;
import tatami.searchtable.description.FilterLayout;

/** Reads what a facet counts from records that have its columns. */
interface FacetField {

  /**
   * Adds the columns of a filter to what is selected.
   *
   * @param row alias of the table, with a dot behind it
   */
  static FacetField add(RecordText text, String row, FilterLayout layout) {
    if (layout instanceof FilterLayout.Path path) {
      return new OfNumber(NumberField.add(text, row, path.codec()));
    }
    if (layout instanceof FilterLayout.Category category) {
      return new OfNumber(NumberField.add(text, row, category.codec()));
    }
    if (layout instanceof FilterLayout.Number number) {
      return new OfNumber(NumberField.add(text, row, number.codec()));
    }
    if (layout instanceof FilterLayout.Tags tags) {
      return ofTags(text, row, tags.codec());
    }
    throw new IllegalArgumentException("no facet of this kind: filter=" + layout.name());
  }

  private static FacetField ofTags(RecordText text, String row, TagCodec codec) {
    if (codec instanceof TagBits bits) {
      return new OfBits(
          bits.columns().stream()
              .map(column -> text.column(row, column))
              .toArray(RecordField[]::new));
    }
    TagArray array = (TagArray) codec;
    String sent = "array_send(" + row + Tables.quoted(array.column()) + ")";
    return new OfArray(text.addVarying(sent), array.width().bytes());
  }

  /** Looks at some records: reads what has to be read before single ones can be asked for. */
  ValueReader open(Records records);

  /** A code, or a number. */
  record OfNumber(NumberField field) implements FacetField {

    @Override
    public ValueReader open(Records records) {
      return (record, values) -> {
        long value = field.value(records, record);
        if (value != Offers.ABSENT) {
          values.accept(value);
        }
      };
    }
  }

  /** A set that is bits of words. */
  final class OfBits implements FacetField {

    private final RecordField[] words;

    private OfBits(RecordField[] words) {
      this.words = words;
    }

    @Override
    public ValueReader open(Records records) {
      return (record, values) -> {
        for (int word = 0; word < words.length; word++) {
          long bits = records.number(record, words[word]);
          for (long left = bits; left != 0; left &= left - 1) {
            values.accept((long) word * TagBits.WORD_BITS + Long.numberOfTrailingZeros(left));
          }
        }
      };
    }
  }

  /**
   * A set that is an array.
   *
   * @param place of its values among those that are sent apart
   * @param bytes of an element
   */
  record OfArray(int place, int bytes) implements FacetField {

    @Override
    public ValueReader open(Records records) {
      SentArrays arrays = new SentArrays(records.varying(place), records.count(), bytes);
      return (record, values) -> {
        int length = arrays.length(record);
        for (int element = 0; element < length; element++) {
          values.accept(arrays.element(record, element));
        }
      };
    }
  }
}
