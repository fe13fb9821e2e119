package tatami.searchtable.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tatami.searchtable.codec.CodecException;

class DayCalendarsTest {

  private final DayCalendars calendars = new DayCalendars();

  @Test
  void aRowWithTheSamePatternSharesWhateverItsValues() {
    assertThat(place(5, 7, 5, 9).calendar()).isZero();
    DayCalendars.Placed other = place(90, 10, 90, 3);
    assertThat(other.calendar()).isZero();
    assertThat(other.levels()).containsExactly(90, 10, 3);
    assertThat(calendars.count()).isOne();
  }

  @Test
  void aRowWithFewerDifferentValuesSharesTheFinerCalendar() {
    place(5, 7, 5, 9);
    DayCalendars.Placed coarse = place(4, 4, 4, 6);
    assertThat(coarse.calendar()).isZero();
    assertThat(coarse.levels()).containsExactly(4, 4, 6);
    assertThat(coarse.hasGaps()).isFalse();
  }

  @Test
  void aMissingNightThatIsMissingForARankIsNoGap() {
    place(5, 7, 5, 9);
    DayCalendars.Placed closed = place(4, -1, 4, 6);
    assertThat(closed.calendar()).isZero();
    assertThat(closed.levels()).containsExactly(4, -1, 6);
    assertThat(closed.hasGaps()).isFalse();
  }

  @Test
  void aMissingNightInTheMiddleOfARankIsAGap() {
    place(5, 7, 5, 9);
    DayCalendars.Placed gap = place(4, 8, -1, 6);
    assertThat(gap.calendar()).isZero();
    assertThat(gap.levels()).containsExactly(4, 8, 6);
    assertThat(gap.hasGaps()).isTrue();
  }

  @Test
  void aRowThatDiffersWithinARankGetsACalendarOfItsOwn() {
    place(5, 7, 5, 9);
    assertThat(place(5, 7, 6, 9).calendar()).isOne();
    assertThat(LongStream.range(0, 4).map(night -> calendars.rank(1, (int) night)))
        .containsExactly(0L, 1L, 2L, 3L);
    assertThat(place(1, 1, 1, 2).calendar()).as("the last one used that fits").isOne();
  }

  @Test
  void aRowOfTooManyValuesIsRefusedWithTheWayOut() {
    assertThat(place(LongStream.range(0, 255).toArray()).levels()).hasSize(255);
    assertThatThrownBy(() -> place(LongStream.range(0, 256).toArray()))
        .isInstanceOf(CodecException.class)
        .hasMessageContainingAll("more than 255 different values", "pin codec own_days");
  }

  private DayCalendars.Placed place(long... values) {
    return calendars.place(values);
  }
}
