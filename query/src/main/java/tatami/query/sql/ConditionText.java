package tatami.query.sql;

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
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.description.FilterLayout;

/** Writes one condition as SQL on the table of its grain. */
final class ConditionText {

  private ConditionText() {}

  /** Returns the condition; a circle is a join, not a condition, and is refused here. */
  static Fragment of(Condition condition, Tables tables) {
    Grain grain = condition.filter().grain();
    FilterLayout layout = condition.filter().layout();
    String row = Tables.alias(grain);
    if (condition instanceof InSubtrees subtrees) {
      return inSubtrees(subtrees.intervals(), ((FilterLayout.Path) layout).codec(), row);
    }
    if (condition instanceof IsOneOf category) {
      return NumberText.isOneOf(((FilterLayout.Category) layout).codec(), row, category.codes());
    }
    if (condition instanceof HasTags tags) {
      return TagText.of(tags, ((FilterLayout.Tags) layout).codec(), row);
    }
    if (condition instanceof InRange range) {
      NumberCodec codec = ((FilterLayout.Number) layout).codec();
      return NumberText.between(codec, row, range.lowest(), range.highest());
    }
    if (condition instanceof Within within) {
      return within(within, (FilterLayout.Point) layout, row);
    }
    if (condition instanceof HasWords words) {
      return WordsText.condition(words, tables);
    }
    throw new IllegalArgumentException("not a condition on one row: " + condition);
  }

  private static Fragment inSubtrees(List<Interval> intervals, NumberCodec codec, String row) {
    if (intervals.size() == 1) {
      return NumberText.between(codec, row, intervals.get(0).first(), intervals.get(0).last());
    }
    List<Integer> codes =
        intervals.stream()
            .flatMapToInt(interval -> IntStream.rangeClosed(interval.first(), interval.last()))
            .boxed()
            .toList();
    return NumberText.isOneOf(codec, row, codes);
  }

  private static Fragment within(Within within, FilterLayout.Point layout, String row) {
    NumberCodec longitude = layout.longitude();
    Fragment inside =
        within.west() <= within.east()
            ? NumberText.between(longitude, row, within.west(), within.east())
            : Fragment.of("(")
                .then(NumberText.atLeast(longitude, row, within.west()))
                .then(" OR ")
                .then(NumberText.atMost(longitude, row, within.east()))
                .then(")");
    return NumberText.between(layout.latitude(), row, within.south(), within.north())
        .then(" AND ")
        .then(inside);
  }
}
