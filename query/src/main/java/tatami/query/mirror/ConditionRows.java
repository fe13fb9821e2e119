package tatami.query.mirror;

import java.util.Arrays;
import java.util.List;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.CodeColumn;
import tatami.query.mirror.column.GrainColumns;
import tatami.query.mirror.column.TagColumn;
import tatami.query.request.Condition;
import tatami.query.request.Condition.HasTags;
import tatami.query.request.Condition.HasWords;
import tatami.query.request.Condition.InRange;
import tatami.query.request.Condition.InSubtrees;
import tatami.query.request.Condition.IsOneOf;
import tatami.query.request.Condition.Within;

/** Which rows of a grain pass a condition? Stateless. */
final class ConditionRows {

  private ConditionRows() {}

  /**
   * Finds the rows that pass.
   *
   * @param rows an empty set, which takes them
   */
  static void find(Condition condition, GrainColumns columns, long[] rows) {
    String name = condition.filter().name();
    if (condition instanceof InSubtrees subtrees) {
      CodeColumn codes = columns.codes().get(name);
      subtrees
          .intervals()
          .forEach(interval -> codes.addInterval(interval.first(), interval.last(), rows));
    } else if (condition instanceof IsOneOf category) {
      CodeColumn codes = columns.codes().get(name);
      for (int code : category.codes()) {
        codes.set(codes.dictionary().place(code)).addTo(rows);
      }
    } else if (condition instanceof HasTags tags) {
      findTags(tags, columns.tags().get(name), columns.rows(), rows);
    } else if (condition instanceof InRange range) {
      columns.numbers().get(name).addRange(range.lowest(), range.highest(), rows);
    } else if (condition instanceof Within within) {
      columns
          .points()
          .get(name)
          .each(
              within.south(),
              within.west(),
              within.north(),
              within.east(),
              row -> Bits.set(rows, row));
    } else if (condition instanceof HasWords words) {
      columns.words().get(name).addRows(words.words(), rows);
    } else {
      throw new IllegalArgumentException("not a condition on one row: " + condition);
    }
  }

  private static void findTags(HasTags asked, TagColumn tags, int count, long[] rows) {
    if (asked.any() == null) {
      Bits.fill(rows, count);
    } else {
      asked.any().forEach(code -> tags.set(code).addTo(rows));
    }
    if (asked.all() != null) {
      keepAll(asked.all(), tags, rows);
    }
    if (asked.none() != null) {
      asked.none().forEach(code -> tags.set(code).takeFrom(rows));
    }
  }

  private static void keepAll(List<Integer> codes, TagColumn tags, long[] rows) {
    for (int code : codes) {
      if (code == HasTags.UNKNOWN_CODE) {
        Arrays.fill(rows, 0);
      } else {
        tags.set(code).keepIn(rows);
      }
    }
  }
}
