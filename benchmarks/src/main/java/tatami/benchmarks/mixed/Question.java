package tatami.benchmarks.mixed;

import java.util.Locale;

/** What is asked about a search. */
public enum Question {
  PAGE,
  PAGE_FACETS,
  CALENDAR;

  /** Returns the name in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
