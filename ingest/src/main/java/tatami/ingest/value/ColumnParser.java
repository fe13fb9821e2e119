package tatami.ingest.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import tatami.ingest.feed.ColumnDefinition;

/**
 * Reads the fields of one column.
 *
 * <p>Gives, by type: String (text, time, time zone and currency), Integer, Long (bigint, money and
 * pattern), BigDecimal, Boolean, LocalDate, List of String; null where the field is empty.
 * Thread-safe.
 */
public final class ColumnParser {

  /** Largest amount, in minor units: keeps every total of a stay inside 64 bits. */
  static final long LARGEST_AMOUNT = 10_000_000_000_000L;

  private static final int LONGEST_NUMBER = 60;
  private static final int LARGEST_SCALE = 30;
  private static final int LONGEST_PATTERN = 62;
  private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private final ColumnDefinition column;
  private final Currency currency;
  private final int currencyDigits;
  private final Set<?> referenced;
  private final Map<String, String> map;
  private final boolean isMapped;
  private final String strip;

  /**
   * Reads a column.
   *
   * @param column the column
   * @param currency the catalog's
   * @param referenced values that the column's reference leads to; not read where it has none
   */
  public ColumnParser(ColumnDefinition column, Currency currency, Set<?> referenced) {
    this.column = column;
    this.currency = currency;
    this.currencyDigits = Math.max(currency.getDefaultFractionDigits(), 0);
    this.referenced = referenced;
    this.map = column.map();
    this.isMapped = !map.isEmpty();
    this.strip = column.strip();
  }

  /** Returns the column that this reads. */
  public ColumnDefinition column() {
    return column;
  }

  /**
   * Returns the value of a field, or null where it is empty.
   *
   * @throws BadValueException if the text is not a value of the column's type, or not among those
   *     that the column refers to
   */
  public Object parse(String raw) throws BadValueException {
    String text = mapped(raw);
    if (text.isEmpty()) {
      return null;
    }
    Object value = typed(stripped(text));
    if (column.reference() != null && value != null && !referenced.contains(value)) {
      throw bad(
          text,
          "no row of feed \""
              + column.reference().feed()
              + "\" has it as its \""
              + column.reference().column()
              + "\"");
    }
    return value;
  }

  private Object typed(String text) throws BadValueException {
    return switch (column.type()) {
      case TEXT -> text.isEmpty() ? null : checkedText(text);
      case INTEGER -> (int) wholeNumber(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case BIGINT -> wholeNumber(text, Long.MIN_VALUE, Long.MAX_VALUE);
      case NUMERIC -> decimal(text);
      case BOOLEAN -> truth(text);
      case DATE -> day(text);
      case MONEY -> amount(text);
      case TEXT_LIST -> new ListParser(column).parse(checkedText(text));
      case TIME -> timeOfDay(text);
      case TIME_ZONE -> timeZone(text);
      case CURRENCY -> currency(text);
      case PATTERN -> pattern(text);
    };
  }

  private String mapped(String raw) throws BadValueException {
    if (!isMapped || raw.isEmpty()) {
      return raw;
    }
    String text = map.get(raw);
    if (text == null) {
      throw bad(raw, "needs one of " + map.keySet());
    }
    return text;
  }

  private String stripped(String text) {
    if (strip.isEmpty()) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      if (strip.indexOf(text.charAt(index)) < 0) {
        kept.append(text.charAt(index));
      }
    }
    return kept.toString();
  }

  private String checkedText(String text) throws BadValueException {
    if (text.indexOf('\0') >= 0) {
      throw bad(text.replace('\0', '␀'), "text cannot hold a NUL character");
    }
    return text;
  }

  /** Accepts digits with an optional sign, and a fraction of zeros alone. */
  private long wholeNumber(String text, long lowest, long highest) throws BadValueException {
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    if (point >= 0 && !isAll(text, point + 1, '0', '0')) {
      throw bad(text, "needs a whole number");
    }
    int start = whole.startsWith("-") ? 1 : 0;
    if (whole.length() == start || !isAll(whole, start, '0', '9')) {
      throw bad(text, "needs a whole number");
    }
    try {
      long value = Long.parseLong(whole);
      if (value >= lowest && value <= highest) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw bad(text, "needs a whole number of 64 bits");
    }
    throw bad(text, "needs a whole number from " + lowest + " to " + highest);
  }

