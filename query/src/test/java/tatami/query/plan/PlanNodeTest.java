package tatami.query.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tatami.query.plan.PlanNode.Measured;
import tatami.query.plan.PlanNode.Relation;

class PlanNodeTest {

  @Test
  void readsEveryNodeTopFirst() throws IOException {
    assertThat(read("executed.json").all().map(PlanNode::type))
        .containsExactly("Limit", "Nested Loop (Left)", "Index Scan", "Function Scan");
  }

  @Test
  void readsTablesWithTheNameThatConditionsUse() throws IOException {
    assertThat(read("executed.json").all().flatMap(node -> node.findRelation().stream()))
        .containsExactly(new Relation("inns_r1", "inn", "property"));
    assertThat(read("planned.json").all().flatMap(node -> node.findRelation().stream()))
        .containsExactly(new Relation("", "inn", "inn"));
  }

  @Test
  void readsConditionsAndLeavesOutWhatIsReturned() throws IOException {
    assertThat(read("executed.json").all().flatMap(node -> node.conditions().entrySet().stream()))
        .extracting(entry -> entry.getKey() + " " + entry.getValue())
        .containsExactly(
            "Join Filter (property.id = near.id)",
            "Index Cond (property.id = offer.property)",
            "Filter (property.filter_area >= 3)");
  }

  @Test
  void multipliesWhatIsCountedForEachLoop() throws IOException {
    PlanNode scan = read("executed.json").children().get(0).children().get(0);
    assertThat(scan.findMeasured()).contains(new Measured(2, 4, 0.08, 8, 0));
    assertThat(read("executed.json").findMeasured()).contains(new Measured(2, 1, 0.5, 14, 2));
  }

  @Test
  void aPlanThatWasNotRunHasNothingMeasured() throws IOException {
    assertThat(read("planned.json").findMeasured()).isEmpty();
  }

  @Test
  void refusesWhatHoldsNoPlan() {
    assertThatThrownBy(() -> PlanNode.read("[{\"Query\": 1}]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no plan");
  }

  @Test
  void theTreeHasALineForEachNodeAndCondition() throws IOException {
    assertThat(PlanTree.lines(read("executed.json")))
        .containsExactly(
            "Limit  3 rows expected, 2 came, 0.50 ms, 14 pages hit, 2 read",
            "  Nested Loop (Left)  1,200 rows expected, 2 came, 0.45 ms, 14 pages hit, 2 read",
            "      Join Filter: (property.id = near.id)",
            "    Index Scan on inns_r1.inn property by inn_pkey  1 rows expected, 2 came in 4 loops,"
                + " 0.08 ms, 8 pages hit, 0 read",
            "        Index Cond: (property.id = offer.property)",
            "        Filter: (property.filter_area >= 3)",
            "    Function Scan of unnest  10 rows expected, never run");
    assertThat(PlanTree.lines(read("planned.json")))
        .containsExactly(
            "CTE Scan of matching  7 rows expected",
            "  Seq Scan on inn of CTE matching  7 rows expected");
  }

  private static PlanNode read(String resource) throws IOException {
    try (InputStream stream = PlanNodeTest.class.getResourceAsStream(resource)) {
      return PlanNode.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
