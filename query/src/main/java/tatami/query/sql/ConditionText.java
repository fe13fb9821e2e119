package tatami.query.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tatami.query.release.Grain;
import tatami.query.request.Condition;
import tatami.query.request.Condition.HasTags;
import tatami.query.request.Condition.HasWords;
import tatami.query.request.Condition.InRange;
import tatami.query.request.Condition.InSubtrees;
import tatami.query.request.Condition.Interval;
import tatami.query.request.Condition.IsOneOf;
import tatami.query.request.Condition.Within;
import tatami.searchtable.description.FilterLayout;

/** Writes one condition as SQL on the table of its grain. */
final class ConditionText {

  private ConditionText() {}

  /** Returns the condition; a circle is a join, not a condition, and is refused here. */
  static Fragment of(Condition condition, Tables tables) {
    Grain grain = condition.filter().grain();
    FilterLayout layout = condition.filter().layout();
    if (condition instanceof InSubtrees subtrees) {
      String column = Tables.column(grain, ((FilterLayout.Path) layout).column());
      return inSubtrees(subtrees.intervals(), column);
    }
    if (condition instanceof IsOneOf category) {
      String column = Tables.column(grain, ((FilterLayout.Category) layout).column());
      return Fragment.of(column + " = ANY (?)", new IntArray(category.codes()));
    }
    if (condition instanceof HasTags tags) {
      return hasTags(tags, Tables.column(grain, ((FilterLayout.Tags) layout).column()));
    }
    if (condition instanceof InRange range) {
      String column = Tables.column(grain, ((FilterLayout.Number) layout).column());
      return Fragment.of(column + " BETWEEN ? AND ?", range.lowest(), range.highest());
    }
    if (condition instanceof Within within) {
      return within(within, (FilterLayout.Point) layout);
    }
    if (condition instanceof HasWords words) {
      return WordsText.condition(words, tables);
    }
    throw new IllegalArgumentException("not a condition on one row: " + condition);
  }

  private static Fragment inSubtrees(List<Interval> intervals, String column) {
    if (intervals.size() == 1) {
      Interval only = intervals.get(0);
      return Fragment.of(column + " BETWEEN ? AND ?", only.first(), only.last());
    }
    int[] codes =
        intervals.stream()
            .flatMapToInt(interval -> IntStream.rangeClosed(interval.first(), interval.last()))
            .toArray();
    return Fragment.of(column + " = ANY (?)", new IntArray(codes));
  }

  private static Fragment hasTags(HasTags tags, String column) {
    List<Fragment> parts = new ArrayList<>();
    if (tags.all() != null) {
      parts.add(Fragment.of(column + " @> ?", new IntArray(tags.all())));
    }
    if (tags.any() != null) {
      parts.add(Fragment.of(column + " && ?", new IntArray(tags.any())));
    }
    if (tags.none() != null) {
      parts.add(Fragment.of("NOT " + column + " && ?", new IntArray(tags.none())));
    }
    return Fragment.join(" AND ", parts);
  }

  private static Fragment within(Within within, FilterLayout.Point layout) {
    Grain grain = within.filter().grain();
    String latitude = Tables.column(grain, layout.latitudeColumn());
    String longitude = Tables.column(grain, layout.longitudeColumn());
    String inside =
        within.west() <= within.east()
            ? longitude + " BETWEEN ? AND ?"
            : "(" + longitude + " >= ? OR " + longitude + " <= ?)";
    return Fragment.of(
        latitude + " BETWEEN ? AND ? AND " + inside,
        within.south(),
        within.north(),
        within.west(),
        within.east());
  }
}
