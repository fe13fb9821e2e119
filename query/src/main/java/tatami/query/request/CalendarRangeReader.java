package tatami.query.request;

import java.time.LocalDate;
import java.util.Optional;
import tatami.searchtable.description.ReleaseDescription.Horizon;

/** Reads {@code from} and {@code to}: check-ins of which every stay is inside the horizon. */
final class CalendarRangeReader {

  private static final int MOST_DAYS = 62;

  private final Horizon horizon;
  private final LocalDate today;
  private final Findings findings;

  CalendarRangeReader(Horizon horizon, LocalDate today, Findings findings) {
    this.horizon = horizon;
    this.today = today;
    this.findings = findings;
  }

  /** Returns empty where something is refused. */
  Optional<CheckInRange> read(RequestObject request, int nights) {
    Optional<LocalDate> from = readEnd(request, "from");
    Optional<LocalDate> to = readEnd(request, "to");
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (to.get().isBefore(from.get())) {
      request.refuse("to", "must not be before \"from\": from=" + from.get() + " to=" + to.get());
      return Optional.empty();
    }
    CheckInRange range = new CheckInRange(from.get(), to.get());
    if (range.days() > MOST_DAYS) {
      request.refuse("to", "at most " + MOST_DAYS + " days, got " + range.days());
    }
    LocalDate lastEnd = to.get().plusDays(nights);
    if (lastEnd.isAfter(horizon.end())) {
      request.refuse(
          "to",
          "every stay must end by "
              + horizon.end()
              + ", the last one ends "
              + lastEnd
              + "; take fewer nights or an earlier date");
    }
    return Optional.of(range);
  }

  private Optional<LocalDate> readEnd(RequestObject request, String name) {
    if (!request.has(name)) {
      String detail = "needed: the first and the last check-in, such as \"2026-12-05\"";
      findings.refuse(request.pointerTo(name), null, detail);
      return Optional.empty();
    }
    return new DateReader(horizon, today).read(request, name);
  }
}
