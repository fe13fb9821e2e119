package tatami.query.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.query.cursor.Cursor;
import tatami.query.engine.FoundPage;
import tatami.query.engine.FoundPage.Hit;
import tatami.query.engine.FoundPage.Place;
import tatami.query.engine.SearchPlan;
import tatami.query.facet.FacetResult.Values;
import tatami.query.release.OpenRelease;
import tatami.query.release.Points;
import tatami.query.release.Points.Neighbours;
import tatami.query.release.TestReleases;
import tatami.query.request.RequestReader;
import tatami.query.request.SearchRequest;

/** Pages of nine shops without offers, and of forty piers whose berths have no dates. */
class FoundPageTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-08-25");
  private static final OpenRelease SHOPS = TestReleases.shops();
  private static final OpenRelease PIERS = TestReleases.piers();

  /** Nine points on one meridian, in steps: shop 0, then 8 in the north of it, 7, and so on. */
  private static final Points POINTS =
      TestReleases.points(
          new int[] {0, 0},
          new int[] {900, 0},
          new int[] {800, 0},
          new int[] {700, 0},
          new int[] {600, 0},
          new int[] {500, 0},
          new int[] {400, 0},
          new int[] {300, 0},
          new int[] {200, 0});

  private final FakeTables tables = new FakeTables();

  @Test
  void whereNothingIsAskedNothingIsRead() throws SQLException {
    FoundPage page = find(SHOPS, "{}", null, null);
    assertThat(told(page)).isEqualTo("9: 0 1 2 3 4 5 6 7 8");
    assertThat(page.last()).isNull();
    assertThat(page.hits().get(0)).isEqualTo(new Hit(0, null, null, 0, List.of(), null));
    assertThat(tables.statements()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "4, -1, 0 1 2 3, 3",
    "4, 3, 4 5 6 7, 7",
    "4, 7, 8, -1",
    "4, 4, 5 6 7 8, -1",
    "8, -1, 0 1 2 3 4 5 6 7, 7",
    "9, -1, 0 1 2 3 4 5 6 7 8, -1"
  })
  void aPageEndsWhereTheNextOneStarts(int size, int after, String hits, int last)
      throws SQLException {
    Cursor cursor = after < 0 ? null : new Cursor(7, 1L, after, after);
    FoundPage page = find(SHOPS, "{\"size\": " + size + "}", null, cursor);
    assertThat(told(page)).isEqualTo("9: " + hits);
    assertThat(page.last()).isEqualTo(last < 0 ? null : new Place(last, last));
    assertThat(new Place(5, 6).toCursor(7, 8L)).isEqualTo(new Cursor(7, 8L, 5, 6));
  }

  @Test
  void ranksAreReadWithTheProperties() throws SQLException {
    tables.put("boat", 4, RecordBytes.of(8, 5, 0, 5, 3, 9, 4, -1));
    FoundPage page = find(SHOPS, "{\"sort\": \"speed\", \"size\": 3}", null, null);
    assertThat(told(page)).isEqualTo("4: 4 0 8");
    assertThat(page.last()).isEqualTo(new Place(5, 8));
  }

  @Test
  void aConditionOnACountedFilterFailsTheHitButNotItsFacet() throws SQLException {
    tables.put("boat", 3, RecordBytes.of(2, 0, 0L, 6, 1, 1L, 7, 1, 1L));
    FoundPage page =
        find(SHOPS, "{\"where\": {\"kind\": [\"sail\"]}, \"facets\": [\"kind\"]}", null, null);
    assertThat(told(page)).isEqualTo("1: 2");
    assertThat(counts(page, "kind")).containsExactly("motor 2", "sail 1");
  }

  @Test
  void eachFacetLeavesOutItsOwnConditionAlone() throws SQLException {
    tables.put("boat", 4, RecordBytes.of(2, 0, 3L, 0L, 5, 1, 0L, 0L, 6, 2, 4L, 1L, 7, 3, 0L, 1L));
    String json =
        "{\"where\": {\"area\": [\"South\"], \"kind\": [\"sail\"]}, \"facets\": [\"area\", \"kind\"]}";
    FoundPage page = find(SHOPS, json, null, null);
    assertThat(told(page)).isEqualTo("1: 2");
    assertThat(counts(page, "area")).containsExactly("North 1", "South 1");
    assertThat(counts(page, "kind")).containsExactly("motor 1", "sail 1");
  }

  @Test
  void theNearestComesFirstWithItsDistance() throws SQLException {
    Neighbours circle = POINTS.within(0, 0, 5_000);
    FoundPage page = find(SHOPS, "{\"size\": 2" + near("distance") + "}", circle, null);
    assertThat(told(page)).as("of those within five metres").isEqualTo("4: 0 8");
    assertThat(page.hits()).extracting(Hit::millimetres).containsExactly(0L, 2_224L);
    assertThat(page.last()).isEqualTo(new Place(2_224, 8));
    assertThat(tables.statements()).isEmpty();
  }

  @Test
  void aConditionIsTestedInTheCircleAloneWhereItHoldsFew() throws SQLException {
    tables.put("boat", 3, RecordBytes.of(7, 0, 2));
    String kind = "{\"where\": {\"kind\": [\"sail\"]}}";
    assertThat(told(find(SHOPS, kind, POINTS.within(0, 0, 2_500), null)))
        .as("boat 7 is outside")
        .isEqualTo("1: 0");
    assertThat(tables.statements().get(0)).doesNotContain("property.id = ANY");
    tables.put("boat", 1, RecordBytes.of(0));
    assertThat(told(find(SHOPS, kind, POINTS.within(0, 0, 1), null))).isEqualTo("1: 0");
    assertThat(tables.statements().get(1)).contains("property.id = ANY (?)");
    assertThat(PropertyRows.among(plan(SHOPS, kind, POINTS.within(0, 0, 1)))).containsExactly(0);
    assertThat(PropertyRows.among(plan(SHOPS, kind, POINTS.within(0, 0, 2_500)))).isNull();
    assertThat(PropertyRows.among(plan(SHOPS, kind, null))).isNull();
  }

  @Test
  void aPropertyIsFoundByItsOffers() throws SQLException {
    tables.put("berth", 4, RecordBytes.of(13, 5, 12, 5, 11, 0, 14, 39));
    FoundPage page = find(PIERS, "{\"size\": 2, \"offers\": 1}", null, null);
    assertThat(told(page)).isEqualTo("3: 0 5");
    Hit second = page.hits().get(1);
    assertThat(List.of(second.offersMatching(), (long) second.offers().size()))
        .containsExactly(2L, 1L);
    assertThat(second.offers().get(0)).isEqualTo(new FoundPage.FoundOffer(12, null, null));
    assertThat(second.lowest()).isNull();
    assertThat(tables.statements()).hasSize(1).noneMatch(text -> text.contains("ANY (?)"));
  }

  @ParameterizedTest
  @CsvSource({"2, true", "3, false"})
  void offersOfFewPropertiesAreReadByThem(int piers, boolean isRestricted) throws SQLException {
    Object[] ids = {4, 9, 30};
    tables.put("pier", piers, RecordBytes.of(Arrays.copyOf(ids, piers)));
    tables.put("berth", 2, RecordBytes.of(21, 9, 22, 8));
    FoundPage page = find(PIERS, "{\"where\": {\"kind\": [\"sail\"]}}", null, null);
    assertThat(told(page)).as("pier 8 does not pass").isEqualTo("1: 9");
    assertThat(tables.statements().get(1).contains("offer.property = ANY (?)"))
        .isEqualTo(isRestricted);
  }

  @Test
  void noOffersAreReadWhereNoPropertyPasses() throws SQLException {
    tables.put("pier", 0, null, null);
    FoundPage page = find(PIERS, "{\"where\": {\"kind\": [\"sail\"]}}", null, null);
    assertThat(told(page)).isEqualTo("0:");
    assertThat(tables.statements()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "3, '', 0"})
  void onePropertyIsReadAsIfThereWereNoOther(int property, String passing, int statements)
      throws SQLException {
    StatementRunner runner = new StatementRunner(tables.connection(), statement -> {});
    Neighbours circle = POINTS.within(900, 0, 500);
    SearchPlan anything = plan(SHOPS, "{}", circle);
    assertThat(passing(PropertyRows.readOne(runner, anything, property))).isEqualTo(passing);
    tables.put("boat", statements, statements == 0 ? null : RecordBytes.of(property));
    SearchPlan sailing = plan(SHOPS, "{\"where\": {\"kind\": [\"sail\"]}}", circle);
    assertThat(passing(PropertyRows.readOne(runner, sailing, property))).isEqualTo(passing);
    assertThat(tables.bound()).hasSize(4);
    PropertyRows anywhere = PropertyRows.readOne(runner, plan(SHOPS, "{}", null), property);
    assertThat(passing(anywhere)).isEqualTo(String.valueOf(property));
    assertThat(anywhere.few()).containsExactly(property);
  }

  private static String passing(PropertyRows rows) {
    return rows.passing().stream().mapToObj(String::valueOf).collect(Collectors.joining(" "));
  }

  private static List<String> counts(FoundPage page, String facet) {
    return ((Values) page.facets().get(facet))
        .counts().stream().map(count -> count.value() + " " + count.count()).toList();
  }

  private static String near(String sort) {
    return ", \"sort\": \""
        + sort
        + "\", \"where\": {\"berth\": {\"near\": {\"lat\": 0, \"lon\": 0, \"km\": 1}}}";
  }

  private FoundPage find(OpenRelease release, String json, Neighbours circle, Cursor after)
      throws SQLException {
    return new SqlEngine(tables.connection(), release).find(plan(release, json, circle), after);
  }

  private static SearchPlan plan(OpenRelease release, String json, Neighbours circle) {
    SearchRequest request = RequestReader.read(RequestReader.parse(json), release, TODAY, false);
    return new SearchPlan(release, request, null, Instant.EPOCH, circle);
  }

  private static String told(FoundPage page) {
    return page.hits().stream()
        .map(hit -> " " + hit.id())
        .collect(Collectors.joining("", page.total() + ":", ""));
  }
}
