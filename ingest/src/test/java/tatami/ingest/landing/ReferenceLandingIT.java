package tatami.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tatami.ingest.feed.ColumnReference;
import tatami.ingest.feed.FeedDefinition.DuplicatePolicy;
import tatami.ingest.feed.TestFeed;
import tatami.ingest.quarantine.RejectedRow;

/** What refers to nothing that is there, or is in another currency, costs its row alone. */
class ReferenceLandingIT {

  private static final ColumnReference POLICY = new ColumnReference("policy", "code");

  @TempDir private Path folder;
  private LandingBench bench;

  @BeforeEach
  void open() throws SQLException {
    bench = new LandingBench(folder);
  }

  @AfterEach
  void close() throws SQLException {
    bench.close();
  }

  @Test
  void aMissingPolicyRejectsItsRowsAndTheRestLoads() throws Exception {
    bench.file("rows.csv", "id,policy\n1,p1\n2,lost\n3,\n4,p2\n5,P1\n6,p1\n");
    ReferencedValues policies = bench.referenced(POLICY, "text", "('p1'), ('p2'), ('p2'), (NULL)");

    LandedFeed landed = bench.land(plans(), policies);

    assertThat(landed).isEqualTo(new LandedFeed(6, 0, 2, 0, 4, null));
    assertThat(bench.table("id, policy")).containsExactly("1|p1", "3|null", "4|p2", "6|p1");
    assertThat(bench.rejectedPlaces()).containsExactly("rows.csv:3", "rows.csv:6");
    assertThat(bench.rejected())
        .extracting(RejectedRow::reason)
        .containsExactly(
            "column \"policy\": no row of feed \"policy\" has it as its \"code\", got \"lost\"",
            "column \"policy\": no row of feed \"policy\" has it as its \"code\", got \"P1\"");
  }

  @Test
  void numbersAreFoundAsNumbers() throws Exception {
    bench.file("rows.csv", "id,policy\n1,7\n2,07\n3,7.0\n4,8\n");
    ReferencedValues policies = bench.referenced(POLICY, "int4", "(7)");

    LandedFeed landed = bench.land(plans("integer"), policies);

    assertThat(landed.rejected()).isEqualTo(1);
    assertThat(bench.rejectedPlaces()).containsExactly("rows.csv:5");
  }

  @Test
  void wholeNumbersOf64BitsAreFoundToo() throws Exception {
    bench.file("rows.csv", "id,policy\n1,9007199254740993\n2,9007199254740992\n");
    ReferencedValues policies = bench.referenced(POLICY, "int8", "(9007199254740993)");

    assertThat(bench.land(plans("bigint"), policies).rejected()).isEqualTo(1);
    assertThat(bench.rejectedPlaces()).containsExactly("rows.csv:3");
  }

  @ParameterizedTest
  @EnumSource(DuplicatePolicy.class)
  void rowsThatReferToNothingAreNoPartOfAContradiction(DuplicatePolicy policy) throws Exception {
    bench.file("rows.csv", "id,policy\n1,lost\n1,p1\n2,p1\n2,lost\n");
    ReferencedValues policies = bench.referenced(POLICY, "text", "('p1')");

    LandedFeed landed = bench.land(plans().duplicates(policy), policies);

    assertThat(landed).isEqualTo(new LandedFeed(4, 0, 2, 0, 2, null));
    assertThat(bench.table("id, policy")).containsExactly("1|p1", "2|p1");
  }

  @Test
  void aFeedOfWhichMostRowsReferToNothingIsRefused() throws Exception {
    bench.file("rows.csv", "id,policy\n1,p1\n2,lost\n");
    ReferencedValues policies = bench.referenced(POLICY, "text", "('p1')");

    assertThatThrownBy(() -> bench.land(plans().rejectedShare("0.05"), policies))
        .hasMessageContaining("1 of 2 rows are bad")
        .hasMessageContaining("rows.csv:3: column \"policy\"");
  }

  @Test
  void theKeyOfACalendarRefersToo() throws Exception {
    bench.file(
        "rows.csv",
        "id,day,price\n1,2026-12-05,5\n9,2026-12-05,5\n9,2026-12-06,5\n2,2026-12-05,6\n");
    ColumnReference hotel = new ColumnReference("hotel", "id");
    ReferencedValues hotels = bench.referenced(hotel, "int4", "(1), (2)");

    LandedFeed landed =
        bench.land(
            TestFeed.withKey("id").column("id", "integer", hotel).value("price", "money"), hotels);

    assertThat(landed.rejected()).isEqualTo(2);
    assertThat(landed.values()).isEqualTo(2);
    assertThat(bench.table("id, price")).containsExactly("1|{500}", "2|{600}");
    assertThat(bench.rejected())
        .allMatch(row -> row.reason().contains("no row of feed \"hotel\" has it as its \"id\""));
  }

  @Test
  void aRowInAnotherCurrencyIsBad() throws Exception {
    bench.file("rows.csv", "id,unit\n1,USD\n2,JPY\n3,\n");

    LandedFeed landed =
        bench.land(TestFeed.withKey("id").column("id", "integer").column("unit", "currency"));

    assertThat(landed).isEqualTo(new LandedFeed(3, 0, 1, 0, 2, null));
    assertThat(bench.rejected())
        .extracting(RejectedRow::reason)
        .containsExactly("column \"unit\": needs USD, the catalog's currency, got \"JPY\"");
  }

  @Test
  void aNightInAnotherCurrencyIsBadAndTheCurrencyIsNotKept() throws Exception {
    bench.file(
        "rows.csv",
        "id,unit,day,price\n1,USD,2026-12-05,5\n1,JPY,2026-12-06,500\n1,USD,2026-12-06,7\n1,,2026-12-07,8\n");

    LandedFeed landed =
        bench.land(
            TestFeed.withKey("id")
                .column("id", "integer")
                .column("unit", "currency")
                .value("price", "money"));

    assertThat(landed.rejected()).isEqualTo(1);
    assertThat(bench.rejectedPlaces()).containsExactly("rows.csv:3");
    assertThat(bench.table("*, 1")).containsExactly("1|{500,700,800}|1");
  }

  @Test
  void aPatternIsACellOfACalendar() throws Exception {
    bench.file(
        "rows.csv",
        "id,day,lengths\n1,2026-12-05,0110\n1,2026-12-06,\n1,2026-12-07,2\n1,2026-12-08,"
            + "1".repeat(62)
            + "\n");

    LandedFeed landed =
        bench.land(TestFeed.withKey("id").column("id", "integer").value("lengths", "pattern"));

    assertThat(landed.rejected()).isEqualTo(1);
    assertThat(landed.days().get("lengths").highest()).isEqualTo(Long.MAX_VALUE);
    assertThat(bench.table("id, lengths")).containsExactly("1|{22,-1,-1,9223372036854775807}");
  }

  private static TestFeed plans() {
    return plans("text");
  }

  private static TestFeed plans(String type) {
    return TestFeed.withKey("id").column("id", "integer").column("policy", type, POLICY);
  }
}
