package tatami.query.request;

import java.util.List;
import tatami.query.release.CatalogFilter;

/**
 * One condition on a property or an offer, in the release's own terms. Absent values pass none but
 * {@link HasTags#none()}.
 */
public sealed interface Condition {

  /** The filter that it is about. */
  CatalogFilter filter();

  /**
   * The code of a path is inside one of the intervals.
   *
   * @param filter a path
   * @param intervals ascending, disjoint, not adjacent; empty: nothing matches
   */
  record InSubtrees(CatalogFilter filter, List<Interval> intervals) implements Condition {
    /** Copies the list. */
    public InSubtrees {
      intervals = List.copyOf(intervals);
    }
  }

  /**
   * The code is one of these.
   *
   * @param filter a category
   * @param codes ascending, each once; empty: nothing matches
   */
  record IsOneOf(CatalogFilter filter, List<Integer> codes) implements Condition {
    /** Copies the list. */
    public IsOneOf {
      codes = List.copyOf(codes);
    }
  }

  /**
   * The set has all, at least one, and none of these. A null list is no condition.
   *
   * @param filter tags
   * @param all ascending codes; −1 is a value that no row has
   * @param any ascending codes; empty: nothing matches
   * @param none ascending codes
   */
  record HasTags(CatalogFilter filter, List<Integer> all, List<Integer> any, List<Integer> none)
      implements Condition {

    /** A code that no row has. */
    public static final int UNKNOWN_CODE = -1;

    /** Copies the lists. */
    public HasTags {
      all = all == null ? null : List.copyOf(all);
      any = any == null ? null : List.copyOf(any);
      none = none == null ? null : List.copyOf(none);
    }
  }

  /**
   * The number is inside a closed range of steps.
   *
   * @param filter a number
   * @param lowest in steps
   * @param highest in steps; below {@code lowest}: nothing matches
   */
  record InRange(CatalogFilter filter, long lowest, long highest) implements Condition {}

  /**
   * The point is inside a rectangle, edges inclusive, in steps of 10<sup>−7</sup> degree.
   *
   * @param filter a point
   * @param south at most {@code north}
   * @param west above {@code east} when the rectangle crosses the antimeridian
   * @param north upper edge
   * @param east right edge
   */
  record Within(CatalogFilter filter, int south, int west, int north, int east)
      implements Condition {}

  /**
   * The point is inside a circle, edge inclusive.
   *
   * @param filter a point of the property
   * @param latitude centre, in steps of 10<sup>−7</sup> degree
   * @param longitude centre, in steps of 10<sup>−7</sup> degree
   * @param radiusMillimetres at most 500 km
   */
  record Near(CatalogFilter filter, int latitude, int longitude, long radiusMillimetres)
      implements Condition {}

  /**
   * The texts have all of these words, each of them somewhere in one text.
   *
   * @param filter words
   * @param words folded, in the asked order, each once; at least one, none empty, none with a quote
   */
  record HasWords(CatalogFilter filter, List<String> words) implements Condition {
    /** Copies the list. */
    public HasWords {
      words = List.copyOf(words);
    }

    /** Two conditions are written alike only if they are equal: no word has a quote. */
    @Override
    public String toString() {
      return "HasWords[filter=" + filter + ", words=\"" + String.join("\" \"", words) + "\"]";
    }
  }

  /**
   * Codes from one to another, both inclusive.
   *
   * @param first lowest
   * @param last highest
   */
  record Interval(int first, int last) {}
}
