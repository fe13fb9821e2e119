package tatami.query.stay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tatami.query.whynot.JudgedTable;

class CandidatesTest {

  private static final Candidates ALL =
      JudgedTable.of("2 1\n4 1\n4 1\n4 1\n6\n7 1\n7 1").candidates();

  @Test
  void keepsTheOffersOfOneProperty() {
    Offers offers = ALL.only(4).offers();
    assertThat(ALL.only(4).properties().stream()).containsExactly(4);
    assertThat(offers.count()).isEqualTo(3);
    assertThat(offers.id(0)).isEqualTo(101);
    assertThat(offers.id(2)).isEqualTo(103);
    assertThat(offers.property(2)).isEqualTo(4);
    assertThat(offers.stock(1)).isEqualTo(202);
    assertThat(offers.number(OfferNumber.SALE_TO, 1)).isEqualTo(1002);
    assertThat(ALL.only(4).cells()).isSameAs(ALL.cells());
  }

  @Test
  void keepsTheFirstAndTheLastProperty() {
    assertThat(ALL.only(2).offers().count()).isEqualTo(1);
    assertThat(ALL.only(2).offers().id(0)).isEqualTo(100);
    assertThat(ALL.only(7).offers().count()).isEqualTo(2);
    assertThat(ALL.only(7).offers().id(1)).isEqualTo(105);
  }

  @Test
  void aPropertyWithoutOffersStaysAndOneThatIsNotThereDoesNot() {
    assertThat(ALL.only(6).properties().cardinality()).isEqualTo(1);
    assertThat(ALL.only(6).offers().count()).isZero();
    assertThat(ALL.only(5).properties().isEmpty()).isTrue();
    assertThat(ALL.only(9).offers().count()).isZero();
  }
}
