package tatami.searchbuild.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberStepsTest {

  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4.5 4.7 3.2       | 0.1
          4.50 4.75         | 0.25
          100 300 -200      | 100
          1E+3 2000         | 1E+3
          7                 | 7
          0                 | 1
          0 0.0             | 1
          0 0.04            | 0.04
          -0.03 0.05        | 0.01
          3 2               | 1
          12345678901234567890.5 0.5 | 0.5
          """)
  void theStepIsTheExactCommonStepOfTheData(String values, BigDecimal step) {
    NumberSteps steps = steps(values);
    assertThat(steps.step()).isEqualByComparingTo(step);
  }

  @Test
  void encodesMultiplesOfTheStep() {
    NumberSteps steps = steps("4.50 4.75 -0.25 0");
    assertThat(steps.encode(0, new BigDecimal("4.5"))).isEqualTo(18);
    assertThat(steps.encode(0, new BigDecimal("4.750"))).isEqualTo(19);
    assertThat(steps.encode(0, new BigDecimal("-0.25"))).isEqualTo(-1);
    assertThat(steps.encode(0, BigDecimal.ZERO)).isZero();
    assertThat(steps.encode(0, null)).isNull();
    assertThat(steps.bounds().get(0)).isEqualByComparingTo("-0.25");
    assertThat(steps.bounds().get(1)).isEqualByComparingTo("4.75");
  }

  @Test
  void hasNoBoundsWithoutValues() {
    NumberSteps steps = new NumberSteps("rating", row -> "r" + row);
    steps.collect(null);
    assertThat(steps.bounds()).isEmpty();
    assertThat(steps.step()).isEqualByComparingTo("1");
  }

  @Test
  void everyValueOfRandomDataComesBackExactly() {
    System.out.println(
        "repeat with: mvn -pl searchbuild -am test -Dtest=NumberStepsTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtatami.testArguments=-Dtatami.seed="
            + SEED);
    Random random = new Random(SEED);
    for (int run = 0; run < 200; run++) {
      NumberSteps steps = new NumberSteps("n", row -> "r" + row);
      List<BigDecimal> values = new ArrayList<>();
      for (int index = 0; index < 1 + random.nextInt(20); index++) {
        values.add(BigDecimal.valueOf(random.nextInt(2_000) - 1_000, random.nextInt(7) - 2));
      }
      values.forEach(steps::collect);
      for (BigDecimal value : values) {
        BigDecimal back = steps.step().multiply(BigDecimal.valueOf(steps.encode(0, value)));
        assertThat(back).as("%s in steps of %s", values, steps.step()).isEqualByComparingTo(value);
      }
    }
  }

  @Test
  void refusesDataThatNoStepPacksIntoSixtyFourBits() {
    NumberSteps steps = steps("0.0000000001 12345678901234567890");
    assertThatThrownBy(() -> steps.encode(7, new BigDecimal("12345678901234567890")))
        .hasMessageContainingAll(
            "filter \"rating\"", "12345678901234567890", "of row r7", "64 bits");
  }

  private static NumberSteps steps(String values) {
    NumberSteps steps = new NumberSteps("rating", row -> "r" + row);
    Arrays.stream(values.trim().split(" +")).map(BigDecimal::new).forEach(steps::collect);
    return steps;
  }
}
