package tatami.benchmarks.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Prices in the order in which a feed brings them: one (row, night, amount) after the other.
 *
 * <p>Filled once by {@link Dataset} and only read afterwards, then thread-safe.
 */
public final class NightPrices {

  private static final List<LocalDate> DATES =
      IntStream.range(0, Dataset.NIGHTS).mapToObj(Dataset.FIRST_NIGHT::plusDays).toList();

  private final int[] rows;
  private final int[] nights;
  private final long[] amounts;
  private int size;

  NightPrices(int capacity) {
    rows = new int[capacity];
    nights = new int[capacity];
    amounts = new long[capacity];
  }

  void add(int row, int night, long amount) {
    rows[size] = row;
    nights[size] = night;
    amounts[size] = amount;
    size++;
  }

  boolean isFull() {
    return size == rows.length;
  }

  /** Returns how many prices there are. */
  public int size() {
    return size;
  }

  /** Returns how many rows they are of; rows are numbered from 0 without a gap. */
  public int rowCount() {
    return size == 0 ? 0 : rows[size - 1] + 1;
  }

  /** Returns the row of a price. */
  public int row(int index) {
    return rows[index];
  }

  /** Returns the night of a price, counted from the first night of the calendar. */
  public int night(int index) {
    return nights[index];
  }

  /** Returns the night of a price as a date, made beforehand so that nobody pays for making it. */
  public LocalDate date(int index) {
    return DATES.get(nights[index]);
  }

  /** Returns the amount of a price. */
  public long amount(int index) {
    return amounts[index];
  }
}
