package tatami.query.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreatCircleTest {

  private static final double QUARTER_METRES = Math.PI / 2 * 6371008.8;

  @Test
  void isZeroAtTheStart() {
    assertThat(
            new GreatCircle(431_234_567, 1_412_345_678).millimetresTo(431_234_567, 1_412_345_678))
        .isZero();
  }

  @Test
  void measuresAQuarterOfTheGlobe() {
    long expected = Math.round(QUARTER_METRES * 1000);
    assertThat(new GreatCircle(0, 0).millimetresTo(900_000_000, 0)).isCloseTo(expected, within(1L));
    assertThat(new GreatCircle(0, 0).millimetresTo(0, -900_000_000))
        .isCloseTo(expected, within(1L));
  }

  @Test
  void measuresToTheOtherSideOfTheGlobe() {
    assertThat(new GreatCircle(100_000_000, 0).millimetresTo(-100_000_000, 1_800_000_000))
        .isCloseTo(Math.round(QUARTER_METRES * 2000), within(1000L));
  }

  @Test
  void crossesTheAntimeridian() {
    GreatCircle west = new GreatCircle(0, 1_799_999_999);
    assertThat(west.millimetresTo(0, -1_799_999_999)).isEqualTo(22);
  }

  /** Seattle's Space Needle to Pike Place, by the formula in 50-digit arithmetic. */
  @Test
  void isRightToTheMillimetre() {
    assertThat(
            new GreatCircle(476_205_063, -1_223_492_774).millimetresTo(476_097_199, -1_223_425_333))
        .isEqualTo(1_301_575L);
  }

  @ParameterizedTest
  @CsvSource({"1", "1000", "1000000", "500000000"})
  void theReachOfALatitudeIsNeverTooShort(long millimetres) {
    long reach = GreatCircle.latitudeReach(millimetres);
    assertThat(new GreatCircle(0, 0).millimetresTo((int) reach, 0)).isGreaterThan(millimetres);
    assertThat(new GreatCircle(0, 0).millimetresTo((int) Math.max(0, reach - 4), 0))
        .isLessThanOrEqualTo(millimetres);
  }
}
