package tatami.searchtable.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedCellsTest {

  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());
  private static final int LOWEST_POSITION = -32_768;
  private static final int HIGHEST_POSITION = 32_767;

  @Test
  void holdsWhatANaiveMapHolds() {
    System.out.println(
        "repeat with: mvn -pl searchtable test -Dtest=PackedCellsTest -Dtatami.testArguments=-Dtatami.seed="
            + SEED);
    Random random = new Random(SEED);
    for (int run = 0; run < 300; run++) {
      compareWithMap(random, 1 + random.nextInt(400), 1 + random.nextInt(300));
    }
  }

  private static void compareWithMap(Random random, int spread, int writes) {
    PackedCells cells = new PackedCells();
    Map<Integer, Long> map = new HashMap<>();
    int centre = random.nextInt(60_000) - 30_000;
    for (int write = 0; write < writes; write++) {
      int position = centre + random.nextInt(2 * spread) - spread;
      position = Math.max(LOWEST_POSITION, Math.min(HIGHEST_POSITION, position));
      long value = value(random, write);
      cells.set(position, value);
      map.put(position, value);
    }
    for (int position = centre - spread - 40; position < centre + spread + 40; position++) {
      assertThat(cells.get(position))
          .as("position %d", position)
          .isEqualTo(map.getOrDefault(position, PackedCells.MISSING));
    }
    long highest = map.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    assertThat(cells.cellBytes()).isGreaterThanOrEqualTo(bytesFor(highest));
  }

  /** Small at first, so that cells of every width are widened after they were filled. */
  private static long value(Random random, int write) {
    return switch (random.nextInt(20)) {
      case 0 -> PackedCells.MISSING;
      case 1 -> write < 50 ? 1 : random.nextInt() & Integer.MAX_VALUE;
      case 2 -> write < 100 ? 2 : random.nextLong() & Long.MAX_VALUE;
      default -> random.nextInt(Short.MAX_VALUE + 1);
    };
  }

  private static int bytesFor(long value) {
    if (value <= Short.MAX_VALUE) {
      return Short.BYTES;
    }
    return value <= Integer.MAX_VALUE ? Integer.BYTES : Long.BYTES;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void growsNightByNightInEitherDirection(int step) {
    PackedCells cells = new PackedCells();
    for (int night = 0; night < 3_000; night++) {
      cells.set(step * night, night);
    }
    for (int night = 0; night < 3_000; night++) {
      assertThat(cells.get(step * night)).isEqualTo(night);
    }
    assertThat(cells.get(-step)).isEqualTo(PackedCells.MISSING);
    assertThat(cells.get(step * 3_000)).isEqualTo(PackedCells.MISSING);
  }

  @ParameterizedTest
  @ValueSource(longs = {32_768, 2_147_483_647L, 2_147_483_648L, Long.MAX_VALUE})
  void keepsNeighboursAndGapsWhenItWidens(long large) {
    PackedCells cells = new PackedCells();
    cells.set(10, 0);
    cells.set(12, 32_767);
    assertThat(cells.cellBytes()).isEqualTo(Short.BYTES);
    cells.set(8, large);
    assertThat(cells.cellBytes()).isEqualTo(bytesFor(large));
    assertThat(new long[] {cells.get(8), cells.get(9), cells.get(10), cells.get(11), cells.get(12)})
        .containsExactly(large, PackedCells.MISSING, 0, PackedCells.MISSING, 32_767);
  }

  @Test
  void widensFromTwoToFourToEightBytes() {
    PackedCells cells = new PackedCells();
    cells.set(0, 1);
    cells.set(1, 40_000);
    assertThat(cells.cellBytes()).isEqualTo(Integer.BYTES);
    cells.set(-1, 3_000_000_000L);
    assertThat(cells.cellBytes()).isEqualTo(Long.BYTES);
    cells.set(40, 2);
    assertThat(cells.cellBytes()).isEqualTo(Long.BYTES);
    assertThat(cells.get(0)).isEqualTo(1);
    assertThat(cells.get(1)).isEqualTo(40_000);
    assertThat(cells.get(-1)).isEqualTo(3_000_000_000L);
    assertThat(cells.get(39)).isEqualTo(PackedCells.MISSING);
  }

  @Test
  void clearsACell() {
    PackedCells cells = new PackedCells();
    cells.set(5, 7);
    cells.set(5, PackedCells.MISSING);
    assertThat(cells.get(5)).isEqualTo(PackedCells.MISSING);
  }

  @Test
  void reachesFromTheLowestPositionToTheHighest() {
    PackedCells cells = new PackedCells();
    cells.set(HIGHEST_POSITION, 1);
    cells.set(LOWEST_POSITION, 2);
    assertThat(cells.get(HIGHEST_POSITION)).isEqualTo(1);
    assertThat(cells.get(LOWEST_POSITION)).isEqualTo(2);
    assertThat(cells.get(0)).isEqualTo(PackedCells.MISSING);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -32_769, 32_768, Integer.MAX_VALUE})
  void refusesAPositionOutOfBoundsAndHasNothingThere(int position) {
    PackedCells cells = new PackedCells();
    cells.set(100, 1);
    assertThat(cells.get(position)).isEqualTo(PackedCells.MISSING);
    assertThatThrownBy(() -> cells.set(position, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("position=" + position);
  }

  @Test
  void refusesANegativeValue() {
    assertThatThrownBy(() -> new PackedCells().set(0, -2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("value=-2");
  }

  @Test
  void hasNothingAnywhereBeforeTheFirstValue() {
    PackedCells cells = new PackedCells();
    assertThat(cells.get(0)).isEqualTo(PackedCells.MISSING);
    assertThat(cells.get(-5)).isEqualTo(PackedCells.MISSING);
    assertThat(cells.cellBytes()).isEqualTo(Short.BYTES);
  }
}
