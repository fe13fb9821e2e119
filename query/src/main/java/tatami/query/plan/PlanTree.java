package tatami.query.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tatami.query.plan.PlanNode.Relation;

/** Writes a plan as lines for people: a node a line, those below it indented. */
public final class PlanTree {

  private static final String STEP = "  ";

  private PlanTree() {}

  /** Returns the lines, the top node first; conditions follow their node. */
  public static List<String> lines(PlanNode top) {
    List<String> lines = new ArrayList<>();
    add(top, "", lines);
    return lines;
  }

  private static void add(PlanNode node, String indent, List<String> lines) {
    lines.add(indent + headline(node));
    for (Map.Entry<String, String> condition : node.conditions().entrySet()) {
      lines.add(indent + STEP + STEP + condition.getKey() + ": " + condition.getValue());
    }
    node.children().forEach(child -> add(child, indent + STEP, lines));
  }

  private static String headline(PlanNode node) {
    StringBuilder line = new StringBuilder(node.type());
    node.findRelation().ifPresent(relation -> line.append(" on ").append(described(relation)));
    node.findSource().ifPresent(source -> line.append(" of ").append(source));
    node.findIndex().ifPresent(index -> line.append(" by ").append(index));
    line.append(STEP).append(counts(node));
    return line.toString();
  }

  private static String described(Relation relation) {
    String table =
        relation.schema().isEmpty() ? relation.name() : relation.schema() + "." + relation.name();
    return relation.alias().equals(relation.name()) ? table : table + " " + relation.alias();
  }

  private static String counts(PlanNode node) {
    String expected = format("%,d rows expected", node.plannedRows());
    return node.findMeasured()
        .map(
            measured ->
                measured.loops() == 0
                    ? expected + ", never run"
                    : format(
                        "%s, %,d came%s, %.2f ms, %,d pages hit, %,d read",
                        expected,
                        measured.rows(),
                        measured.loops() == 1 ? "" : format(" in %,d loops", measured.loops()),
                        measured.milliseconds(),
                        measured.hit(),
                        measured.read()))
        .orElse(expected);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
