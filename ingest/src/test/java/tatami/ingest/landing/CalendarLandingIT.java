package tatami.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.ingest.feed.FeedDefinition.DuplicatePolicy;
import tatami.ingest.feed.TestFeed;
import tatami.ingest.landing.LandedFeed.LandedDays;
import tatami.ingest.landing.LandedFeed.ValueMeasure;
import tatami.ingest.quarantine.RejectedRow;
import tatami.ingest.source.FeedRefusedException;

class CalendarLandingIT {

  @TempDir Path folder;

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
  void aKeyIsOneRowWithACellPerDay() throws Exception {
    bench.file(
        "rows.csv",
        """
        id,day,free,price
        9007199254740993,2026-12-05,1,10.00
        9007199254740993,2026-12-07,0,
        2,2026-12-06,3,0.00
        9007199254740993,2026-12-04,2,25.50
        """);
    LandedFeed landed = bench.land(calendar());
    assertThat(bench.table("id, free, price"))
        .containsExactly(
            "2|{-1,-1,3,-1}|{-1,-1,0,-1}", "9007199254740993|{2,1,-1,0}|{2550,1000,-1,-1}");
    assertThat(landed)
        .isEqualTo(
            new LandedFeed(
                4,
                0,
                0,
                7,
                2,
                new LandedDays(
                    LocalDate.of(2026, 12, 4),
                    4,
                    List.of(
                        new ValueMeasure("free", 4, 3, 1),
                        new ValueMeasure("price", 3, 2550, 50)))));
  }

  @ParameterizedTest
  @CsvSource({
    "327.67, smallint[]",
    "327.68, integer[]",
    "21474836.47, integer[]",
    "21474836.48, bigint[]",
  })
  void arraysAreAsNarrowAsTheirHighestValue(String price, String type) throws Exception {
    bench.file("rows.csv", "id,day,free,price\n1,2026-12-05,1,5\n2,2026-12-05,1," + price + "\n");
    bench.land(calendar());
    assertThat(bench.table("pg_typeof(free), pg_typeof(price)")).containsOnly("smallint[]|" + type);
  }

  @Test
  void identicalDuplicatesCountOnce() throws Exception {
    bench.file("rows.csv", "id,day,free,price\n1,2026-12-05,1,5\n1,2026-12-05,1,5.00\n");
    LandedFeed landed = bench.land(calendar());
    assertThat(landed.duplicates()).isEqualTo(1);
    assertThat(landed.rejected()).isZero();
    assertThat(landed.values()).isEqualTo(2);
  }

  @Test
  void rowsThatContradictEachOtherAreAllQuarantinedAndTheNightHasNothing() throws Exception {
    contradictions();
    LandedFeed landed = bench.land(calendar().duplicates(DuplicatePolicy.REJECT));
    assertThat(bench.table("id, free, price"))
        .containsExactly("1|{1,-1,1}|{500,-1,700}", "2|{-1,4,-1}|{-1,400,-1}");
    assertThat(counts(landed)).isEqualTo("9 in, 1 duplicates, 5 rejected");
    assertThat(bench.rejectedPlaces())
        .containsExactly("a.csv:3", "a.csv:4", "a.csv:5", "b.csv:2", "b.csv:4");
    assertThat(bench.rejected())
        .extracting(RejectedRow::reason)
        .containsOnly("contradicts another row with the key [1] on 2026-12-06");
  }

  @Test
  void theFirstOfContradictingRowsStaysWhereTheFeedSaysSo() throws Exception {
    contradictions();
    LandedFeed landed = bench.land(calendar().duplicates(DuplicatePolicy.FIRST));
    assertThat(bench.table("id, free, price"))
        .containsExactly("1|{1,1,1}|{500,600,700}", "2|{-1,4,-1}|{-1,400,-1}");
    assertThat(counts(landed)).isEqualTo("9 in, 5 duplicates, 0 rejected");
  }

  @Test
  void theLastOfContradictingRowsStaysWhereTheFeedSaysSo() throws Exception {
    contradictions();
    LandedFeed landed = bench.land(calendar().duplicates(DuplicatePolicy.LAST));
    assertThat(bench.table("id, free, price"))
        .containsExactly("1|{1,2,1}|{500,900,700}", "2|{-1,4,-1}|{-1,400,-1}");
    assertThat(counts(landed)).isEqualTo("9 in, 5 duplicates, 0 rejected");
  }

