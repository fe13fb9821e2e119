package tatami.query.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tatami.query.engine.SearchPlan;
import tatami.query.plan.PlanNode;
import tatami.query.release.OpenRelease;
import tatami.query.release.TestReleases;
import tatami.query.request.RequestReader;
import tatami.query.sql.SqlEngine;
import tatami.searchtable.description.StayLayout.PriceModel;
import tools.jackson.databind.json.JsonMapper;

class PlanCheckTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-08-25");
  private static final OpenRelease BOATS = TestReleases.boats(PriceModel.PER_UNIT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((property.filter_length >= '1'::bigint) AND (property.filter_length <= '9'::bigint))",
        "(property.filter_area = ANY ('{1,2,3}'::integer[]))",
        "('2026-08-25'::date >= property.sale_from)",
        "((0 <= ALL (property.cells[1:9])))::integer >= 1",
        "(((property.cells[3])::bigint + (property.cells[4])::bigint) <= '9'::bigint)",
        "(COALESCE((NULLIF(property.cells[1], '-1'::integer))::integer, property.minimum_stay) <= 2)",
        "((matching.id)::bigint > 4)",
        "(property.words ~~ '%(property.filter_x) ::text%'::text)"
      })
  void letsConstantsElementsAndSubqueriesBe(String condition) throws SQLException {
    assertThat(findings("boats_r7", "boat", "Filter", condition)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Filter       | ((property.filter_length)::numeric >= 4.5)            | cast to numeric in
          Filter       | (lower((property.filter_length)::text) = 'a'::text)   | cast to text in
          Hash Cond    | ((property.filter_length)::double precision = o.x)    | cast to double precision in
          Index Cond   | ((property."filter_length")::integer = 4)             | cast to integer in
          Join Filter  | (o.x = (property.filter_length)::numeric(10,2))       | cast to numeric(10,2) in
          Merge Cond   | ((property.filter_length)::character varying[] = o.x) | cast to character varying[] in
          Recheck Cond | (property.filter_length >= '450'::numeric)            | the values of a search are cast to numeric
          Filter       | (property.filter_length = ANY ('{1}'::double precision[])) | cast to double precision in
          """)
  void namesFilterTableColumnAndExpressionOfACast(String kind, String condition, String expected)
      throws SQLException {
    assertThat(findings("boats_r7", "boat", kind, condition))
        .singleElement()
        .asString()
        .startsWith(
            "search \"long boats\", properties, filter \"length\", table \"boats_r7.boat\": column"
                + " \"filter_length\" is ")
        .contains(expected, kind + " " + condition)
        .contains("; ");
  }

  @Test
  void aColumnOfNoFilterIsNamedAlone() throws SQLException {
    assertThat(findings("boats_r7", "boat", "Hash Cond", "((property.id)::numeric = o.property)"))
        .singleElement()
        .asString()
        .startsWith(
            "search \"long boats\", properties, table \"boats_r7.boat\": column \"id\" is cast");
  }

  @Test
  void aColumnThatIsCastTwiceIsOneFault() throws SQLException {
    String twice = "(((property.id)::int8 > 1) AND ((property.id)::int8 < 9))";
    assertThat(findings("boats_r7", "boat", "Filter", twice)).hasSize(1);
  }

  @Test
  void aTableOutsideTheReleaseIsNamedWithTheNodeThatReadsIt() throws SQLException {
    assertThat(findings("boats_master", "boat_v3", "Filter", "(property.filter_length > 1)"))
        .containsExactly(
            "search \"long boats\", properties reads table \"boats_master.boat_v3\" by Seq Scan, and a"
                + " filter plan may read tables of schema \"boats_r7\" alone: take what it needs"
                + " into the search table");
  }

  private static Collection<String> findings(
      String schema, String table, String kind, String condition) throws SQLException {
    String plan =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "Node Type",
                    "Seq Scan",
                    "Schema",
                    schema,
                    "Relation Name",
                    table,
                    "Alias",
                    "property",
                    kind,
                    condition));
    PlanNode top = PlanNode.read("[{\"Plan\": " + plan + "}]");
    String request = "{\"where\": {\"length\": {\"min\": 4}}}";
    SearchPlan search =
        SearchPlan.of(
            BOATS,
            RequestReader.read(RequestReader.parse(request), BOATS, TODAY, false),
            TODAY.atStartOfDay(BOATS.zone()).toInstant(),
            near -> null);
    return new PlanCheck("long boats", search)
        .findings(SqlEngine.listStatements(search).get(0), top)
        .values();
  }
}
