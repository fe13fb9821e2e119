package tatami.query.mirror.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Codes keep the order of totals. */
class PriceCodeTest {

  @Test
  void smallTotalsAreTheirOwnCodes() {
    for (int total = 0; total < 4_096; total++) {
      assertThat((int) PriceCode.of(total)).isEqualTo(total);
    }
    assertThat((int) PriceCode.of(4_096)).isEqualTo(4_096);
  }

  @Test
  void aSmallerCodeIsASmallerTotal() {
    Random random = new Random(5);
    for (int draw = 0; draw < 100_000; draw++) {
      long one = random.nextLong(1L << 1 + random.nextInt(62));
      long other = random.nextInt(3) == 0 ? one + random.nextInt(3) : random.nextLong(1L << 50);
      if (PriceCode.of(one) < PriceCode.of(other)) {
        assertThat(one).isLessThan(other);
      }
      assertThat(PriceCode.of(one)).isLessThan(PriceCode.NONE);
    }
  }

  @Test
  void codesOfOrdinaryTotalsDifferByAFewParts() {
    for (long total = 4_096; total < 1L << 36; total = total * 17 / 16) {
      assertThat(PriceCode.of(total + total / 1_000)).isGreaterThan(PriceCode.of(total));
    }
  }

  @Test
  void theLastCodeStandsForAllBeyond() {
    assertThat(PriceCode.of(Long.MAX_VALUE)).isEqualTo(PriceCode.of(1L << 50));
    assertThat((int) PriceCode.of(Long.MAX_VALUE)).isEqualTo(PriceCode.NONE - 1);
  }
}
