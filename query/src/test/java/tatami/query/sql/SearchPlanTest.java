package tatami.query.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.query.engine.SearchPlan;
import tatami.query.release.OpenRelease;
import tatami.query.release.TestReleases;
import tatami.query.request.RequestReader;
import tatami.searchtable.description.StayLayout.PriceModel;

/** What a search prices, and which tables and columns decide it. */
class SearchPlanTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-08-25");
  private static final OpenRelease BOATS = TestReleases.boats(PriceModel.PER_UNIT);

  private static final List<String> POINT =
      List.of("filter_berth_latitude", "filter_berth_longitude");

  private final FakeTables tables = new FakeTables();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                       | false
          {"sort": "speed", "facets": ["kind"]}    | false
          {"stay": {"rooms": [{"adults": 1}]}}     | false
          {"stay": {"check_in": "2026-09-01"}}     | true
          {"price": {"min": 1}}                    | true
          {"sort": "price"}                        | true
          {"sort": "-price"}                       | true
          {"facets": ["price"]}                    | true
          """)
  void everyOfferIsPricedWhereTotalsDecide(String json, boolean isPriced) throws SQLException {
    assertThat(plan(BOATS, json).pricesEveryOffer()).isEqualTo(isPriced);
  }

  @Test
  void withoutDatesNothingIsPriced() throws SQLException {
    SearchPlan plan = plan(TestReleases.piers(), "{}");
    assertThat(plan.pricesEveryOffer()).isFalse();
    assertThat(plan.hasOffers()).isTrue();
    assertThat(plan.hasStays()).isFalse();
    assertThat(TableUses.ofStay(plan)).isEmpty();
  }

  @Test
  void theNightOfTheCheckInCountsFromTheHorizonsFirst() throws SQLException {
    assertThat(plan(BOATS, "{\"stay\": {\"check_in\": \"2026-09-01\"}}").checkInNight())
        .isEqualTo(12);
  }

  @Test
  void aCircleIsFoundInThePointsOfTheRelease() throws SQLException {
    tables.put("boat", 4, 10_000_000, 20_000_000);
    String circle = "{\"where\": {\"berth\": {\"near\": {\"lat\": %s, \"lon\": 2, \"km\": 1}}}}";
    OpenRelease release = TestReleases.boats(PriceModel.PER_UNIT);
    assertThat(plan(release, circle.formatted("1")).neighbours().ids()).containsExactly(4);
    assertThat(plan(release, circle.formatted("1.1")).neighbours().ids()).isEmpty();
    assertThat(plan(release, "{}").neighbours()).isNull();
    assertThat(tables.statements()).as("points are read once").hasSize(1);
  }

  @Test
  void everyConditionNamesItsTableAndColumns() throws SQLException {
    tables.put("boat", 4, 10_000_000, 20_000_000);
    SearchPlan plan =
        plan(
            BOATS,
            """
            {"where": {"words": "a", "deal": ["fix"],
              "berth": {"within": [1, 2, 3, 4], "near": {"lat": 1, "lon": 2, "km": 1}}}}
            """);
    assertThat(TableUses.ofFilters(plan))
        .extracting(use -> List.of(use.name(), use.kind(), use.grain(), use.table(), use.columns()))
        .containsExactly(
            List.of("berth", "point", "property", "boats_r7.boat", POINT),
            List.of("berth", "point", "property", "boats_r7.boat", POINT),
            List.of("deal", "category", "offer", "boats_r7.offer", List.of("filter_deal")),
            List.of(
                "words",
                "keyword",
                "property",
                "boats_r7.words_words",
                List.of("id", "grams", "text_1", "text_2")));
    assertThat(TableUses.ofFilters(plan).get(1).text())
        .isEqualTo("-- computed from points that are kept in memory");
  }

  private SearchPlan plan(OpenRelease release, String json) throws SQLException {
    return SearchPlan.of(
        release,
        RequestReader.read(RequestReader.parse(json), release, TODAY, false),
        TODAY.atStartOfDay(release.zone()).toInstant(),
        new SqlEngine(tables.connection(), release));
  }
}
