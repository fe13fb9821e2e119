package tatami.ingest.landing;

import java.time.LocalDate;
import java.util.List;

/**
 * What came of landing one feed.
 *
 * @param rowsIn rows in the files, headers not counted
 * @param duplicates rows that repeat an earlier one, or that {@code first} and {@code last} dropped
 * @param rejected rows in quarantine
 * @param values cells that a calendar holds, over all its values; 0 for other feeds
 * @param rows rows of the master table
 * @param days the days that a calendar covers; null for other feeds
 */
public record LandedFeed(
    long rowsIn, long duplicates, long rejected, long values, long rows, LandedDays days) {

  /**
   * The days that a calendar covers.
   *
   * @param firstDay the first
   * @param count how many: the length of every array
   * @param values what the cells of each value measure
   */
  public record LandedDays(LocalDate firstDay, int count, List<ValueMeasure> values) {

    /** Copies the list. */
    public LandedDays {
      values = List.copyOf(values);
    }

    /** Returns the measure of a value by its name. */
    public ValueMeasure get(String name) {
      return values.stream()
          .filter(value -> value.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no such calendar value: name=" + name));
    }
  }

  /**
   * What the cells of one value measure.
   *
   * @param name the value
   * @param cells how many there are
   * @param highest the highest, −1 where there is none
   * @param unit the greatest common divisor of all, at least 1
   */
  public record ValueMeasure(String name, long cells, long highest, long unit) {}
}
