package tatami.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tatami.ingest.feed.FeedDefinition.DuplicatePolicy;
import tatami.ingest.feed.TestFeed;
import tatami.ingest.quarantine.RejectedRow;
import tatami.ingest.source.FeedRefusedException;

class RowLandingIT {

  /** The key 1 has five rows, two of them alike; 2 has two that are alike; 3 has one. */
  private static final String FIRST_FILE = "id,name\n1,a\n2,x\n1,b\n1,a\n";

  private static final String SECOND_FILE = "id,name\n3,y\n2,x\n1,c\n1,b\n";

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
  void everyTypeArrivesAsPostgresReadsIt() throws Exception {
    bench.file(
        "rows.csv",
        """
        id,number,amount,ratio,flag,day,tags,note
        9007199254740993,-5,1234.5,0.10,t,2024-02-29,"[""a"",""b c""]",text
        9007199254740994,,,,,,,
        """);
    LandedFeed landed =
        bench.land(
            TestFeed.withKey("id")
                .column("id", "bigint")
                .column("number", "integer")
                .column("amount", "money")
                .column("ratio", "numeric")
                .column("flag", "boolean")
                .column("day", "date")
                .column("tags", "text[]")
                .column("note", "text"));
    assertThat(landed).isEqualTo(new LandedFeed(2, 0, 0, 0, 2, null));
    assertThat(bench.table("id, number, amount, ratio, flag, day, tags, note"))
        .containsExactly(
            "9007199254740993|-5|123450|0.10|t|2024-02-29|{a,\"b c\"}|text",
            "9007199254740994|null|null|null|null|null|null|null");
  }

  @Test
  void identicalDuplicateRowsCountOnce() throws Exception {
    bench.file("rows.csv", "id,name\n1,a\n2,b\n1,a\n1,a\n");
    assertThat(bench.land(named())).isEqualTo(new LandedFeed(4, 2, 0, 0, 2, null));
    assertThat(bench.table("id, name")).containsExactly("1|a", "2|b");
    assertThat(bench.rejected()).isEmpty();
  }

  @Test
  void rowsThatContradictEachOtherAreAllQuarantined() throws Exception {
    contradictions();
    LandedFeed landed = bench.land(named().duplicates(DuplicatePolicy.REJECT));
    assertThat(landed).isEqualTo(new LandedFeed(8, 1, 5, 0, 2, null));
    assertThat(bench.table("id, name")).containsExactly("2|x", "3|y");
    assertThat(bench.rejectedPlaces())
        .containsExactly("a.csv:2", "a.csv:4", "a.csv:5", "b.csv:4", "b.csv:5");
    assertThat(bench.rejected())
        .allMatch(row -> row.reason().equals("contradicts another row with the key [1]"))
        .extracting(row -> row.fields().get(1))
        .containsExactly("a", "b", "a", "c", "b");
  }

  @Test
  void theFirstOfContradictingRowsStaysWhereTheFeedSaysSo() throws Exception {
    contradictions();
    LandedFeed landed = bench.land(named().duplicates(DuplicatePolicy.FIRST));
    assertThat(landed).isEqualTo(new LandedFeed(8, 5, 0, 0, 3, null));
    assertThat(bench.table("id, name")).containsExactly("1|a", "2|x", "3|y");
  }

  @Test
  void theLastOfContradictingRowsStaysWhereTheFeedSaysSo() throws Exception {
    contradictions();
    LandedFeed landed = bench.land(named().duplicates(DuplicatePolicy.LAST));
    assertThat(landed).isEqualTo(new LandedFeed(8, 5, 0, 0, 3, null));
    assertThat(bench.table("id, name")).containsExactly("1|b", "2|x", "3|y");
  }

  @ParameterizedTest
  @EnumSource(DuplicatePolicy.class)
  void badRowsAreNoPartOfAContradiction(DuplicatePolicy policy) throws Exception {
    bench.file("rows.csv", "id,name,number\n1,a,1\n1,a,one\n1\n1,a,1\n,a,1\n");
    LandedFeed landed = bench.land(named().column("number", "integer").duplicates(policy));
    assertThat(landed).isEqualTo(new LandedFeed(5, 1, 3, 0, 1, null));
    assertThat(bench.rejectedPlaces()).containsExactly("rows.csv:3", "rows.csv:4", "rows.csv:6");
    assertThat(bench.rejected())
        .extracting(RejectedRow::reason)
        .containsExactly(
            "column \"number\": needs a whole number, got \"one\"",
            "1 fields where the header has 3",
            "key column \"id\" is empty");
  }

  @Test
  void rowsOfOneKeyWrittenDifferentlyAreOneKey() throws Exception {
    bench.file("rows.csv", "id,name\n1.0,a\n1.00,b\n2,c\n2.000,c\n");
    LandedFeed landed =
        bench.land(TestFeed.withKey("id").column("id", "numeric").column("name", "text"));
    assertThat(landed.rejected()).isEqualTo(2);
    assertThat(bench.table("trim_scale(id), name")).containsExactly("2|c");
  }

