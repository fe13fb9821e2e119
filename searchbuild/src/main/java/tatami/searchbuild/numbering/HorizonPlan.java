package tatami.searchbuild.numbering;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import tatami.ingest.landing.LandedFeed.LandedDays;
import tatami.searchbuild.catalog.Catalog.CalendarRange;
import tatami.searchbuild.master.MasterVersion;
import tatami.searchtable.description.ReleaseDescription.Horizon;

/** Decides which nights the packed columns of a release cover. */
public final class HorizonPlan {

  private HorizonPlan() {}

  /**
   * Plans the horizon; null where the catalog has no calendar.
   *
   * @param range what the catalog asks for; null for no calendar
   * @param versions the master versions; those of calendar feeds count
   * @param businessDate the day for which is built
   * @throws NumberingException if the calendars have no night on or after the business date
   */
  public static Horizon plan(
      CalendarRange range, Collection<MasterVersion> versions, LocalDate businessDate) {
    List<LandedDays> calendars =
        versions.stream()
            .map(version -> version.landed().days())
            .filter(days -> days != null)
            .toList();
    if (range == null || calendars.isEmpty()) {
      return null;
    }
    LocalDate first =
        calendars.stream().map(LandedDays::firstDay).min(Comparator.naturalOrder()).orElseThrow();
    LocalDate end =
        calendars.stream()
            .map(days -> days.firstDay().plusDays(days.count()))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    LocalDate start = range.startsAtFeed() || first.isAfter(businessDate) ? first : businessDate;
    if (!end.isAfter(start)) {
      throw new NumberingException(
          "the feeds' calendars end on "
              + end.minusDays(1)
              + ", before the business date "
              + businessDate
              + "; give --now with a date that they cover");
    }
    long nights = range.days() > 0 ? range.days() : ChronoUnit.DAYS.between(start, end);
    return new Horizon(start, (int) nights);
  }
}
