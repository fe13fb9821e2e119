package tatami.query.explain;

import java.util.Arrays;
import tatami.query.engine.SearchPlan;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Explains a search that ran in memory, as one JSON document. Stateless. */
public final class MemoryExplanation {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final double TENTHS = 10;

  private MemoryExplanation() {}

  /**
   * Returns the document.
   *
   * @param strategy how the search is answered
   * @param microseconds of each run, in order; at least one
   */
  public static String write(SearchPlan plan, String strategy, double[] microseconds) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("catalog", plan.release().description().catalog());
    document.put("release", plan.release().number());
    document.put("engine", "memory");
    document.put("strategy", strategy);
    double[] sorted = microseconds.clone();
    Arrays.sort(sorted);
    document.put("runs", sorted.length);
    document.put("microseconds", rounded(sorted[sorted.length / 2]));
    document.put("first_microseconds", rounded(microseconds[0]));
    document.put("lowest_microseconds", rounded(sorted[0]));
    ArrayNode warnings = document.putArray("warnings");
    plan.request().warnings().forEach(warnings::add);
    return MAPPER.writeValueAsString(document);
  }

  private static double rounded(double number) {
    return Math.round(number * TENTHS) / TENTHS;
  }
}