  @Test
  void contradictionsAreFoundUnderKeysOfEveryType() throws Exception {
    bench.file(
        "rows.csv",
        "number,day,flag,code,name\n1,2026-01-02,t,a'b\\,x\n1,2026-01-02,t,a'b\\,y\n"
            + "1,2026-01-02,f,a'b\\,z\n");
    LandedFeed landed =
        bench.land(
            TestFeed.withKey("number", "day", "flag", "code")
                .column("number", "integer")
                .column("day", "date")
                .column("flag", "boolean")
                .column("code", "text")
                .column("name", "text"));
    assertThat(landed).isEqualTo(new LandedFeed(3, 0, 2, 0, 1, null));
    assertThat(bench.table("name, code")).containsExactly("z|a'b\\");
  }

  @Test
  void textArrivesAsItIs() throws Exception {
    bench.file(
        "rows.csv",
        "id,name\n1,\"tab\there\"\n2,\"line\nfeed\r\nreturn\"\n3,back\\slash\\N\n4,\\N\n5,\\.\n"
            + "6,\"say \"\"hi\"\"\"\n7,' OR 1=1; --\n8,😀\u2028é\n9,\" \"\n10,\"\"\n");
    assertThat(bench.land(named()).rejected()).isZero();
    assertThat(bench.table("id, name"))
        .containsExactly(
            "1|tab\there",
            "2|line\nfeed\r\nreturn",
            "3|back\\slash\\N",
            "4|\\N",
            "5|\\.",
            "6|say \"hi\"",
            "7|' OR 1=1; --",
            "8|😀\u2028é",
            "9| ",
            "10|null");
  }

  @Test
  void listElementsArriveAsTheyAre() throws Exception {
    bench.file(
        "rows.csv",
        "id,tags\n"
            + "1,\"[\"\"a,b\"\",\"\"{c}\"\",\"\"q\\\"\"\"\",\"\"back\\\\slash\"\",\"\"NULL\"\",\"\"t\\tn\\n\"\"]\"\n"
            + "2,[]\n3,{}\n4,\n5,\"{TV,\"\"Cable TV\"\"}\"\n6,a|b\n");
    bench.land(TestFeed.withKey("id").column("id", "integer").column("tags", "text[]"));
    assertThat(bench.table("id, array_to_string(tags, '~')"))
        .containsExactly(
            "1|a,b~{c}~q\"~back\\slash~NULL~t\tn\n",
            "2|",
            "3|",
            "4|null",
            "5|TV~Cable TV",
            "6|a~b");
  }

  @Test
  void aNulCharacterCostsTheRow() throws Exception {
    bench.file("rows.csv", "id,name\n1,a\0b\n2,b\n");
    assertThat(bench.land(named())).isEqualTo(new LandedFeed(2, 0, 1, 0, 1, null));
    assertThat(bench.rejectedPlaces()).containsExactly("rows.csv:2");
  }

  @Test
  void aYearThatPostgresLacksCostsTheRow() throws Exception {
    bench.file("rows.csv", "id,day\n1,0000-01-01\n2,0001-01-01\n3,9999-12-31\n");
    LandedFeed landed =
        bench.land(TestFeed.withKey("id").column("id", "integer").column("day", "date"));
    assertThat(landed.rejected()).isEqualTo(1);
  }

  @Test
  void theKeyIsThePrimaryKey() throws Exception {
    bench.file("rows.csv", "id,name\n1,a\n");
    bench.land(named());
    assertThat(
            bench.value(
                "SELECT pg_get_constraintdef(oid) FROM pg_constraint"
                    + " WHERE conrelid = 'landing.rows_v1'::regclass AND contype = 'p'"))
        .isEqualTo("PRIMARY KEY (id)");
  }

  @Test
  void aFeedWithFivePercentOfBadRowsIsTakenAndWithMoreIsRefused() throws Exception {
    bench.file("rows.csv", rows(95) + "x,bad\n".repeat(5));
    assertThat(bench.land(named().rejectedShare("0.05")).rejected()).isEqualTo(5);
    close();
    open();
    bench.file("rows.csv", rows(94) + "x,bad\n".repeat(5));
    assertThatThrownBy(() -> bench.land(named().rejectedShare("0.05")))
        .isInstanceOf(FeedRefusedException.class)
        .hasMessageContaining("5 of 99 rows are bad, more than the allowed 5 %");
    assertThat(bench.rejectedPlaces()).hasSize(5).startsWith("rows.csv:96");
  }

  @Test
  void contradictingRowsCountAsBadOnes() throws Exception {
    bench.file("rows.csv", rows(10) + "1,other\n");
    assertThatThrownBy(() -> bench.land(named().rejectedShare("0.05")))
        .isInstanceOf(FeedRefusedException.class)
        .hasMessageContaining("2 of 11 rows are bad");
  }

  private void contradictions() throws IOException {
    bench.file("a.csv", FIRST_FILE).file("b.csv", SECOND_FILE);
  }

  private static String rows(int count) {
    StringBuilder text = new StringBuilder("id,name\n");
    IntStream.rangeClosed(1, count).forEach(id -> text.append(id).append(",name\n"));
    return text.toString();
  }

  private static TestFeed named() {
    return TestFeed.withKey("id").files("*.csv").column("id", "integer").column("name", "text");
  }
}
