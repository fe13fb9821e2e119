package tatami.query.explain;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import tatami.query.engine.SearchPlan;
import tatami.query.plan.PlanNode;
import tatami.query.plan.PlanNode.Measured;
import tatami.query.sql.SearchStatement;
import tatami.query.sql.SearchStatement.Depth;
import tatami.query.sql.TableUse;
import tatami.query.sql.TableUses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Explains a search whose statements are known, as one JSON document. Stateless. */
public final class ExplanationWriter {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ExplanationWriter() {}

  /**
   * Runs each statement once more, to be measured, and returns the document.
   *
   * @param connection the transaction of the search
   * @param statements what the search has run, in order
   */
  public static String write(
      Connection connection, SearchPlan plan, List<SearchStatement> statements)
      throws SQLException {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("catalog", plan.release().description().catalog());
    document.put("release", plan.release().number());
    document.put("engine", "sql");
    ArrayNode filters = document.putArray("filters");
    TableUses.ofFilters(plan).forEach(use -> writeFilter(use, filters.addObject()));
    ArrayNode stay = document.putArray("stay");
    TableUses.ofStay(plan).forEach(use -> writeStay(use, stay.addObject()));
    ArrayNode warnings = document.putArray("warnings");
    plan.request().warnings().forEach(warnings::add);
    Totals totals = new Totals();
    ArrayNode array = MAPPER.createArrayNode();
    for (SearchStatement statement : statements) {
      writeStatement(connection, statement, array.addObject(), totals);
    }
    totals.write(document);
    document.set("statements", array);
    return MAPPER.writeValueAsString(document);
  }

  private static void writeFilter(TableUse use, ObjectNode json) {
    json.put("filter", use.name());
    json.put("kind", use.kind());
    json.put("grain", use.grain());
    writePlace(use, json);
  }

  private static void writeStay(TableUse use, ObjectNode json) {
    json.put("part", use.name());
    writePlace(use, json);
  }

  private static void writePlace(TableUse use, ObjectNode json) {
    json.put("table", use.table());
    ArrayNode columns = json.putArray("columns");
    use.columns().forEach(columns::add);
    json.put("sql", use.text());
  }

  private static void writeStatement(
      Connection connection, SearchStatement statement, ObjectNode json, Totals totals)
      throws SQLException {
    JsonNode explained = MAPPER.readTree(statement.explain(connection, Depth.EXECUTED)).path(0);
    Measured measured = PlanNode.ofDocument(explained).findMeasured().orElseThrow();
    double planning = explained.path("Planning Time").asDouble();
    double execution = explained.path("Execution Time").asDouble();
    json.put("purpose", statement.purpose().name().toLowerCase(Locale.ROOT));
    json.put("planning_milliseconds", planning);
    json.put("execution_milliseconds", execution);
    writeBuffers(measured.hit(), measured.read(), json);
    json.put("sql", statement.text());
    json.set("values", MAPPER.valueToTree(statement.values()));
    json.set("plan", explained);
    totals.add(planning + execution, measured);
  }

  private static void writeBuffers(long hit, long read, ObjectNode json) {
    ObjectNode buffers = json.putObject("shared_buffers");
    buffers.put("hit", hit);
    buffers.put("read", read);
  }

  /** Sums over all statements. */
  private static final class Totals {

    private double milliseconds;
    private long hit;
    private long read;

    void add(double more, Measured measured) {
      milliseconds += more;
      hit += measured.hit();
      read += measured.read();
    }

    void write(ObjectNode document) {
      document.put("milliseconds", Math.round(milliseconds * 1000) / 1000.0);
      writeBuffers(hit, read, document);
    }
  }
}
