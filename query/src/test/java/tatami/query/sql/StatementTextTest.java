package tatami.query.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.query.cursor.Cursor;
import tatami.query.release.OpenRelease;
import tatami.query.release.TestReleases;
import tatami.query.request.RequestReader;
import tatami.searchtable.description.StayLayout.PriceModel;

class StatementTextTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-08-25");
  private static final OpenRelease PER_PERSON = TestReleases.boats(PriceModel.PER_PERSON);

  @Test
  void valuesNeverChangeTheTextOfAStatement() throws SQLException {
    long seed = Long.getLong("tatami.seed", System.nanoTime());
    System.err.println("seed: -Dtest=StatementTextTest -Dtatami.seed=" + seed);
    Random random = new Random(seed);
    Set<String> texts = new HashSet<>();
    for (int index = 0; index < 2_000; index++) {
      String json =
          """
          {"stay": {"check_in": "%s", "nights": 2, "rooms": [{"adults": 2}]},
           "where": {"area": ["%s"], "kind": ["x%d", "sail"], "length": {"min": %d.5},
            "tag": {"all": ["new"], "none": ["q%d"]}, "deal": ["flex"]},
           "price": {"max": %d}, "sort": "price", "size": %d, "facets": ["area", "deal"]}
          """
              .formatted(
                  TODAY.plusDays(random.nextInt(90)),
                  random.nextBoolean() ? "North" : "South/Bay",
                  random.nextInt(),
                  random.nextInt(10),
                  random.nextInt(),
                  random.nextInt(1_000_000),
                  1 + random.nextInt(100));
      SearchPlan plan = plan(json);
      texts.add(new PageText(plan).page(null).text());
      texts.add(new PageText(plan).page(new Cursor(1, 2, random.nextLong(), 4)).text());
      texts.add(new PageText(plan).offers(new int[random.nextInt(9)], 3).text());
      texts.add(new FacetText(plan).counts().text());
    }
    assertThat(texts).as("seed=" + seed).hasSize(4);
    assertThat(texts).noneMatch(text -> text.contains("flex") || text.contains("2026"));
  }

  @Test
  void neitherWordsNorTheirNumberChangeTheTextOfAStatement() throws SQLException {
    Set<String> texts = new HashSet<>();
    for (String words : List.of("a", "温泉 宿", "\\\"'); DROP\\\" % _ \\\\ ?", "b ".repeat(50))) {
      SearchPlan plan = plan("{\"where\": {\"words\": \"" + words + "\"}}");
      texts.add(new PageText(plan).page(null).text());
      texts.add(new PageText(plan).page(new Cursor(1, 2, 0, 4)).text());
      texts.add(new PageText(plan).offers(new int[] {1}, 3).text());
    }
    assertThat(texts).hasSize(3);
    assertThat(texts).noneMatch(text -> text.contains("DROP") || text.contains("温泉"));
  }

  @Test
  void lengthsOfStayHaveNineForms() throws SQLException {
    Set<String> texts = new HashSet<>();
    for (int nights = 1; nights <= 30; nights++) {
      SearchPlan plan =
          plan("{\"stay\": {\"check_in\": \"2026-09-01\", \"nights\": " + nights + "}}");
      texts.add(new PageText(plan).page(null).text());
    }
    assertThat(texts).hasSize(CellText.MOST_UNROLLED_NIGHTS + 1);
  }

  @ParameterizedTest
  @CsvSource({"'{\"adults\": 2}, {\"adults\": 2}', 1", "'{\"adults\": 1}, {\"adults\": 4}', 2"})
  void readsOneTableForEachOccupancyOfTheParty(String rooms, int tables) throws SQLException {
    SearchPlan plan =
        plan("{\"stay\": {\"check_in\": \"2026-09-01\", \"rooms\": [" + rooms + "]}}");
    String text = new PageText(plan).page(null).text();
    assertThat(text.split("AS price_\\d", -1)).hasSize(tables + 1);
  }

  @Test
  void readsNoPricesWithoutDatesUnlessTheOrderOrABudgetNeedsThem() throws SQLException {
    assertThat(new PageText(plan("{}")).page(null).text()).doesNotContain("price_", "stock");
    assertThat(new PageText(plan("{\"sort\": \"-price\"}")).page(null).text()).contains("price_2");
    assertThat(new PageText(plan("{\"price\": {\"min\": 1}}")).page(null).text())
        .contains("price_2");
  }

  private static SearchPlan plan(String json) throws SQLException {
    return SearchPlan.of(
        null,
        PER_PERSON,
        RequestReader.read(RequestReader.parse(json), PER_PERSON, TODAY, false),
        TODAY);
  }
}
