package tatami.ingest.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCountsTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1, 1500",
    "2, 1",
    "2, 1000",
    "3, 1499",
    "50, 3",
    "1000, 40",
    "1000, 900",
    "500, 1500"
  })
  void givesExactlyAsManyAsAskedInsideTheBounds(int hotels, int plans) {
    for (long seed = 0; seed < 20; seed++) {
      int[] counts = counts(hotels, plans, seed);

      assertThat(Arrays.stream(counts).asLongStream().sum()).isEqualTo((long) hotels * plans);
      assertThat(Arrays.stream(counts))
          .allMatch(count -> count >= 0 && count <= RyokanSize.MOST_PLANS);
      assertThat(counts[0]).isPositive();
    }
  }

  @Test
  void reachesFromNoneToFifteenHundred() {
    int[] counts = counts(5_000, 60, 1);

    int[] sorted = Arrays.stream(counts).sorted().toArray();
    assertThat(sorted[0]).isZero();
    assertThat(sorted[4_999]).isEqualTo(1_500);
    assertThat(sorted[2_500]).isLessThan(30);
    assertThat(Arrays.stream(counts).filter(count -> count == 0).count()).isBetween(150L, 250L);
  }

  private static int[] counts(int hotels, int plans, long seed) {
    PlanCounts counts =
        new PlanCounts(new RyokanSize(hotels, plans, 1, 1), new SplittableRandom(seed));
    return IntStream.range(0, hotels).map(counts::get).toArray();
  }
}
