package tatami.searchtable.calendar;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Each row has its own value of each night: plane n is night n.
 *
 * @param unit what one step of a cell adds, above 0
 */
public record OwnDays(long unit) implements CalendarCodec {

  /** The word that pins it. */
  public static final String WORD = "own_days";

  /** Refuses a unit that is not positive. */
  public OwnDays {
    CalendarCodec.checkUnit(unit);
  }

  @Override
  @JsonIgnore
  public String word() {
    return WORD;
  }
}