  @Test
  void anAllEmptyNightThatIsRepeatedIsADuplicate() throws Exception {
    bench.file("rows.csv", "id,day,free,price\n1,2026-12-05,1,5\n1,2026-12-06,,\n1,2026-12-06,,\n");
    assertThat(counts(bench.land(calendar()))).isEqualTo("3 in, 1 duplicates, 0 rejected");
    assertThat(bench.table("id, free")).containsExactly("1|{1,-1}");
  }

  @ParameterizedTest
  @CsvSource({
    "REJECT, ',', '1,5', '-1', '2 in, 0 duplicates, 2 rejected'",
    "REJECT, '1,5', ',', '-1', '2 in, 0 duplicates, 2 rejected'",
    "FIRST, ',', '1,5', '-1', '2 in, 1 duplicates, 0 rejected'",
    "FIRST, '1,5', ',', '1', '2 in, 1 duplicates, 0 rejected'",
    "LAST, ',', '1,5', '1', '2 in, 1 duplicates, 0 rejected'",
    "LAST, '1,5', ',', '-1', '2 in, 1 duplicates, 0 rejected'",
  })
  void anAllEmptyNightContradictsAFullOne(
      DuplicatePolicy policy, String first, String second, String cell, String counts)
      throws Exception {
    bench.file("a.csv", "id,day,free,price\n1,2026-12-05," + first + "\n");
    bench.file("b.csv", "id,day,free,price\n1,2026-12-05," + second + "\n");
    assertThat(counts(bench.land(calendar().duplicates(policy)))).isEqualTo(counts);
    assertThat(bench.table("id, free")).containsExactly("1|{" + cell + "}");
  }

  @Test
  void aNegativeCellCostsTheRow() throws Exception {
    bench.file("rows.csv", "id,day,free,price\n1,2026-12-05,-1,5\n1,2026-12-06,1,5\n");
    assertThat(bench.land(calendar()).rejected()).isEqualTo(1);
    assertThat(bench.rejected().get(0).reason())
        .isEqualTo("column \"free\": a calendar value is never negative, got -1");
    assertThat(bench.table("id, free")).containsExactly("1|{1}");
  }

  @Test
  void aDayThatIsFortyThousandDaysAwayCostsTheRow() throws Exception {
    LocalDate far = LocalDate.of(2026, 12, 5).plusDays(40_000);
    bench.file(
        "rows.csv",
        "id,day,free,price\n1,2026-12-05,1,5\n1,"
            + far
            + ",1,5\n2,"
            + far
            + ",1,5\n1,2026-12-06,1,5\n");
    LandedFeed landed = bench.land(calendar());
    assertThat(counts(landed)).isEqualTo("4 in, 0 duplicates, 2 rejected");
    assertThat(landed.rows()).isEqualTo(1);
    assertThat(bench.rejectedPlaces()).containsExactly("rows.csv:3", "rows.csv:4");
    assertThat(bench.table("id, free")).containsExactly("1|{1,1}");
  }

  @Test
  void aFirstRowFarInThePastCostsOnlyItself() throws Exception {
    bench.file(
        "rows.csv", "id,day,free,price\n1,1900-01-01,1,5\n1,2026-12-05,1,5\n1,2026-12-06,1,5\n");
    assertThat(counts(bench.land(calendar()))).isEqualTo("3 in, 0 duplicates, 1 rejected");
    assertThat(bench.rejectedPlaces()).containsExactly("rows.csv:2");
    assertThat(bench.table("id, free")).containsExactly("1|{1,1}");
  }

  @Test
  void refusesACalendarOfMoreThanTenYears() throws Exception {
    bench.file("rows.csv", "id,day,free,price\n1,2026-12-05,1,5\n1,2037-12-05,1,5\n");
    assertThatThrownBy(() -> bench.land(calendar()))
        .isInstanceOf(FeedRefusedException.class)
        .hasMessageContainingAll("2026-12-05", "2037-12-05", "3660 days");
  }

