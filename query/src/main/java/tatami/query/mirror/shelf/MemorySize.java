package tatami.query.mirror.shelf;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory.
 *
 * @param bytes not negative
 */
public record MemorySize(long bytes) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,12})([kmgt])");
  private static final String UNITS = "kmgt";
  private static final int UNIT_BITS = 10;
  private static final double MEBIBYTE = 1 << 20;
  private static final double GIBIBYTE = 1 << 30;

  /** Refuses less than nothing. */
  public MemorySize {
    if (bytes < 0) {
      throw new IllegalArgumentException("an amount of memory is not negative: bytes=" + bytes);
    }
  }

  /**
   * Reads a size as the JVM writes its own: a whole number and k, m, g or t.
   *
   * @throws IllegalArgumentException if it is something else, or nothing
   */
  public static MemorySize parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a size is a whole number and k, m, g or t, such as 4g");
    }
    long number = Long.parseLong(matcher.group(1));
    int shift = UNIT_BITS * (UNITS.indexOf(matcher.group(2)) + 1);
    if (number == 0 || number > Long.MAX_VALUE >> shift) {
      throw new IllegalArgumentException("a size is above 0 and below 8 million t");
    }
    return new MemorySize(number << shift);
  }

  /** Returns it as this class reads it, in whole mebibytes and not less. */
  public String toFlag() {
    return (long) Math.ceil(bytes / MEBIBYTE) + "m";
  }

  /** Returns it for people. */
  @Override
  public String toString() {
    return bytes >= GIBIBYTE
        ? String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE)
        : String.format(Locale.ROOT, "%.1f MiB", bytes / MEBIBYTE);
  }
}
