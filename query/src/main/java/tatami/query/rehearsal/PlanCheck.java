package tatami.query.rehearsal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tatami.query.engine.SearchPlan;
import tatami.query.plan.PlanNode;
import tatami.query.plan.PlanNode.Relation;
import tatami.query.sql.SearchStatement;
import tatami.query.sql.TableUse;
import tatami.query.sql.TableUses;

/**
 * Finds what a filter plan must not have.
 *
 * <p>A cast counts where it is on a column of a table: it hides the column from indexes and
 * statistics, and costs every row. PostgreSQL writes it {@code (alias.column)::type}. Where a
 * column has a type that a bound value is turned into, PostgreSQL casts the value once in place of
 * the column: with an inexact or decimal number that says that the column is none of the whole
 * numbers that a search table holds. Casts of other expressions, of constants, and of what is
 * returned are fine.
 */
final class PlanCheck {

  private static final int LONGEST_QUOTE = 160;
  private static final String NAME = "(\"[^\"]+\"|[a-z_][\\w$]*)";
  private static final String TYPE = "([a-z][a-z0-9_. ]*[a-z0-9](?:\\([\\d,]+\\))?(?:\\[\\])?)";
  private static final Pattern CAST_COLUMN =
      Pattern.compile("\\(" + NAME + "\\." + NAME + "\\)::" + TYPE);
  private static final Pattern COLUMN_AGAINST_DECIMAL =
      Pattern.compile(
          NAME
              + "\\."
              + NAME
              + " (?:=|<>|<=?|>=?) (?:ANY |ALL )?\\(?'[^']*'::"
              + "(numeric|real|double precision)(?:\\[\\])?");

  private final String search;
  private final String schema;
  private final Map<String, String> filterOfColumn = new HashMap<>();

  PlanCheck(String search, SearchPlan plan) {
    this.search = search;
    this.schema = plan.release().description().schema();
    for (TableUse use : TableUses.ofFilters(plan)) {
      use.columns().forEach(column -> filterOfColumn.merge(column, use.name(), PlanCheck::both));
    }
  }

  /** Several filters may share a column's bits. */
  private static String both(String one, String other) {
    return one.equals(other) ? one : one + "\" or \"" + other;
  }

  /** Returns sentences, each by the fault that it is about, so that one fault is told once. */
  Map<String, String> findings(SearchStatement statement, PlanNode top) {
    Map<String, String> findings = new LinkedHashMap<>();
    Map<String, Relation> tables = new HashMap<>();
    top.all()
        .flatMap(node -> node.findRelation().stream())
        .forEach(relation -> tables.put(relation.alias(), relation));
    top.all()
        .forEach(
            node -> {
              checkRelation(statement, node, findings);
              node.conditions()
                  .forEach(
                      (kind, text) -> {
                        Condition condition = new Condition(statement, kind, text);
                        checkCasts(condition, tables, findings);
                        checkDecimals(condition, tables, findings);
                      });
            });
    return findings;
  }

  private void checkRelation(
      SearchStatement statement, PlanNode node, Map<String, String> findings) {
    node.findRelation()
        .filter(relation -> !relation.schema().equals(schema))
        .ifPresent(
            relation ->
                findings.put(
                    "table " + relation.schema() + "." + relation.name(),
                    place(statement)
                        + " reads table \""
                        + qualified(relation)
                        + "\" by "
                        + node.type()
                        + ", and a filter plan may read tables of schema \""
                        + schema
                        + "\" alone: take what it needs into the search table"));
  }

  private void checkCasts(
      Condition condition, Map<String, Relation> tables, Map<String, String> findings) {
    Matcher cast = CAST_COLUMN.matcher(condition.text());
    while (cast.find()) {
      Relation table = tables.get(unquoted(cast.group(1)));
      if (table != null) {
        String column = unquoted(cast.group(2));
        findings.putIfAbsent(
            "cast " + qualified(table) + "." + column,
            subject(condition, table, column)
                + " is cast to "
                + cast.group(3)
                + quote(condition)
                + "; give the column the type that it is compared with, or compare without a"
                + " cast");
      }
    }
  }

  private void checkDecimals(
      Condition condition, Map<String, Relation> tables, Map<String, String> findings) {
    Matcher comparison = COLUMN_AGAINST_DECIMAL.matcher(condition.text());
    while (comparison.find()) {
      Relation table = tables.get(unquoted(comparison.group(1)));
      if (table != null) {
        String column = unquoted(comparison.group(2));
        findings.putIfAbsent(
            "cast " + qualified(table) + "." + column,
            subject(condition, table, column)
                + " is no whole number: the values of a search are cast to "
                + comparison.group(3)
                + quote(condition)
                + "; store the column as int2, int4 or int8");
      }
    }
  }

  private String subject(Condition condition, Relation table, String column) {
    String filter = filterOfColumn.get(column);
    return place(condition.statement())
        + (filter == null ? ", " : ", filter \"" + filter + "\", ")
        + "table \""
        + qualified(table)
        + "\": column \""
        + column
        + "\"";
  }

  private static String quote(Condition condition) {
    String text = condition.text();
    String shown = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + " …";
    return " in " + condition.kind() + " " + shown;
  }

  /** Returns which statement of which search it is. */
  String place(SearchStatement statement) {
    String purpose = statement.purpose().name().toLowerCase(Locale.ROOT);
    return "search \"" + search + "\", " + purpose;
  }

  private static String qualified(Relation relation) {
    return relation.schema() + "." + relation.name();
  }

  private static String unquoted(String identifier) {
    return identifier.startsWith("\"")
        ? identifier.substring(1, identifier.length() - 1)
        : identifier;
  }

  /**
   * A condition of a plan.
   *
   * @param statement whose plan
   * @param kind PostgreSQL's name for it
   * @param text as PostgreSQL writes it
   */
  private record Condition(SearchStatement statement, String kind, String text) {}
}
