package tatami.query.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.query.release.TestReleases;
import tatami.query.request.Guests.SplitParty;

class CalendarRequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "to": "2026-09-01"|/from|null|needed: the first and the last check-in, such as "2026-12-05"
          "from": "2026-09-01"|/to|null|needed: the first and the last check-in, such as "2026-12-05"
          "from": "2026-02-30", "to": "2026-09-01"|/from|"2026-02-30"|no such date; a date is yyyy-mm-dd
          "from": "2026-09-01", "to": 9|/to|9|must be a date such as "2026-12-05"
          "from": null, "to": "2026-09-01"|/from|null|must be a date such as "2026-12-05"
          "from": "2026-08-24", "to": "2026-09-01"|/from|"2026-08-24"|is in the past: today is 2026-08-25
          "from": "2026-09-01", "to": "2026-11-28"|/to|"2026-11-28"|must be a night from 2026-08-20 to 2026-11-27
          "from": "2026-09-01", "to": "2026-08-31"|/to|"2026-08-31"|must not be before "from": from=2026-09-01 to=2026-08-31
          "from": "2026-09-01", "to": "2026-11-02"|/to|"2026-11-02"|at most 62 days, got 63
          "from": "2026-11-01", "to": "2026-11-26", "stay": {"nights": 3}|/to|"2026-11-26"|every stay must end by 2026-11-28, the last one ends 2026-11-29; take fewer nights or an earlier date
          "from": "2026-09-01", "to": "2026-09-02", "stay": {"nights": 0}|/stay/nights|0|must be an integer from 1 to 30
          "from": "2026-09-01", "to": "2026-09-02", "stay": {"nights": 400}|/stay/nights|400|must be an integer from 1 to 30
          "from": "2026-09-01", "to": "2026-09-02", "stay": {"check_in": "2026-09-01"}|/stay/check_in|"2026-09-01"|unknown field "check_in"; known: nights, rooms, party
          "from": "2026-09-01", "to": "2026-09-02", "price": {"min": 2, "max": 1}|/price/min|2|must not be above "max": min=2 max=1
          "from": "2026-09-01", "to": "2026-09-02", "size": 5|/size|5|unknown field "size"; known: from, to, stay, where, price
          "from": "2026-09-01", "to": "2026-09-02", "sort": "price"|/sort|"price"|unknown field "sort"; known: from, to, stay, where, price
          "from": "2026-09-01", "to": "2026-09-02", "facets": []|/facets|[]|unknown field "facets"; known: from, to, stay, where, price
          "from": "2026-09-01", "to": "2026-09-02", "where": {"aera": []}|/where/aera|[]|unknown filter "aera", did you mean "area"? known: area, kind, tag, length, berth, words, deal
          """)
  void saysWhatIsWrong(String fields, String pointer, String value, String detail) {
    assertThat(Requests.mistakes(() -> Requests.calendar("{" + fields + "}")))
        .containsExactly(pointer + "|" + value + "|" + detail);
  }

  @Test
  void tellsAllMistakesAtOnce() {
    String json =
        "{\"from\": 1, \"offers\": 2, \"price\": {\"per\": 3}, \"stay\": {\"nights\": 0}}";
    assertThat(Requests.mistakes(() -> Requests.calendar(json)))
        .extracting(mistake -> mistake.substring(0, mistake.indexOf('|')))
        .containsExactly("/offers", "/stay/nights", "/from", "/to", "/price/per");
  }

  @Test
  void readsTheWholeQuestion() {
    CalendarRequest request =
        Requests.calendar(
            "{\"from\": \"2026-08-25\", \"to\": \"2026-10-25\","
                + " \"stay\": {\"nights\": 3, \"party\": {\"adults\": 2, \"rooms\": 2}},"
                + " \"where\": {\"kind\": [\"sail\", \"raft\"]}, \"price\": {\"max\": 9}}");
    assertThat(request.checkIns().days()).isEqualTo(62);
    SearchRequest search = request.search();
    assertThat(search.stay())
        .isEqualTo(
            new StayRequest(LocalDate.parse("2026-08-25"), 3, new SplitParty(2, List.of(), 2)));
    assertThat(search.where()).hasSize(1);
    assertThat(search.price()).isEqualTo(new PriceRequest(null, 9L, false));
    assertThat(search.warnings()).containsExactly("where.kind: unknown value \"raft\"");
    assertThat(search.priceFacet()).isFalse();
  }

  @Test
  void oneDayIsARangeAndOneNightTheDefault() {
    CalendarRequest request =
        Requests.calendar("{\"from\": \"2026-11-27\", \"to\": \"2026-11-27\", \"stay\": null}");
    assertThat(request.checkIns().days()).isEqualTo(1);
    assertThat(request.search().stay().nights()).isEqualTo(1);
  }

  @Test
  void theLastStayMayEndWithTheHorizon() {
    CalendarRequest request =
        Requests.calendar(
            "{\"from\": \"2026-11-01\", \"to\": \"2026-11-26\", \"stay\": {\"nights\": 2}}");
    assertThat(request.checkIns().to()).isEqualTo("2026-11-26");
  }

  @Test
  void aCatalogWithoutDatesHasNoCalendar() {
    assertThat(Requests.mistakes(() -> Requests.calendar("{}", TestReleases.shops())))
        .containsExactly("|null|catalog \"boats\" has no dates");
  }
}
