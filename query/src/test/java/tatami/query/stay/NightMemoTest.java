package tatami.query.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tatami.query.request.Guests.SplitParty;
import tatami.searchtable.calendar.OwnDays;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.NightRules;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.PriceModel;

/** A night is known by its cells, as long as the offers are alike. */
class NightMemoTest {

  private static final int[] TABLES = {0, 2};
  private static final long[][] CELLS = {{5, 5, 5, 7, -1}, {1, 2, 3, 4, 5}, {6, 6, 8, 6, 6}};
  private static final long[][] OTHER_CELLS = {{6}, {1}, {6}};

  private final SplitTariff tariff = tariff();
  private final NightMemo memo = new NightMemo();

  private static SplitTariff tariff() {
    StayLayout layout =
        new StayLayout(
            "stock",
            new OwnDays(1),
            PriceModel.PER_ROOM,
            List.of(),
            new OfferRules(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                NightRules.NONE,
                null,
                null,
                null,
                null),
            List.of(),
            List.of(),
            List.of(),
            null);
    SplitParty party = new SplitParty(3, List.of(), 2);
    AgeBands bands = AgeBands.withoutPolicy(layout, List.of());
    return new RoomTariff(TypedParty.of(party, bands), new RoomPrices(layout));
  }

  @BeforeEach
  void rememberTheFirstNight() {
    memo.turnTo(tariff, 0, 9, 2);
    assertThat(memo.find(TABLES, CELLS, 0)).isFalse();
    memo.remember(100);
  }

  @Test
  void knowsNightsWithTheSameCells() {
    assertThat(memo.find(TABLES, CELLS, 1)).isTrue();
    assertThat(memo.known()).isEqualTo(100);
    assertThat(memo.find(TABLES, CELLS, 2)).isFalse();
    assertThat(memo.find(TABLES, CELLS, 3)).isFalse();
    assertThat(memo.find(TABLES, CELLS, 4)).isFalse();
    assertThat(memo.find(TABLES, OTHER_CELLS, 0)).isFalse();
    assertThat(memo.find(new int[] {0}, CELLS, 0)).isFalse();
    assertThat(memo.find(TABLES, CELLS, 0)).isTrue();
  }

  @Test
  void keepsWhatItReadApartFromWhatItRemembers() {
    assertThat(memo.find(TABLES, CELLS, 3)).isFalse();
    memo.remember(300);
    assertThat(memo.find(TABLES, CELLS, 1)).isTrue();
    assertThat(memo.known()).isEqualTo(100);
    assertThat(memo.find(TABLES, CELLS, 3)).isTrue();
    assertThat(memo.known()).isEqualTo(300);
  }

  @Test
  void anotherOfferThatIsAlikeHasTheSameNights() {
    memo.turnTo(tariff, 0, 9, 2);
    assertThat(memo.find(TABLES, CELLS, 0)).isTrue();
  }

  @Test
  void forgetsWhereOffersDiffer() {
    memo.turnTo(tariff(), 0, 9, 2);
    assertThat(memo.find(TABLES, CELLS, 0)).isFalse();
    memo.remember(1);
    memo.turnTo(tariff, 0, 9, 2);
    assertThat(memo.find(TABLES, CELLS, 0)).isFalse();
    memo.remember(1);
    memo.turnTo(tariff, 1, 9, 2);
    assertThat(memo.find(TABLES, CELLS, 0)).isFalse();
    memo.remember(1);
    memo.turnTo(tariff, 1, 8, 2);
    assertThat(memo.find(TABLES, CELLS, 0)).isFalse();
    memo.remember(1);
    memo.turnTo(tariff, 1, 8, 3);
    assertThat(memo.find(TABLES, CELLS, 0)).isFalse();
  }
}
