package tatami.benchmarks.normalised;

import java.util.Locale;

/** What is asked about a search. */
enum Question {
  PAGE,
  PAGE_FACETS,
  CALENDAR;

  /** Returns the name in reports. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
