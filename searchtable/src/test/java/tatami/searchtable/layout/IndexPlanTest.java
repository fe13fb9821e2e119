package tatami.searchtable.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.searchtable.layout.IndexChoice.Decision;
import tatami.searchtable.layout.IndexEvidence.FrequentValue;
import tatami.searchtable.layout.IndexEvidence.Search;

class IndexPlanTest {

  private static final int BYTES_A_ROW = 52;

  /**
   * Fastest of 15 runs, 48 bytes a row, all in memory; the last column is what the planner made of
   * an index that was there (docs/decisions/008).
   */
  @ParameterizedTest
  @CsvSource({
    "10000,  0.001, 691,   17",
    "10000,  0.01,  680,   52",
    "10000,  0.05,  691,   122",
    "10000,  0.1,   790,   204",
    "10000,  0.2,   775,   638",
    "10000,  0.3,   813,   910",
    "50000,  0.01,  3807,  201",
    "50000,  0.05,  3944,  611",
    "50000,  0.15,  4333,  3921",
    "50000,  0.3,   4892,  5172",
    "200000, 0.01,  9397,  586",
    "200000, 0.05,  9761,  1799",
    "200000, 0.15,  10951, 12533",
    "200000, 0.3,   13056, 25369"
  })
  void choosesAnIndexWhereItWasMeasuredToWinByFarAndNoneWhereItLost(
      long rows, double share, double scan, double index) {
    IndexChoice choice = IndexPlan.choose(values(rows, share));
    if (index > scan * 0.8) {
      assertThat(choice.decision()).as(choice.reason()).isEqualTo(Decision.NONE);
    } else if (index < scan * 0.25) {
      assertThat(choice.decision()).as(choice.reason()).isEqualTo(Decision.FULL);
    }
    assertThat(choice.without().microseconds()).isBetween(scan * 0.6, scan * 1.6);
  }

  @Test
  void aSmallTableNeedsNoIndexHoweverSelective() {
    long rows = 63L * PageModel.PAGE_BYTES / BYTES_A_ROW;
    IndexChoice choice = IndexPlan.choose(values(rows, 1.0 / rows));
    assertThat(choice.decision()).isEqualTo(Decision.NONE);
    assertThat(choice.reason()).isEqualTo("the table has 63 pages, fewer than 64");
  }

  @Test
  void oneValueOfNinetyNinePercentIsLeftOutOfTheIndex() {
    IndexChoice choice =
        IndexPlan.choose(evidence(50_000, 0, new FrequentValue(5, 0.992), OptionalDouble.of(0.98)));
    assertThat(choice.decision()).isEqualTo(Decision.PARTIAL);
    assertThat(choice.predicate()).isEqualTo("\"code\" <> 5");
    assertThat(choice.indexBytes()).isLessThan(50_000);
    assertThat(choice.reason()).contains("the value 5 has 99.2 % of the rows", "0.80 % of 50,000");
    assertThat(choice.comment()).startsWith("-- Used by: filter \"kind\"; the value 5 has");
    assertThat(choice.createStatement("\"r1\".\"offer\""))
        .isEqualTo("CREATE INDEX ON \"r1\".\"offer\" (\"code\") WHERE \"code\" <> 5");
  }

  @Test
  void ninetyNinePercentWithoutAValueAreLeftOutToo() {
    IndexChoice choice = IndexPlan.choose(evidence(50_000, 0.995, null, OptionalDouble.of(0.002)));
    assertThat(choice.predicate()).isEqualTo("\"code\" IS NOT NULL");
    assertThat(choice.reason()).startsWith("no value has 99.5 % of the rows");
  }

  @Test
  void aColumnWithOneSingleValueOrNoneHasNothingToFind() {
    FrequentValue only = new FrequentValue(0, 1);
    assertThat(IndexPlan.choose(evidence(50_000, 0, only, OptionalDouble.of(1))).decision())
        .isEqualTo(Decision.NONE);
    assertThat(IndexPlan.choose(evidence(50_000, 1, null, OptionalDouble.empty())).decision())
        .isEqualTo(Decision.NONE);
  }

  @Test
  void aRangeThatNobodyKnowsGetsNoIndex() {
    IndexChoice choice = IndexPlan.choose(evidence(50_000, 0, null, OptionalDouble.empty()));
    assertThat(choice.decision()).isEqualTo(Decision.NONE);
    assertThat(choice.with()).isNull();
    assertThat(choice.reason()).isEqualTo("nothing tells how many rows a search will read");
  }

  @Test
  void aSetGetsNoBtree() {
    IndexEvidence set =
        new IndexEvidence(
            "tags",
            Search.SET,
            50_000,
            4_000_000,
            9,
            0,
            null,
            OptionalDouble.of(0.01),
            List.of("t"));
    assertThat(IndexPlan.choose(set).reason()).isEqualTo("a btree cannot find one value of a set");
  }

  @Test
  void anIndexThatIsLargerThanHalfOfTheTableDoesNotPay() {
    IndexEvidence narrow =
        new IndexEvidence(
            "code",
            Search.VALUES,
            100_000,
            3_600_000,
            100_000,
            0,
            null,
            OptionalDouble.of(0.00001),
            List.of("f"));
    assertThat(IndexPlan.choose(narrow).decision()).isEqualTo(Decision.NONE);
    assertThat(IndexPlan.choose(narrow).reason()).endsWith("larger than half of the table");
  }

  @Test
  void theReasonHoldsTheFiguresOfTheChoice() {
    assertThat(IndexPlan.choose(values(50_000, 0.01)).reason())
        .isEqualTo(
            "a search reads 1.00 % of 50,000 rows: 0.21 ms and 254 pages with an index of 0.35 MB,"
                + " 3.16 ms and 318 pages without");
    assertThat(IndexPlan.choose(values(50_000, 0.3)).reason()).endsWith("which is not half of it");
  }

  @Test
  void refusesSharesThatAreNone() {
    assertThatThrownBy(() -> values(10, 1.5)).hasMessageContaining("column=code value=1.5");
    assertThatThrownBy(() -> evidence(10, Double.NaN, null, OptionalDouble.empty()))
        .hasMessageContaining("absent share must lie from 0 to 1");
  }

  private static IndexEvidence values(long rows, double share) {
    return evidence(rows, 0, null, OptionalDouble.of(share));
  }

  private static IndexEvidence evidence(
      long rows, double absent, FrequentValue frequent, OptionalDouble share) {
    return new IndexEvidence(
        "code",
        Search.VALUES,
        rows,
        rows * BYTES_A_ROW,
        20,
        absent,
        frequent,
        share,
        List.of("filter \"kind\""));
  }
}
