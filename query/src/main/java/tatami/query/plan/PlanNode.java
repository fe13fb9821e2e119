package tatami.query.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One node of a plan, as PostgreSQL tells it, with the nodes below. Immutable. */
public final class PlanNode {

  /** What decides which rows a node passes on; what it computes and sorts by is not here. */
  private static final List<String> CONDITIONS =
      List.of(
          "Index Cond",
          "Recheck Cond",
          "Hash Cond",
          "Merge Cond",
          "Join Filter",
          "Filter",
          "One-Time Filter",
          "TID Cond");

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JsonNode json;

  private PlanNode(JsonNode json) {
    this.json = json;
  }

  /**
   * Returns the top node of what EXPLAIN answered.
   *
   * @throws IllegalArgumentException if the text holds no plan
   */
  public static PlanNode read(String explained) {
    return ofDocument(MAPPER.readTree(explained).path(0));
  }

  /** Returns the top node of the one document in EXPLAIN's answer. */
  public static PlanNode ofDocument(JsonNode document) {
    JsonNode plan = document.path("Plan");
    if (!plan.path("Node Type").isString()) {
      throw new IllegalArgumentException("no plan of FORMAT JSON: " + document);
    }
    return new PlanNode(plan);
  }

  /** Returns the nodes below, in PostgreSQL's order. */
  public List<PlanNode> children() {
    return json.path("Plans").valueStream().map(PlanNode::new).toList();
  }

  /** Returns this node and all below, each before those below it. */
  public Stream<PlanNode> all() {
    return Stream.concat(Stream.of(this), children().stream().flatMap(PlanNode::all));
  }

  /** Returns the kind of node, such as {@code Seq Scan}; of a join with how it joins. */
  public String type() {
    String join = json.path("Join Type").asString("Inner");
    String type = json.path("Node Type").asString();
    return join.equals("Inner") ? type : type + " (" + join + ")";
  }

  /** Finds the table that the node reads. */
  public Optional<Relation> findRelation() {
    if (!json.path("Relation Name").isString()) {
      return Optional.empty();
    }
    String name = json.path("Relation Name").asString();
    return Optional.of(
        new Relation(json.path("Schema").asString(), name, json.path("Alias").asString(name)));
  }

  /** Finds what the node reads besides a table, such as a function or a named subquery. */
  public Optional<String> findSource() {
    return Stream.of("CTE Name", "Function Name", "Subplan Name")
        .map(json::path)
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .findFirst();
  }

  /** Finds the index that the node reads. */
  public Optional<String> findIndex() {
    return Optional.ofNullable(json.path("Index Name").asString(null));
  }

  /** Returns the conditions by PostgreSQL's name for them, such as {@code Index Cond}. */
  public Map<String, String> conditions() {
    Map<String, String> conditions = new LinkedHashMap<>();
    for (String name : CONDITIONS) {
      if (json.path(name).isString()) {
        conditions.put(name, json.path(name).asString());
      }
    }
    return conditions;
  }

  /** Returns how many rows the planner expects of one loop. */
  public long plannedRows() {
    return Math.round(json.path("Plan Rows").asDouble(0));
  }

  /** Finds what was counted while the node ran; empty in a plan that was not run. */
  public Optional<Measured> findMeasured() {
    if (!json.path("Actual Loops").isNumber()) {
      return Optional.empty();
    }
    double loops = json.path("Actual Loops").asDouble();
    return Optional.of(
        new Measured(
            Math.round(json.path("Actual Rows").asDouble(0) * loops),
            Math.round(loops),
            json.path("Actual Total Time").asDouble(0) * loops,
            json.path("Shared Hit Blocks").asLong(0),
            json.path("Shared Read Blocks").asLong(0)));
  }

  /**
   * A table in a plan.
   *
   * @param schema its schema; empty in a plan without VERBOSE
   * @param name its name
   * @param alias what the plan's conditions call it
   */
  public record Relation(String schema, String name, String alias) {}

  /**
   * What a node and those below it did.
   *
   * @param rows that the node passed on, in all loops
   * @param loops how often it ran; 0 where it never did
   * @param milliseconds in all loops
   * @param hit pages of 8 KiB that were found in shared buffers
   * @param read pages that had to be fetched
   */
  public record Measured(long rows, long loops, double milliseconds, long hit, long read) {}
}
