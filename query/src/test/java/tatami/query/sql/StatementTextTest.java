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
import tatami.query.engine.SearchPlan;
import tatami.query.release.OpenRelease;
import tatami.query.release.TestReleases;
import tatami.query.request.RequestReader;
import tatami.query.sql.SearchStatement.Purpose;
import tatami.searchtable.description.StayLayout.PriceModel;

class StatementTextTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-08-25");
  private static final OpenRelease PER_PERSON = TestReleases.boats(PriceModel.PER_PERSON);
  private static final OpenRelease SHOPS = TestReleases.shops();

  @Test
  void valuesNeverChangeTheTextOfAStatement() throws SQLException {
    long seed = Long.getLong("tatami.seed", System.nanoTime());
    System.err.println("seed: -Dtest=StatementTextTest -Dtatami.seed=" + seed);
    Random random = new Random(seed);
    Set<String> texts = new HashSet<>();
    int statements = 0;
    for (int index = 0; index < 300; index++) {
      String json =
          """
          {"stay": {"check_in": "%s", "nights": %d, "rooms": [{"adults": 2}]},
           "where": {"area": ["%s"], "kind": ["x%d", "sail"], "length": {"min": %d.5},
            "tag": {"all": ["new"], "none": ["q%d"]}, "deal": ["flex"]},
           "price": {"max": %d}, "sort": "price", "size": %d, "facets": ["area", "deal"]}
          """
              .formatted(
                  TODAY.plusDays(random.nextInt(70)),
                  1 + random.nextInt(20),
                  random.nextBoolean() ? "North" : "South/Bay",
                  random.nextInt(),
                  random.nextInt(10),
                  random.nextInt(),
                  random.nextInt(1_000_000),
                  1 + random.nextInt(100));
      List<String> all = texts(plan(PER_PERSON, json));
      statements = all.size();
      texts.addAll(all);
    }
    assertThat(texts).as("seed=" + seed).hasSize(statements);
    assertThat(texts).noneMatch(text -> text.contains("flex") || text.contains("2026"));
  }

  @Test
  void neitherWordsNorTheirNumberChangeTheTextOfAStatement() throws SQLException {
    Set<String> texts = new HashSet<>();
    for (String words : List.of("a", "温泉 宿", "\\\"'); DROP\\\" % _ \\\\ ?", "b ".repeat(50))) {
      texts.addAll(texts(plan(SHOPS, "{\"where\": {\"words\": \"" + words + "\"}}")));
    }
    assertThat(texts).hasSize(1);
    assertThat(texts).noneMatch(text -> text.contains("DROP") || text.contains("温泉"));
  }

  @ParameterizedTest
  @CsvSource({"'{\"adults\": 2}, {\"adults\": 2}', 1", "'{\"adults\": 1}, {\"adults\": 4}', 2"})
  void readsOneTableForEachOccupancyOfTheParty(String rooms, int tables) throws SQLException {
    SearchPlan plan =
        plan(PER_PERSON, "{\"stay\": {\"check_in\": \"2026-09-01\", \"rooms\": [" + rooms + "]}}");
    assertThat(textsOfAllTables(plan))
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text.split("\"price_\\d\"", -1)).hasSize(tables + 1));
  }

  @Test
  void limitsOfStayAreReadWhereThereIsAStay() throws SQLException {
    assertThat(textsOfAllTables(plan(PER_PERSON, "{}")))
        .isNotEmpty()
        .allMatch(text -> text.contains("\"stock\"") && !text.contains("min_cells"));
    assertThat(textsOfAllTables(plan(PER_PERSON, "{\"stay\": {\"check_in\": \"2026-09-01\"}}")))
        .isNotEmpty()
        .allMatch(text -> text.contains("\"stock\"") && text.contains("min_cells"));
  }

  @Test
  void propertiesAreReadWhereTheyDecideSomething() throws SQLException {
    assertThat(texts(plan(SHOPS, "{}"))).isEmpty();
    assertThat(texts(plan(PER_PERSON, "{\"where\": {\"deal\": [\"fix\"]}}"), Purpose.PROPERTIES))
        .isEmpty();
    for (String json :
        List.of(
            "{\"where\": {\"kind\": [\"sail\"]}}",
            "{\"facets\": [\"kind\"]}",
            "{\"sort\": \"speed\"}")) {
      assertThat(texts(plan(PER_PERSON, json), Purpose.PROPERTIES)).as(json).hasSize(1);
    }
  }

  @Test
  void noStatementJoinsOneGrainWithAnother() throws SQLException {
    String json =
        """
        {"stay": {"check_in": "2026-09-01"}, "sort": "relevance",
         "where": {"words": "a", "deal": ["fix"], "kind": ["sail"]}, "facets": ["deal", "area"]}
        """;
    for (String text : texts(plan(PER_PERSON, json))) {
      boolean hasProperty = text.contains("\"boat\"");
      boolean hasOffer = text.contains("\"offer\"");
      boolean hasCells = text.contains("int2send(plane)");
      assertThat(List.of(hasProperty, hasOffer, hasCells)).as(text).containsOnlyOnce(true);
    }
  }

  private static List<String> texts(SearchPlan plan) {
    return SqlEngine.listStatements(plan).stream().map(SearchStatement::text).toList();
  }

  private static List<String> texts(SearchPlan plan, Purpose purpose) {
    return SqlEngine.listStatements(plan).stream()
        .filter(statement -> statement.purpose() == purpose)
        .map(SearchStatement::text)
        .toList();
  }

  /** Returns the statements that read all calendar tables at once. */
  private static List<String> textsOfAllTables(SearchPlan plan) {
    return texts(plan, Purpose.CELLS).stream().filter(text -> text.contains("UNION ALL")).toList();
  }

  private static SearchPlan plan(OpenRelease release, String json) throws SQLException {
    return SearchPlan.of(
        release,
        RequestReader.read(RequestReader.parse(json), release, TODAY, false),
        TODAY.atStartOfDay(release.zone()).toInstant(),
        near -> null);
  }
}
