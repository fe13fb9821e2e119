package tatami.searchtable.codec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Holds a calendar a row: one value a night of the horizon, from 0 on, or {@link #MISSING}.
 *
 * <p>A value is a multiple of the codec's unit.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "codec")
@JsonSubTypes({@JsonSubTypes.Type(value = CellArray.class, name = "array")})
public sealed interface CalendarCodec extends ColumnCodec<long[]> permits CellArray {

  /** What stands for a night without a value. */
  long MISSING = -1;

  /** Returns what one step of a cell adds to a value, above 0. */
  long unit();
}
