package tatami.searchbuild.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.searchbuild.catalog.StayDefinition.LongStayDefinition;
import tatami.searchbuild.master.MasterRows;
import tatami.searchtable.description.LongStay;
import tatami.searchtable.description.LongStay.Rebate;
import tatami.searchtable.description.LongStay.RebateKind;

class LongStaysTest {

  private static final List<String> NAMES =
      List.of("camp", "pitch", "rule", "nights", "percent", "fee", "free");

  private static final List<String> KEY = List.of("camp", "pitch", "rule");

  private static final LongStayDefinition COLUMNS =
      new LongStayDefinition("long_stay", "rule", "nights", "percent", "fee", "free");

  private final LeftOutRows leftOut = new LeftOutRows("long_stay");

  @Test
  void theRulesOfAnOfferAreFoundByTheRestOfTheKey() {
    Map<List<Object>, LongStay> rebates =
        read(
            row("a", 1, 1, 3, new BigDecimal("12.5"), null, null),
            row("a", 2, 1, 4, null, 500L, null),
            row("a", 1, 2, 7, null, null, 7));
    assertThat(rebates)
        .containsOnly(
            Map.entry(
                List.of("a", 1L),
                new LongStay(
                    List.of(
                        new Rebate(3, RebateKind.SHARE, 1250),
                        new Rebate(7, RebateKind.FREE_NIGHTS, 7)))),
            Map.entry(
                List.of("a", 2L), new LongStay(List.of(new Rebate(4, RebateKind.AMOUNT, 500)))));
    assertThat(leftOut.warnings()).isEmpty();
  }

  @Test
  void listsOfTheSameRulesAreEqualWhateverTheirOrderAndNumbers() {
    Map<List<Object>, LongStay> rebates =
        read(
            row("a", 1, 5, 3, null, 500L, null),
            row("a", 1, 2, 7, null, 900L, null),
            row("b", 1, 1, 3, null, 500L, null),
            row("b", 1, 8, 7, null, 900L, null),
            row("b", 1, 9, 3, null, 500L, null));
    assertThat(rebates.get(List.of("a", 1L))).isEqualTo(rebates.get(List.of("b", 1L)));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          -  | 10    | -  | -  | shortest stay
          0  | 10    | -  | -  | shortest stay
          3  | -     | -  | -  | exactly one
          3  | 10    | 5  | -  | exactly one
          3  | 10    | -  | 3  | exactly one
          3  | 100.1 | -  | -  | percentage
          3  | -1    | -  | -  | percentage
          3  | 1.005 | -  | -  | percentage
          3  | -     | -1 | -  | amount
          3  | -     | -  | 0  | free night
          """)
  void oddRulesAreLeftOutAndTold(
      Integer nights, BigDecimal percent, Long fee, Integer free, String reason) {
    assertThat(read(row("a", 1, 4, nights, percent, fee, free))).isEmpty();
    assertThat(leftOut.warnings())
        .singleElement()
        .asString()
        .startsWith("1 row of feed \"long_stay\" left out")
        .contains(reason, "(camp=a, pitch=1, rule=4)");
  }

  private Map<List<Object>, LongStay> read(Object[]... rows) {
    return LongStays.read(
        new MasterRows(NAMES, new ArrayList<>(Arrays.asList(rows))), KEY, COLUMNS, leftOut);
  }

  private static Object[] row(
      String camp, int pitch, int rule, Integer nights, Number percent, Long fee, Integer free) {
    return new Object[] {camp, pitch, rule, nights, percent, fee, free};
  }
}
