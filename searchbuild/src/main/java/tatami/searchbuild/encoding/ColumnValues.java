package tatami.searchbuild.encoding;

import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import tatami.searchtable.codec.NumberStatistics;
import tatami.searchtable.codec.TagStatistics;

/** The values of one column over all rows, measured, before its codec is chosen. */
public sealed interface ColumnValues {

  /** Name of the column, or what its columns' names start with. */
  String name();

  /** Word of the codec that the catalog pins; null where the smallest is taken. */
  String pin();

  /** What was measured, by name. */
  Map<String, Number> figures();

  /**
   * Whole numbers.
   *
   * @param name the column
   * @param pin the pinned codec's word, or null
   * @param gathers whether the number may share a word of bits with others
   * @param value value of a row; null = absent
   * @param statistics of all rows
   */
  record Numbers(
      String name,
      String pin,
      boolean gathers,
      IntFunction<Long> value,
      NumberStatistics statistics)
      implements ColumnValues {

    /** Refuses a column without values to write. */
    public Numbers {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(statistics, "statistics");
    }

    @Override
    public Map<String, Number> figures() {
      return statistics.figures();
    }

    /** Measures the numbers of so many rows. */
    public static Numbers measure(String name, int rows, IntFunction<Long> value) {
      NumberStatistics statistics = new NumberStatistics();
      for (int row = 0; row < rows; row++) {
        statistics.collect(row, value.apply(row));
      }
      return new Numbers(name, null, false, value, statistics);
    }

    /** The same numbers, which may share a word of bits with others. */
    public Numbers gathering() {
      return new Numbers(name, pin, true, value, statistics);
    }

    /** The same numbers with a pinned codec; null pins none. */
    public Numbers pinned(String word) {
      return new Numbers(name, word, gathers, value, statistics);
    }
  }

  /**
   * Sets of codes.
   *
   * @param name the column, or what its words' names start with
   * @param pin the pinned codec's word, or null
   * @param value codes of a row: ascending, each once
   * @param statistics of all rows
   */
  record Sets(String name, String pin, IntFunction<int[]> value, TagStatistics statistics)
      implements ColumnValues {

    /** Refuses a column without values to write. */
    public Sets {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(statistics, "statistics");
    }

    @Override
    public Map<String, Number> figures() {
      return statistics.figures();
    }

    /** Measures the sets of so many rows. */
    public static Sets measure(String name, int rows, int tags, IntFunction<int[]> value) {
      TagStatistics statistics = new TagStatistics(tags);
      for (int row = 0; row < rows; row++) {
        statistics.collect(value.apply(row).length);
      }
      return new Sets(name, null, value, statistics);
    }

    /** The same sets with a pinned codec; null pins none. */
    public Sets pinned(String word) {
      return new Sets(name, word, value, statistics);
    }
  }
}
