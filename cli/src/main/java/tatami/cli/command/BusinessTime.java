package tatami.cli.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Objects;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What was given as {@code --now}: a date, a date-time, or a date-time with its offset. It is an
 * instant only once the catalog's zone is known.
 */
final class BusinessTime {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private final TemporalAccessor given;

  private BusinessTime(TemporalAccessor given) {
    this.given = Objects.requireNonNull(given, "given");
  }

  /**
   * Reads what was given.
   *
   * @throws DateTimeException if it is no date and no date-time
   */
  static BusinessTime parse(String text) {
    return new BusinessTime(
        FORMAT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
  }

  /**
   * Returns the instant: a date is its 00:00 in the zone. In a gap of the zone the time moves
   * later, in an overlap the earlier offset counts.
   */
  Instant toInstant(ZoneId zone) {
    if (given instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    if (given instanceof LocalDateTime local) {
      return local.atZone(zone).toInstant();
    }
    return LocalDate.from(given).atStartOfDay(zone).toInstant();
  }

  /** Tells whether it means the same instant in every zone. */
  boolean hasOffset() {
    return given instanceof OffsetDateTime;
  }

  /** Reads the flag. */
  static final class Converter implements ITypeConverter<BusinessTime> {
    @Override
    public BusinessTime convert(String text) {
      try {
        return parse(text);
      } catch (DateTimeException noDate) {
        throw new TypeConversionException(
            "\""
                + text
                + "\" is no date and no date-time; write 2026-12-01, 2026-12-01T09:30 or"
                + " 2026-12-01T09:30+09:00");
      }
    }
  }
}
