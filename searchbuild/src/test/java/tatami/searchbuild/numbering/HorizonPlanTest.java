package tatami.searchbuild.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tatami.ingest.landing.LandedFeed;
import tatami.ingest.landing.LandedFeed.LandedDays;
import tatami.ingest.landing.MasterTable;
import tatami.searchbuild.catalog.Catalog.CalendarRange;
import tatami.searchbuild.master.MasterVersion;
import tatami.searchtable.description.ReleaseDescription.Horizon;

class HorizonPlanTest {

  private static final CalendarRange FEED_RANGE = new CalendarRange(true, 0);
  private static final CalendarRange FEED_START = new CalendarRange(true, 90);
  private static final CalendarRange FROM_TODAY = new CalendarRange(false, 0);
  private static final CalendarRange YEAR_FROM_TODAY = new CalendarRange(false, 366);

  /** The days 10 to 19 and 12 to 24 of December. */
  private static final List<MasterVersion> CALENDARS = List.of(calendar(10, 10), calendar(12, 13));

  @Test
  void spansAllCalendarsWhereTheFeedDecides() {
    assertThat(plan(FEED_RANGE, 15)).isEqualTo(new Horizon(day(10), 15));
    assertThat(plan(FEED_START, 15)).isEqualTo(new Horizon(day(10), 90));
  }

  @Test
  void startsAtTheBusinessDate() {
    assertThat(plan(FROM_TODAY, 15)).isEqualTo(new Horizon(day(15), 10));
    assertThat(plan(YEAR_FROM_TODAY, 15)).isEqualTo(new Horizon(day(15), 366));
    assertThat(plan(FROM_TODAY, 24)).isEqualTo(new Horizon(day(24), 1));
  }

  @Test
  void startsAtTheFirstDayOfTheFeedsWhereThatIsLater() {
    assertThat(plan(FROM_TODAY, 3)).isEqualTo(new Horizon(day(10), 15));
    assertThat(plan(YEAR_FROM_TODAY, 3)).isEqualTo(new Horizon(day(10), 366));
  }

  @Test
  void refusesCalendarsThatAreOver() {
    for (CalendarRange range : List.of(FROM_TODAY, YEAR_FROM_TODAY)) {
      assertThatThrownBy(() -> plan(range, 25))
          .isInstanceOf(NumberingException.class)
          .hasMessageContainingAll("2026-12-24", "2026-12-25", "--now");
    }
  }

  @Test
  void hasNoHorizonWithoutACalendar() {
    assertThat(plan(null, 15)).isNull();
    MasterVersion plain =
        new MasterVersion(
            "camp",
            1,
            new MasterTable("s", "t"),
            new LandedFeed(1, 0, 0, 0, 1, null),
            Instant.EPOCH);
    assertThat(HorizonPlan.plan(FEED_RANGE, List.of(plain), day(15))).isNull();
  }

  private static Horizon plan(CalendarRange range, int businessDay) {
    return HorizonPlan.plan(range, new ArrayList<>(CALENDARS), day(businessDay));
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2026, 12, day);
  }

  private static MasterVersion calendar(int first, int days) {
    return new MasterVersion(
        "night" + first,
        1,
        new MasterTable("s", "t"),
        new LandedFeed(1, 0, 0, 1, 1, new LandedDays(day(first), days, List.of())),
        Instant.EPOCH);
  }
}
