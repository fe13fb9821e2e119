package tatami.searchbuild.terms;

import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.function.ToIntFunction;
import tatami.searchbuild.catalog.StayDefinition.LeadTimeDefinition;
import tatami.searchtable.description.LeadTime;

/** Makes lead times of the rows of offers. */
public final class LeadTimes {

  private LeadTimes() {}

  /**
   * Returns the lead time of an offer.
   *
   * @param positions tells where a column's value stands in its row
   * @param offer its row
   * @param columns its columns; null where the catalog has no lead times
   * @param zone the property's, an IANA name
   */
  public static LeadTime of(
      ToIntFunction<String> positions, Object[] offer, LeadTimeDefinition columns, String zone) {
    if (columns == null) {
      return new LeadTime(zone, null, null, null, null);
    }
    TermRow row = new TermRow(positions, offer);
    Integer days = row.integer(columns.days());
    Integer minute = days == null ? null : minute((String) row.value(columns.time()));
    return new LeadTime(
        zone, days, minute, row.integer(columns.minimumDays()), row.integer(columns.maximumDays()));
  }

  private static int minute(String time) {
    return time == null ? 0 : LocalTime.parse(time).get(ChronoField.MINUTE_OF_DAY);
  }
}
