package tatami.searchtable.calendar;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tatami.searchtable.codec.Codec;

/**
 * Says what the planes of a calendar table are.
 *
 * <pre>
 *   plane int2 NOT NULL, block int4 NOT NULL, cells bytea NOT NULL   PRIMARY KEY (plane, block)
 * </pre>
 *
 * <p>{@code cells} is a {@link CellBlock} of the rows from {@code block} × {@value CellBlock#ROWS}
 * on. A plane that a block has no cell of is left out. A row has one value a night of the horizon,
 * from 0 on, or {@link #MISSING}; a cell is the value divided by the codec's unit.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "codec")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OwnDays.class, name = OwnDays.WORD),
  @JsonSubTypes.Type(value = SharedDays.class, name = SharedDays.WORD)
})
public sealed interface CalendarCodec extends Codec permits OwnDays, SharedDays {

  /** What stands for a night without a value. */
  long MISSING = -1;

  /** Column with the number of the plane. */
  String PLANE = "plane";

  /** Column with the number of the block. */
  String BLOCK = "block";

  /** Column with the packed cells. */
  String CELLS = "cells";

  /** Returns what one step of a cell adds to a value, above 0. */
  long unit();

  /** Refuses a unit that is not positive. */
  static void checkUnit(long unit) {
    if (unit < 1) {
      throw new IllegalArgumentException("a unit is at least 1: unit=" + unit);
    }
  }
}
