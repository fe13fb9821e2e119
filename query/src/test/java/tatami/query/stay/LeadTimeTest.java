package tatami.query.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.searchtable.description.LeadTime;

/** When an offer is still sold, or already: by the clock on the property's wall. */
class LeadTimeTest {

  private static StayScene inn(String firstNight) {
    return StayScene.perUnit(
        """
        %s    | 1st | 2nd | 3rd | 4th
        stock | 9   | 9   | 9   | 9
        unit  | 10  | 10  | 10  | 10
        """
            .formatted(firstNight));
  }

  private static LeadTime closing(String zone, int days, String time) {
    int minute = LocalTime.parse(time).toSecondOfDay() / 60;
    return new LeadTime(zone, days, minute, null, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # days before | at    | now                       | check-in 2026-12-01
          0             | 18:00 | 2026-12-01T17:59:59+09:00 | 10
          0             | 18:00 | 2026-12-01T18:00:00+09:00 | lead_time
          0             | 00:00 | 2026-11-30T23:59:59+09:00 | 10
          0             | 00:00 | 2026-12-01T00:00:00+09:00 | lead_time
          1             | 00:00 | 2026-11-29T23:59:59+09:00 | 10
          1             | 00:00 | 2026-11-30T00:00:00+09:00 | lead_time
          1             | 23:59 | 2026-11-30T23:58:59+09:00 | 10
          1             | 23:59 | 2026-11-30T23:59:00+09:00 | lead_time
          30            | 12:00 | 2026-11-01T11:59:59+09:00 | 10
          30            | 12:00 | 2026-11-01T12:00:00+09:00 | lead_time
          -1            | 12:00 | 2026-12-02T11:59:59+09:00 | 10
          """)
  void salesCloseSoManyDaysBeforeAtATime(int days, String time, String now, String answer) {
    StayScene scene = inn("2026-12-01").withLeadTime(closing("Asia/Tokyo", days, time));
    assertThat(scene.at(ZonedDateTime.parse(now)).verdict("2", 0, 1)).isEqualTo(answer);
  }

  @Test
  void laterCheckInsCloseLater() {
    inn("2026-12-01")
        .withLeadTime(closing("Asia/Tokyo", 1, "18:00"))
        .at("2026-12-01T18:00")
        .check(
            "2",
            """
            1st 1 night  | lead_time
            2nd 1 night  | lead_time
            3rd 1 night  | 10
            4th 1 night  | 10
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # zone           | check-in   | at    | now                       | answer
          # clocks go from 02:00 to 03:00: half past two is half past three
          Europe/Berlin    | 2027-03-28 | 02:30 | 2027-03-28T03:29:59+02:00 | 10
          Europe/Berlin    | 2027-03-28 | 02:30 | 2027-03-28T03:30:00+02:00 | lead_time
          Europe/Berlin    | 2027-03-28 | 01:59 | 2027-03-28T01:58:59+01:00 | 10
          Europe/Berlin    | 2027-03-28 | 01:59 | 2027-03-28T03:00:00+02:00 | lead_time
          America/New_York | 2027-03-14 | 02:00 | 2027-03-14T02:59:59-04:00 | 10
          America/New_York | 2027-03-14 | 02:00 | 2027-03-14T03:00:00-04:00 | lead_time
          # clocks go back from 03:00 to 02:00: the first half past two counts
          Europe/Berlin    | 2026-10-25 | 02:30 | 2026-10-25T02:29:59+02:00 | 10
          Europe/Berlin    | 2026-10-25 | 02:30 | 2026-10-25T02:30:00+02:00 | lead_time
          Europe/Berlin    | 2026-10-25 | 02:30 | 2026-10-25T02:10:00+01:00 | lead_time
          Europe/Berlin    | 2026-10-25 | 03:00 | 2026-10-25T02:59:59+01:00 | 10
          America/New_York | 2026-11-01 | 01:30 | 2026-11-01T01:29:59-04:00 | 10
          America/New_York | 2026-11-01 | 01:30 | 2026-11-01T01:15:00-05:00 | lead_time
          # a whole day was left out: its time is that of the day after
          Pacific/Apia     | 2011-12-30 | 10:00 | 2011-12-31T09:59:59+14:00 | 10
          Pacific/Apia     | 2011-12-30 | 10:00 | 2011-12-31T10:00:00+14:00 | lead_time
          """)
  void clocksThatAreTurnedMoveTheClose(
      String zone, String checkIn, String time, String now, String answer) {
    StayScene scene = inn(checkIn).inZone(zone).withLeadTime(closing(zone, 0, time));
    assertThat(scene.at(ZonedDateTime.parse(now)).verdict("2", 0, 1)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # property       | now                       | local date | check-in 2026-12-03
          America/New_York | 2026-12-02T13:59:59+09:00 | 2026-12-01 | 10
          America/New_York | 2026-12-02T14:00:00+09:00 | 2026-12-02 | lead_time
          Europe/Berlin    | 2026-12-02T07:59:59+09:00 | 2026-12-01 | 10
          Europe/Berlin    | 2026-12-02T08:00:00+09:00 | 2026-12-02 | lead_time
          Asia/Tokyo       | 2026-12-01T23:59:59+09:00 | 2026-12-01 | 10
          Asia/Tokyo       | 2026-12-02T00:00:00+09:00 | 2026-12-02 | lead_time
          Pacific/Auckland | 2026-12-01T19:59:59+09:00 | 2026-12-01 | 10
          Pacific/Auckland | 2026-12-01T20:00:00+09:00 | 2026-12-02 | lead_time
          """)
  void daysInAdvanceAreCountedInThePropertysDates(
      String zone, String now, LocalDate localDate, String answer) {
    StayScene scene = inn("2026-12-01").withLeadTime(new LeadTime(zone, null, null, 2, null));
    scene.at(ZonedDateTime.parse(now));
    assertThat(scene.verdict("2", 2, 1)).isEqualTo(answer);
    scene.with(OfferNumber.SALE_FROM, localDate).with(OfferNumber.SALE_TO, localDate);
    assertThat(scene.verdict("2", 2, 1)).isEqualTo(answer);
    scene.with(OfferNumber.SALE_FROM, localDate.plusDays(1));
    assertThat(scene.verdict("2", 2, 1)).isEqualTo("outside_sale");
  }

  @Test
  void aSaleIsNeitherTooEarlyNorTooLate() {
    inn("2026-12-01")
        .withLeadTime(new LeadTime("Asia/Tokyo", null, null, 1, 2))
        .at("2026-12-01T12:00")
        .check(
            "2",
            """
            1st 1 night  | lead_time
            2nd 1 night  | 10
            3rd 1 night  | 10
            4th 1 night  | lead_time
            """);
  }

  @Test
  void theClosingTimeAndTheFewestDaysBothHold() {
    StayScene scene = inn("2026-12-01").at("2026-12-01T12:00");
    scene.withLeadTime(new LeadTime("Asia/Tokyo", 2, 780, 1, null));
    assertThat(scene.verdict("2", 1, 1)).isEqualTo("lead_time");
    assertThat(scene.verdict("2", 2, 1)).isEqualTo("10");
    scene.withLeadTime(new LeadTime("Asia/Tokyo", 0, 780, 3, null));
    assertThat(scene.verdict("2", 2, 1)).isEqualTo("lead_time");
    assertThat(scene.verdict("2", 3, 1)).isEqualTo("10");
  }

  @Test
  void anOfferWithoutALeadTimeGoesByTheCatalogsDate() {
    StayScene scene = inn("2026-12-01").inZone("America/New_York").at("2026-12-01T22:00");
    scene.with(OfferNumber.SALE_TO, LocalDate.of(2026, 12, 1));
    assertThat(scene.verdict("2", 0, 1)).isEqualTo("10");
    scene.withLeadTime(new LeadTime("Asia/Tokyo", null, null, null, null));
    assertThat(scene.verdict("2", 0, 1)).isEqualTo("outside_sale");
    scene.with(OfferNumber.LEAD_TIME, Offers.ABSENT);
    assertThat(scene.verdict("2", 0, 1)).isEqualTo("10");
  }
}
