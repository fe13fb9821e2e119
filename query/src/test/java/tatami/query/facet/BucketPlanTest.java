package tatami.query.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.description.FilterLayout;

class BucketPlanTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0.1,  1.2,  5,      1 1.5 2 2.5 3 3.5 4 4.5 5
          1,    20,   100,    20 30 40 50 60 70 80 90 100
          1,    0,    101,    0 20 40 60 80 100 120
          0.1,  0,    1,      0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1
          1,    1,    3,      1 2 3
          1,    4,    4,      4 5
          0.25, 0.25, 0.75,   0 0.5 1
          3,    -3,   12,     -5 0 5 10 15
          0.01, -0.07, 0.02,  -0.07 -0.06 -0.05 -0.04 -0.03 -0.02 -0.01 0 0.01 0.02
          1,    0,    1000000, 0 100000 200000 300000 400000 500000 600000 700000 800000 900000 1000000
          """)
  void takesTheNarrowestNiceWidthThatNeedsAboutTenBuckets(
      BigDecimal step, BigDecimal lowest, BigDecimal highest, String edges) {
    BucketPlan plan = BucketPlan.of(number(step, List.of(lowest, highest)));
    List<String> found = new ArrayList<>();
    for (int bucket = 1; bucket <= plan.thresholds().length; bucket++) {
      found.add(text(plan.from(bucket)));
    }
    found.add(text(plan.to(plan.thresholds().length)));
    assertThat(String.join(" ", found)).isEqualTo(edges);
  }

  @Test
  void roundsThresholdsUpToStepsSoThatNoValueFallsBelowItsEdge() {
    BucketPlan plan =
        BucketPlan.of(
            number(new BigDecimal("3"), List.of(new BigDecimal("-3"), new BigDecimal("12"))));
    assertThat(plan.thresholds()).containsExactly(-1, 0, 2, 4);
  }

  @Test
  void hasNoBucketsWithoutData() {
    assertThat(BucketPlan.of(number(BigDecimal.ONE, List.of())).thresholds()).isEmpty();
  }

  private static FilterLayout.Number number(BigDecimal step, List<BigDecimal> bounds) {
    return new FilterLayout.Number(
        "size", PlainNumber.required("filter_size", IntegerWidth.INT4), step, bounds);
  }

  private static String text(BigDecimal edge) {
    return edge.stripTrailingZeros().toPlainString();
  }
}
