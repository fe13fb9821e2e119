package tatami.query.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tatami.query.engine.FoundPage;
import tatami.query.engine.FoundPage.FoundOffer;
import tatami.query.engine.FoundPage.Hit;
import tatami.query.engine.SearchPlan;
import tatami.query.facet.FacetResult.Values;
import tatami.query.release.OpenRelease;
import tatami.query.release.TestReleases;
import tatami.query.request.RequestReader;
import tatami.query.stay.Offers;
import tatami.searchtable.calendar.SharedDays;

/**
 * Stays in boats whose numbers are kept: nine offers, two of each boat and one of the fifth, for
 * two nights from the horizon's 13th on. Prices are shared days.
 *
 * <pre>
 *   offer     0    1         2     3         4        5    6    7    8
 *   total     550  min stay  1000  no stock  no price 800  850  900  950
 * </pre>
 */
class KeptBoatsTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-08-25");
  private static final int CHECK_IN = 12;
  private static final String DATED =
      "\"stay\": {\"check_in\": \"2026-09-01\", \"nights\": 2}, \"sort\": \"price\"";

  private final OpenRelease release = TestReleases.keptBoats();
  private final FakeTables tables = new FakeTables();

  @BeforeEach
  void fill() {
    tables.put("offer", 9, numbers());
    tables.put(
        "boat",
        9,
        boats(0, 1, 0, 0, 3, 1, 4, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        RecordBytes.ofArrays(
            new int[] {0},
            new int[0],
            new int[] {0, 2},
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            new int[0]));
    tables.putBlocks(
        "stock",
        new BlockBytes()
            .add(CHECK_IN, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1)
            .add(CHECK_IN + 1, 0, 1, 1, 1, -1, 1, 2, 1, 1, 1)
            .bytes());
    tables.putBlocks("min_cells", new BlockBytes().addOne(CHECK_IN, 0, 1, 3).bytes());
    tables.putBlocks(
        "price_days", new BlockBytes().add(CHECK_IN, 0, 0, 1).add(CHECK_IN + 1, 0, 1, 1).bytes());
    tables.putBlocks(
        "price",
        new BlockBytes()
            .add(SharedDays.CALENDAR_PLANE, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
            .add(SharedDays.levelPlane(0), 0, 10, 20, 30, 40, 50, 60, 70, 80, 90)
            .add(SharedDays.levelPlane(1), 0, 100, 100, 100, 100, 100, 100, 100, 100, 100)
            .addOne(SharedDays.gapPlane(CHECK_IN + 1), 0, 4, 1)
            .bytes());
  }

  /** Returns the records of boats by area and kind. */
  private static byte[] boats(long... areasAndKinds) {
    Object[] fields = new Object[areasAndKinds.length * 2];
    for (int boat = 0; boat < areasAndKinds.length / 2; boat++) {
      fields[4 * boat] = boat;
      fields[4 * boat + 1] = areasAndKinds[2 * boat];
      fields[4 * boat + 2] = areasAndKinds[2 * boat + 1];
      fields[4 * boat + 3] = 4L;
    }
    return RecordBytes.of(fields);
  }

  private static byte[] numbers() {
    ByteBuffer bytes = ByteBuffer.allocate(1_000);
    for (int offer = 0; offer < 9; offer++) {
      bytes.putInt(offer).putInt(offer / 2).putInt(offer);
      for (int number = 0; number < 8; number++) {
        bytes.putLong(Offers.ABSENT);
      }
    }
    return java.util.Arrays.copyOf(bytes.array(), bytes.position());
  }

  @Test
  void theNumbersAreReadOnceAndTheNightsWithEverySearch() throws SQLException {
    assertThat(told(find("{" + DATED + ", \"size\": 3}")))
        .containsExactly("0: 550", "2: 800", "3: 850 900");
    assertThat(tables.statements()).hasSize(3);
    assertThat(tables.statements().get(0)).contains("\"offer\"").doesNotContain("WHERE");
    assertThat(tables.statements().get(1))
        .contains("\"stock\"", "\"min_cells\"", "\"price_days\"")
        .doesNotContain("\"price\"\n");
    assertThat(tables.statements().get(2)).contains("\"price\"");
    assertThat(find("{" + DATED + "}").total()).isEqualTo(5);
    assertThat(tables.statements()).hasSize(5);
    assertThat(tables.open()).isZero();
  }

  @Test
  void theFirstStatementOfNightsIsForThemAloneAndTheSecondForTheirRanks() throws SQLException {
    find("{" + DATED + "}");
    assertThat(tables.bound().toString())
        .isEqualTo(
            "[setShort 1, 12, setShort 2, 13, setShort 3, 12, setShort 4, 13,"
                + " setShort 5, 12, setShort 6, 13, setObject 1, "
                + tables.bound().get(tables.bound().size() - 1)
                + "]");
    assertThat((Short[]) tables.bound().get(tables.bound().size() - 1))
        .containsExactly((short) 0, (short) 1, (short) 2, (short) 268, (short) 269);
  }

  @Test
  void whatFacetsCountIsReadOnceToo() throws SQLException {
    String json = "{" + DATED + ", \"facets\": [\"kind\", \"tag\"]}";
    assertThat(counts(find(json), "kind")).containsExactly("motor 3", "sail 2");
    assertThat(counts(find(json), "tag")).containsExactly("new 2", "red 1");
    assertThat(tables.statements().stream().filter(sql -> sql.contains("\"boat\""))).hasSize(1);
  }

  @Test
  void aConditionOnBoatsLeavesOutTheirOffers() throws SQLException {
    find("{" + DATED + ", \"facets\": [\"kind\"]}");
    tables.put("boat", 2, RecordBytes.of(2, 3));
    FoundPage page =
        find("{" + DATED + ", \"where\": {\"kind\": [\"motor\"]}, \"facets\": [\"tag\"]}");
    assertThat(told(page)).containsExactly("2: 800", "3: 850 900");
    assertThat(counts(page, "tag")).containsExactly("new 1", "red 1");
  }

  @Test
  void aConditionOnOffersIsAskedWithoutTheirNumbers() throws SQLException {
    find("{" + DATED + "}");
    tables.put("offer", 3, RecordBytes.of(5, 7, 8));
    FoundPage page = find("{" + DATED + ", \"where\": {\"deal\": [\"fix\"]}}");
    assertThat(told(page)).containsExactly("2: 800", "3: 900", "4: 950");
    assertThat(tables.statements())
        .anyMatch(sql -> sql.contains("filter_deal") && !sql.contains("offer.property"));
  }

  @Test
  void aBudgetLeavesOutWhatCostsMore() throws SQLException {
    FoundPage page = find("{" + DATED + ", \"price\": {\"min\": 800, \"max\": 900}}");
    assertThat(told(page)).containsExactly("2: 800", "3: 850 900");
  }

  private FoundPage find(String json) throws SQLException {
    SearchPlan plan =
        SearchPlan.of(
            release,
            RequestReader.read(RequestReader.parse(json), release, TODAY, false),
            TODAY.atStartOfDay(release.zone()).toInstant(),
            near -> null);
    return new SqlEngine(tables.connection(), release).find(plan, null);
  }

  private static List<String> told(FoundPage page) {
    return page.hits().stream().map(KeptBoatsTest::told).toList();
  }

  private static String told(Hit hit) {
    StringBuilder text = new StringBuilder(hit.id() + ":");
    for (FoundOffer offer : hit.offers()) {
      text.append(' ').append(offer.total());
    }
    return text.toString();
  }

  private static List<String> counts(FoundPage page, String facet) {
    return ((Values) page.facets().get(facet))
        .counts().stream().map(count -> count.value() + " " + count.count()).toList();
  }
}
