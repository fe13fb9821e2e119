package tatami.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BusinessTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2026-12-01,                Asia/Tokyo,    2026-11-30T15:00:00Z",
    "2026-12-01T09:30,          Asia/Tokyo,    2026-12-01T00:30:00Z",
    "2026-12-01T09:30:15,       Asia/Tokyo,    2026-12-01T00:30:15Z",
    "2026-12-01T09:30+02:00,    Asia/Tokyo,    2026-12-01T07:30:00Z",
    "2026-12-01T09:30:00Z,      Asia/Tokyo,    2026-12-01T09:30:00Z",
    "2026-03-29T02:30,          Europe/Berlin, 2026-03-29T01:30:00Z",
    "2026-10-25T02:30,          Europe/Berlin, 2026-10-25T00:30:00Z",
    "2026-09-06,                America/Santiago, 2026-09-06T04:00:00Z"
  })
  void meansAnInstantOnceTheZoneIsKnown(String given, String zone, String instant) {
    assertThat(BusinessTime.parse(given).toInstant(ZoneId.of(zone))).hasToString(instant);
  }

  @Test
  void knowsWhetherTheZoneMatters() {
    assertThat(BusinessTime.parse("2026-12-01T09:30+02:00").hasOffset()).isTrue();
    assertThat(BusinessTime.parse("2026-12-01T09:30").hasOffset()).isFalse();
    assertThat(BusinessTime.parse("2026-12-01").hasOffset()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2026-02-30", "2026-12-1", "2026-12-01+09:00", "now", "2026-12-01T25:00"})
  void refusesWhatIsNoDate(String given) {
    assertThatThrownBy(() -> BusinessTime.parse(given)).isInstanceOf(DateTimeException.class);
  }
}
