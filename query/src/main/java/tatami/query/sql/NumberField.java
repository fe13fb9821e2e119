package tatami.query.sql;

import tatami.query.stay.Offers;
import tatami.searchtable.codec.BitField;
import tatami.searchtable.codec.NumberCodec;

/** Reads a number from records that have its column. */
final class NumberField {

  private final RecordField field;
  private final int shift;
  private final long mask;
  private final long base;
  private final long unit;

  /** The cell of an absent number; where none is absent, what no cell is. */
  private final long absent;

  private NumberField(NumberCodec codec, RecordField field) {
    this.field = field;
    if (codec instanceof BitField bits) {
      shift = bits.shift();
      mask = bits.mask();
    } else {
      shift = 0;
      mask = -1;
    }
    base = codec.base();
    unit = codec.unit();
    absent = codec.absent() == null ? Offers.ABSENT : codec.absent();
  }

  /**
   * Adds a number's column to what is selected.
   *
   * @param row alias of the table, with a dot behind it
   */
  static NumberField add(RecordText text, String row, NumberCodec codec) {
    return new NumberField(codec, text.column(row, codec.columns().get(0)));
  }

  /** Returns the number of a record, {@link Offers#ABSENT} where it is absent. */
  long value(Records records, int record) {
    long cell = records.number(record, field) >> shift & mask;
    return cell == absent ? Offers.ABSENT : base + cell * unit;
  }
}
