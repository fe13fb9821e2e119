package tatami.query.sql;

import java.util.ArrayList;
import java.util.List;
import tatami.query.engine.GrainConditions;
import tatami.query.engine.GrainConditions.Flag;
import tatami.query.engine.SearchPlan;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;

/** Writes the conditions of one grain. */
final class Filters {

  /** No conditions. */
  static final Filters NONE = new Filters(new GrainConditions(List.of(), List.of()));

  private final GrainConditions conditions;

  private Filters(GrainConditions conditions) {
    this.conditions = conditions;
  }

  /**
   * Sorts the conditions of a request.
   *
   * @param facets filters whose values are counted; at most 31
   */
  Filters(SearchPlan plan, Grain grain, List<CatalogFilter> facets) {
    this(GrainConditions.of(plan.request(), grain, facets));
  }

  /** Tells whether every row passes everything. */
  boolean isEmpty() {
    return conditions.must().isEmpty() && conditions.flags().isEmpty();
  }

  /**
   * Adds the flags that a row fails to what is selected: bit {@code n} for the condition on the
   * filter of facet {@code n}.
   *
   * @return null where there are no flags
   */
  RecordField addFailed(RecordText text, Tables tables) {
    List<Fragment> bits = new ArrayList<>();
    for (Flag flag : conditions.flags()) {
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
    conditions.must().forEach(condition -> texts.add(ConditionText.of(condition, tables)));
    return texts.isEmpty()
        ? Fragment.EMPTY
        : Fragment.of("\nWHERE ").then(Fragment.join("\n  AND ", texts));
  }
}
