package tatami.searchbuild.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tatami.searchtable.description.LongStay;
import tatami.searchtable.description.LongStay.Rebate;
import tatami.searchtable.description.LongStay.RebateKind;

class NumberedTermsTest {

  private static final int MANY = 10_000;

  @Test
  void equalTermsShareANumberInTheOrderOfTheOffers() {
    List<LongStay> ofOffers =
        Arrays.asList(rebate(5), null, rebate(3), rebate(5), null, rebate(4), rebate(3));
    NumberedTerms<LongStay> numbered = new NumberedTerms<>(ofOffers.size(), ofOffers::get);
    assertThat(IntStream.range(0, ofOffers.size()).mapToObj(numbered::number))
        .containsExactly(0L, null, 1L, 0L, null, 2L, 1L);
    assertThat(numbered.terms()).containsExactly(rebate(5), rebate(3), rebate(4));
  }

  @Test
  void thereMayBeTensOfThousandsOrNone() {
    NumberedTerms<LongStay> many = new NumberedTerms<>(2 * MANY, offer -> rebate(1 + offer % MANY));
    assertThat(many.terms()).hasSize(MANY);
    assertThat(many.number(MANY + 7)).isEqualTo(7);
    assertThat(new NumberedTerms<LongStay>(5, offer -> null).terms()).isEmpty();
  }

  private static LongStay rebate(int nights) {
    return new LongStay(List.of(new Rebate(nights, RebateKind.AMOUNT, 100)));
  }
}
