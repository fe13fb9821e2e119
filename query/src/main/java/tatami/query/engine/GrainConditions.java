package tatami.query.engine;

import java.util.ArrayList;
import java.util.List;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.request.Condition;
import tatami.query.request.SearchRequest;
import tatami.searchtable.description.FilterLayout;

/**
 * The conditions of one grain: those that a row must pass, and those of which is told whether it
 * does. Circles are in neither: their properties are known before.
 *
 * <p>A facet counts what other values of its own filter would find, so a condition on that filter
 * is left out for this facet alone. Tags are the exception: choosing one more narrows the result.
 *
 * @param must what a row must pass
 * @param flags what a row may fail
 */
public record GrainConditions(List<Condition> must, List<Flag> flags) {

  /** Copies the lists. */
  public GrainConditions {
    must = List.copyOf(must);
    flags = List.copyOf(flags);
  }

  /**
   * A condition that a row may fail.
   *
   * @param facet place of its own facet in the request
   * @param condition the condition
   */
  public record Flag(int facet, Condition condition) {}

  /**
   * Sorts the conditions of a request.
   *
   * @param facets filters whose values are counted; at most 31
   */
  public static GrainConditions of(SearchRequest request, Grain grain, List<CatalogFilter> facets) {
    List<Condition> must = new ArrayList<>();
    List<Flag> flags = new ArrayList<>();
    for (Condition condition : request.where()) {
      if (condition.filter().grain() != grain || condition instanceof Condition.Near) {
        continue;
      }
      int facet = facets.indexOf(condition.filter());
      boolean isFlag = facet >= 0 && !(condition.filter().layout() instanceof FilterLayout.Tags);
      if (isFlag) {
        flags.add(new Flag(facet, condition));
      } else {
        must.add(condition);
      }
    }
    return new GrainConditions(must, flags);
  }
}
