package tatami.searchbuild.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tatami.searchbuild.catalog.StayDefinition.LeadTimeDefinition;
import tatami.searchtable.description.LeadTime;

class LeadTimesTest {

  private static final String ZONE = "America/New_York";

  private static final List<String> NAMES = List.of("days", "time", "least", "most");

  private static final LeadTimeDefinition COLUMNS =
      new LeadTimeDefinition("days", "time", "least", "most");

  @Test
  void salesCloseAtAMinuteOfADay() {
    assertThat(of(3, "18:30", 1, 90)).isEqualTo(new LeadTime(ZONE, 3, 18 * 60 + 30, 1, 90));
    assertThat(of(0, "00:00", null, null)).isEqualTo(new LeadTime(ZONE, 0, 0, null, null));
  }

  @Test
  void withoutATimeTheyCloseAtMidnightAndWithoutDaysNever() {
    assertThat(of(2, null, null, null)).isEqualTo(new LeadTime(ZONE, 2, 0, null, null));
    assertThat(of(null, "18:30", null, 7)).isEqualTo(new LeadTime(ZONE, null, null, null, 7));
  }

  @Test
  void aCatalogWithoutLeadTimesStillHasZones() {
    assertThat(LeadTimes.of(NAMES::indexOf, new Object[0], null, ZONE))
        .isEqualTo(new LeadTime(ZONE, null, null, null, null));
  }

  private static LeadTime of(Integer days, String time, Integer least, Integer most) {
    return LeadTimes.of(NAMES::indexOf, new Object[] {days, time, least, most}, COLUMNS, ZONE);
  }
}
