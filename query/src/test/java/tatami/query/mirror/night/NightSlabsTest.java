package tatami.query.mirror.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slabs that are changed, against a map. */
class NightSlabsTest {

  private static final int NIGHTS = 5;

  @ParameterizedTest
  @ValueSource(longs = {1, 100})
  void holdsWhateverIsPut(long unit) {
    Random random = new Random(unit);
    NightSlabs slabs = new NightSlabs(NIGHTS, new RowPlaces(new boolean[20]), unit);
    Map<Integer, Long> expected = new HashMap<>();
    long[] widths = {3, 253, 254, 255, 65_534, 65_535, 1L << 31, 1L << 40, Long.MAX_VALUE - 1};
    for (int change = 0; change < 5_000; change++) {
      int id = random.nextInt(30);
      int night = random.nextInt(NIGHTS);
      long cell = random.nextInt(9) == 0 ? -1 : random.nextLong(1 + widths[change / 600]);
      long value = cell < 0 ? -1 : random.nextInt(9) == 0 ? cell : cell / unit * unit;
      slabs.put(id, night, value);
      expected.put(id * NIGHTS + night, value);
      int asked = random.nextInt(35 * NIGHTS);
      assertThat(slabs.at(asked / NIGHTS, asked % NIGHTS))
          .isEqualTo(expected.getOrDefault(asked, -1L));
    }
    assertThat(slabs.bytes()).isPositive();
  }

  @Test
  void nightsThatAllHaveAValueAreAddedUp() {
    NightSlabs slabs = new NightSlabs(NIGHTS, new RowPlaces(new boolean[] {true, true}), 100);
    for (int night = 0; night < NIGHTS; night++) {
      slabs.put(1, night, 100L * (night + 1));
    }
    assertThat(slabs.sum(1, 1, 3)).isEqualTo(900);
    slabs.put(1, 2, 333);
    assertThat(slabs.sum(1, 1, 3)).as("no multiple of the unit").isEqualTo(933);
  }

  @Test
  void aNightWithoutAValueTakesNothing() {
    NightSlabs slabs = new NightSlabs(NIGHTS, new RowPlaces(new boolean[9]), 1);
    slabs.put(3, 2, -1);
    assertThat(slabs.hasRow(3)).isFalse();
    assertThat(slabs.countRows()).isZero();
  }
}
