package tatami.searchtable.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
    assertThat(coarse.nights()).isNull();
  }

  @Test
  void aMissingNightThatIsMissingForARankNeedsNoBits() {
    place(5, 7, 5, 9);
    DayCalendars.Placed closed = place(4, -1, 4, 6);
    assertThat(closed.calendar()).isZero();
    assertThat(closed.levels()).containsExactly(4, -1, 6);
    assertThat(closed.nights()).isNull();
  }

  @Test
  void aMissingNightInTheMiddleOfARankBecomesABit() {
    place(5, 7, 5, 9);
    DayCalendars.Placed gap = place(4, 8, -1, 6);
    assertThat(gap.calendar()).isZero();
    assertThat(gap.levels()).containsExactly(4, 8, 6);
    assertThat(gap.nights()).containsExactly(0b1011);
  }

  @Test
  void aRowThatDiffersWithinARankGetsACalendarOfItsOwn() {
    place(5, 7, 5, 9);
    assertThat(place(5, 7, 6, 9).calendar()).isOne();
    assertThat(calendars.ranks(1)).containsExactly(0, 1, 2, 3);
    assertThat(place(1, 1, 1, 2).calendar()).as("the last one used that fits").isOne();
  }

  private DayCalendars.Placed place(long... values) {
    return calendars.place(values);
  }
}