  private static boolean isAll(String text, int start, char lowest, char highest) {
    for (int index = start; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character < lowest || character > highest) {
        return false;
      }
    }
    return true;
  }

  private BigDecimal decimal(String text) throws BadValueException {
    if (text.length() > LONGEST_NUMBER) {
      throw bad(text, "needs a number of at most " + LONGEST_NUMBER + " characters");
    }
    if (!isAll(text, 0, ' ', '~')) {
      throw bad(text, "needs a number in ASCII digits");
    }
    try {
      BigDecimal value = new BigDecimal(text);
      if (Math.abs(value.scale()) <= LARGEST_SCALE) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw bad(text, "needs a number");
    }
    throw bad(text, "needs a number with an exponent of at most " + LARGEST_SCALE);
  }

  private Boolean truth(String text) throws BadValueException {
    return switch (text) {
      case "t", "true" -> Boolean.TRUE;
      case "f", "false" -> Boolean.FALSE;
      default -> throw bad(text, "needs t, f, true or false");
    };
  }

  private LocalDate day(String text) throws BadValueException {
    if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
      int year = digits(text, 0, 4);
      int month = digits(text, 5, 7);
      int day = digits(text, 8, 10);
      if (year >= 0 && month >= 0 && day >= 0) {
        return existingDay(text, year, month, day);
      }
    }
    throw bad(text, "needs a day as yyyy-mm-dd");
  }

  /** The calendar of Java has a year 0, that of PostgreSQL has none. */
  private LocalDate existingDay(String text, int year, int month, int day)
      throws BadValueException {
    try {
      if (year > 0) {
        return LocalDate.of(year, month, day);
      }
    } catch (DateTimeException e) {
      throw bad(text, "there is no such day");
    }
    throw bad(text, "there is no such day");
  }

  private static int digits(String text, int start, int end) {
    int value = 0;
    for (int index = start; index < end; index++) {
      int digit = text.charAt(index) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private long amount(String text) throws BadValueException {
    int point = text.indexOf('.');
    int wholeDigits = point < 0 ? text.length() : point;
    int fractionDigits = text.length() - wholeDigits - (point < 0 ? 0 : 1);
    if (wholeDigits == 0
        || wholeDigits > 14
        || !isAll(text.substring(0, wholeDigits), 0, '0', '9')
        || (point >= 0 && !isAll(text, point + 1, '0', '9'))) {
      throw bad(text, "needs an amount such as 1234.50, not negative");
    }
    for (int index = currencyDigits; index < fractionDigits; index++) {
      if (text.charAt(point + 1 + index) != '0') {
        throw bad(text, "has a fraction that the currency lacks (" + currencyDigits + " digits)");
      }
    }
    long amount = Long.parseLong(text, 0, wholeDigits, 10);
    for (int index = 0; index < currencyDigits; index++) {
      amount = amount * 10 + (index < fractionDigits ? text.charAt(point + 1 + index) - '0' : 0);
    }
    if (amount > LARGEST_AMOUNT) {
      throw bad(text, "is above the largest amount, " + LARGEST_AMOUNT + " minor units");
    }
    return amount;
  }

  private String timeOfDay(String text) throws BadValueException {
    if (text.length() == 5 && text.charAt(2) == ':') {
      int hour = digits(text, 0, 2);
      int minute = digits(text, 3, 5);
      if (hour >= 0 && hour < 24 && minute >= 0 && minute < 60) {
        return text;
      }
    }
    throw bad(text, "needs a time of day as hh:mm, 00:00 to 23:59");
  }

  private String timeZone(String text) throws BadValueException {
    if (!TIME_ZONES.contains(text)) {
      throw bad(text, "needs the IANA name of a time zone");
    }
    return text;
  }

  private String currency(String text) throws BadValueException {
    if (!text.equals(currency.getCurrencyCode())) {
      throw bad(text, "needs " + currency.getCurrencyCode() + ", the catalog's currency");
    }
    return text;
  }

  private long pattern(String text) throws BadValueException {
    if (text.isEmpty() || text.length() > LONGEST_PATTERN || !isAll(text, 0, '0', '1')) {
      throw bad(text, "needs a pattern of 1 to " + LONGEST_PATTERN + " characters 0 and 1");
    }
    long cell = 1L << text.length();
    for (int index = 0; index < text.length(); index++) {
      cell |= (long) (text.charAt(index) - '0') << index;
    }
    return cell;
  }

  private BadValueException bad(String text, String reason) {
    return new BadValueException(column.name(), text, reason);
  }
}
