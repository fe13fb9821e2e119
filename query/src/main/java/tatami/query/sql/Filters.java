package tatami.query.sql;

import java.util.ArrayList;
import java.util.List;
import tatami.query.engine.SearchPlan;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.request.Condition;
import tatami.searchtable.description.FilterLayout;

/**
 * The conditions of one grain: those that a row must pass, and those of which is told whether it
 * does.
 *
 * <p>A facet counts what other values of its own filter would find, so a condition on that filter
 * is left out for this facet alone. Tags are the exception: choosing one more narrows the result.
 */
final class Filters {

  /** No conditions. */
  static final Filters NONE = new Filters();

  private final List<Condition> conditions = new ArrayList<>();
  private final List<Flag> flags = new ArrayList<>();

  private Filters() {}

  /**
   * Sorts the conditions of a request.
   *
   * @param facets filters whose values are counted; at most 31
   */
  Filters(SearchPlan plan, Grain grain, List<CatalogFilter> facets) {
    for (Condition condition : plan.request().where()) {
      boolean isElsewhere =
          condition.filter().grain() != grain || condition instanceof Condition.Near;
      int facet = facets.indexOf(condition.filter());
      boolean isFlag = facet >= 0 && !(condition.filter().layout() instanceof FilterLayout.Tags);
      if (!isElsewhere && isFlag) {
        flags.add(new Flag(facet, condition));
      } else if (!isElsewhere) {
        conditions.add(condition);
      }
    }
  }

  /**
   * A condition that a row may fail.
   *
   * @param facet place of its own facet in the request
   * @param condition the condition
   */
  record Flag(int facet, Condition condition) {}

  /** Returns what a row must pass: conditions that are tested on one row of the table. */
  List<Condition> conditions() {
    return conditions;
  }

  /** Tells whether every row passes everything. */
  boolean isEmpty() {
    return conditions.isEmpty() && flags.isEmpty();
  }

  /**
   * Adds the flags that a row fails to what is selected: bit {@code n} for the condition on the
   * filter of facet {@code n}.
   *
   * @return null where there are no flags
   */
  RecordField addFailed(RecordText text, Tables tables) {
    List<Fragment> bits = new ArrayList<>();
    for (Flag flag : flags) {
      bits.add(
          Fragment.of("CASE WHEN ")
              .then(ConditionText.of(flag.condition(), tables))
              .then(" THEN 0 ELSE " + (1 << flag.facet()) + " END"));
    }
    return bits.isEmpty() ? null : text.integer(Fragment.join(" + ", bits));
  }

  /** Writes {@code WHERE} with what a row must pass, and one more condition. */
  Fragment where(Tables tables, Fragment restriction) {
    List<Fragment> texts = new ArrayList<>();
    if (restriction != null) {
      texts.add(restriction);
    }
    conditions.forEach(condition -> texts.add(ConditionText.of(condition, tables)));
    return texts.isEmpty()
        ? Fragment.EMPTY
        : Fragment.of("\nWHERE ").then(Fragment.join("\n  AND ", texts));
  }
}