  @Test
  void refusesACalendarWithoutAGoodRow() throws Exception {
    bench.file("rows.csv", "id,day,free,price\n1,soon,1,5\n");
    assertThatThrownBy(() -> bench.land(calendar()))
        .isInstanceOf(FeedRefusedException.class)
        .hasMessageContaining("no row of rows.csv is good");
    assertThat(bench.rejectedPlaces()).containsExactly("rows.csv:2");
  }

  @Test
  void badRowsAreQuarantinedOnceEvenWhenTheFilesAreReadAgain() throws Exception {
    bench.file(
        "rows.csv",
        """
        id,day,free,price
        1,2026-12-05,1,5
        1,2026-12-05,1,6
        1,,1,5
        ,2026-12-05,1,5
        1,2026-02-30,1,5
        1,2026-12-06,1.5,5
        1,2026-12-06
        one,2026-12-06,1,5
        """);
    assertThat(counts(bench.land(calendar()))).isEqualTo("8 in, 0 duplicates, 8 rejected");
    assertThat(bench.rejectedPlaces().stream().sorted().distinct()).hasSize(8);
  }

  @Test
  void moreThanFivePercentOfBadRowsRefuseTheFeedAndAreKept() throws Exception {
    StringBuilder rows = new StringBuilder("id,day,free,price\n");
    for (int id = 1; id <= 94; id++) {
      rows.append(id).append(",2026-12-05,1,5\n");
    }
    rows.append("1,2026-12-06,1,free\n".repeat(5));
    bench.file("rows.csv", rows.toString());
    assertThatThrownBy(() -> bench.land(calendar().rejectedShare("0.05")))
        .isInstanceOf(FeedRefusedException.class)
        .hasMessageContaining("5 of 99 rows are bad, more than the allowed 5 %");
    assertThat(bench.rejectedPlaces()).hasSize(5).startsWith("rows.csv:96");
  }

  @Test
  void daysMayComeInDescendingOrder() throws Exception {
    StringBuilder rows = new StringBuilder("id,day,free,price\n");
    LocalDate last = LocalDate.of(2027, 12, 31);
    for (int day = 0; day < 1_000; day++) {
      rows.append("1,").append(last.minusDays(day)).append(',').append(day).append(",5\n");
    }
    bench.file("rows.csv", rows.toString());
    LandedFeed landed = bench.land(calendar());
    assertThat(landed.days().firstDay()).isEqualTo(last.minusDays(999));
    assertThat(bench.table("free[1], free[1000], cardinality(free)")).containsExactly("999|0|1000");
  }

  @Test
  void keysAreOfSeveralColumnsAndTypes() throws Exception {
    bench.file(
        "rows.csv",
        "code,number,day,open\nあ\\,1,2026-12-05,t\nあ\\,2,2026-12-05,f\n\"a\tb\",1,2026-12-05,\n");
    bench.land(
        TestFeed.withKey("code", "number")
            .column("code", "text")
            .column("number", "integer")
            .value("open", "boolean"));
    assertThat(bench.table("code COLLATE \"C\", number, open"))
        .containsExactly("a\tb|1|{-1}", "あ\\|1|{1}", "あ\\|2|{0}");
  }

  private void contradictions() throws Exception {
    bench.file(
        "a.csv",
        """
        id,day,free,price
        1,2026-12-05,1,5
        1,2026-12-06,1,6
        1,2026-12-06,1,6
        1,2026-12-06,1,7
        2,2026-12-06,4,4
        """);
    bench.file(
        "b.csv",
        """
        id,day,free,price
        1,2026-12-06,1,6
        2,2026-12-06,4,4
        1,2026-12-06,2,9
        1,2026-12-07,1,7
        """);
  }

  private static String counts(LandedFeed landed) {
    return landed.rowsIn()
        + " in, "
        + landed.duplicates()
        + " duplicates, "
        + landed.rejected()
        + " rejected";
  }

  private static TestFeed calendar() {
    return TestFeed.withKey("id")
        .files("*.csv")
        .column("id", "bigint")
        .value("free", "integer")
        .value("price", "money");
  }
}
