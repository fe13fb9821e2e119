package tatami.query.request;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import tatami.searchtable.description.ReleaseDescription.Horizon;
import tools.jackson.databind.JsonNode;

/** Reads check-in dates: from today on, inside the horizon. */
final class DateReader {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Horizon horizon;
  private final LocalDate today;

  DateReader(Horizon horizon, LocalDate today) {
    this.horizon = horizon;
    this.today = today;
  }

  /** Returns empty where the field is refused; it is there. */
  Optional<LocalDate> read(RequestObject fields, String name) {
    Optional<LocalDate> date = parse(fields, name);
    return date.filter(given -> isCheckIn(given, fields, name));
  }

  private static Optional<LocalDate> parse(RequestObject fields, String name) {
    JsonNode node = fields.find(name).orElseThrow();
    if (!node.isString() || !DATE.matcher(node.stringValue()).matches()) {
      fields.refuse(name, "must be a date such as \"2026-12-05\"");
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(node.stringValue()));
    } catch (DateTimeException impossible) {
      fields.refuse(name, "no such date; a date is yyyy-mm-dd");
      return Optional.empty();
    }
  }

  private boolean isCheckIn(LocalDate date, RequestObject fields, String name) {
    LocalDate last = horizon.end().minusDays(1);
    if (date.isBefore(today)) {
      fields.refuse(name, "is in the past: today is " + today);
      return false;
    }
    if (date.isBefore(horizon.firstNight()) || date.isAfter(last)) {
      fields.refuse(name, "must be a night from " + horizon.firstNight() + " to " + last);
      return false;
    }
    return true;
  }
}
