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
import tatami.searchbuild.catalog.StayDefinition.BandColumns;
import tatami.searchbuild.master.MasterRows;
import tatami.searchtable.description.ChildPolicy;
import tatami.searchtable.description.ChildPolicy.AgeBand;
import tatami.searchtable.description.ChildPolicy.BandPricing;
import tatami.searchtable.description.PersonClass;

class ChildPoliciesTest {

  private static final List<String> NAMES =
      List.of("policy", "band", "from", "to", "class", "counts", "percent", "yen");

  private static final BandColumns COLUMNS =
      new BandColumns("policy", "band", "from", "to", "class", "counts", "percent", "yen");

  private final LeftOutRows leftOut = new LeftOutRows("child_policy");

  @Test
  void bandsStandInTheOrderOfTheirNumbers() {
    ChildPolicy policy =
        read(
                row("p", 10, 0, 17, "child_d", null, null, null),
                row("p", 2, 0, 5, "infant", null, null, null),
                row("p", 9, 3, 11, "child_a", null, null, null))
            .get(List.of("p"));
    assertThat(policy.bands())
        .extracting(AgeBand::personClass)
        .containsExactly(PersonClass.INFANT, PersonClass.CHILD_A, PersonClass.CHILD_D);
    assertThat(policy.findBand(4)).map(AgeBand::personClass).contains(PersonClass.INFANT);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          -     | -    | OWN_CELLS      | 0
          70    | -    | SHARE_OF_ADULT | 7000
          33.35 | -    | SHARE_OF_ADULT | 3335
          1E+2  | -    | SHARE_OF_ADULT | 10000
          0.500 | -    | SHARE_OF_ADULT | 50
          0     | -    | FREE           | 0
          0.00  | -    | FREE           | 0
          -     | 2200 | AMOUNT         | 2200
          -     | 0    | FREE           | 0
          """)
  void pricesComeFromAPercentageAnAmountOrTheClassItself(
      BigDecimal percent, Long yen, BandPricing pricing, long amount) {
    ChildPolicy policy = read(row("p", 1, 6, 11, "child_a", true, percent, yen)).get(List.of("p"));
    assertThat(policy.bands())
        .containsExactly(new AgeBand(6, 11, PersonClass.CHILD_A, true, pricing, amount));
    assertThat(leftOut.warnings()).isEmpty();
  }

  @Test
  void anAbsentLastAgeHasNoEndAndHeadsCountUnlessItIsDenied() {
    Map<List<Object>, ChildPolicy> policies =
        read(
            row("open", 1, 12, null, "adult", null, null, null),
            row("grown", 1, 20, null, "adult", true, null, null),
            row("small", 1, 0, 2, "infant", false, null, 0L));
    assertThat(policies.get(List.of("open")).bands())
        .containsExactly(band(12, 17, PersonClass.ADULT, true, BandPricing.OWN_CELLS));
    assertThat(policies.get(List.of("grown")).bands())
        .containsExactly(band(20, 20, PersonClass.ADULT, true, BandPricing.OWN_CELLS));
    assertThat(policies.get(List.of("small")).bands())
        .containsExactly(band(0, 2, PersonClass.INFANT, false, BandPricing.FREE));
  }

  @Test
  void columnsThatTheCatalogDoesNotNameAreAbsent() {
    BandColumns few = new BandColumns("policy", "band", "from", null, "class", null, null, null);
    MasterRows rows =
        new MasterRows(
            List.of("policy", "band", "from", "class"),
            new ArrayList<>(List.<Object[]>of(new Object[] {"p", 1, 3, "child_b"})));
    assertThat(ChildPolicies.read(rows, few, leftOut).get(List.of("p")).bands())
        .containsExactly(band(3, 17, PersonClass.CHILD_B, true, BandPricing.OWN_CELLS));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          0  | 5 | kid     | -      | -  | person class
          0  | 5 | -       | -      | -  | person class
          0  | 5 | room    | -      | -  | person class
          -  | 5 | child_a | -      | -  | first age
          -1 | 5 | child_a | -      | -  | first age
          6  | 5 | child_a | -      | -  | last age
          0  | 5 | child_a | 50     | 0  | both
          0  | 5 | child_a | 33.333 | -  | percentage
          0  | 5 | child_a | -1     | -  | percentage
          0  | 5 | child_a | 10001  | -  | percentage
          0  | 5 | child_a | 1E+40  | -  | percentage
          0  | 5 | child_a | -      | -5 | amount
          """)
  void oddBandsAreLeftOutAndTold(
      Integer from, Integer to, String word, BigDecimal percent, Long yen, String reason) {
    Map<List<Object>, ChildPolicy> policies =
        read(
            row("p", 1, from, to, word, null, percent, yen),
            row("p", 2, 0, 17, "child_d", null, null, null),
            row("q", 1, from, to, word, null, percent, yen));
    assertThat(policies.get(List.of("p")).bands()).hasSize(1);
    assertThat(policies.get(List.of("q")).bands()).isEmpty();
    assertThat(leftOut.warnings())
        .singleElement()
        .asString()
        .startsWith("2 rows of feed \"child_policy\" left out")
        .contains(reason, "the first is policy=p, band=1");
  }

  private Map<List<Object>, ChildPolicy> read(Object[]... rows) {
    return ChildPolicies.read(
        new MasterRows(NAMES, new ArrayList<>(Arrays.asList(rows))), COLUMNS, leftOut);
  }

  private static Object[] row(
      String policy,
      int band,
      Integer from,
      Integer to,
      String word,
      Boolean counts,
      Number percent,
      Long yen) {
    return new Object[] {policy, band, from, to, word, counts, percent, yen};
  }

  private static AgeBand band(
      int first, int last, PersonClass personClass, boolean counts, BandPricing pricing) {
    return new AgeBand(first, last, personClass, counts, pricing, 0);
  }
}
