package tatami.searchbuild.fill;

import java.time.temporal.ChronoUnit;
import tatami.ingest.copy.BinaryCopyReader;
import tatami.ingest.landing.LandedFeed.LandedDays;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.description.ReleaseDescription.Horizon;

/** The landed days of a row, cut to the horizon. */
final class LandedNights {

  private final long[] landed;
  private final long[] values;
  private final int offset;
  private final ValueRange range;

  /**
   * Cuts days to a horizon.
   *
   * @param range which values there are
   */
  LandedNights(LandedDays days, Horizon horizon, ValueRange range) {
    this.landed = new long[days.count()];
    this.values = new long[horizon.nights()];
    this.offset = (int) ChronoUnit.DAYS.between(days.firstDay(), horizon.firstNight());
    this.range = range;
  }

  /** Returns the values of the row that was read last, the same array each time. */
  long[] values() {
    return values;
  }

  /** Reads the days of a row; returns how many nights have a value. */
  int read(BinaryCopyReader reader) {
    int count = reader.readIntegers(landed);
    int present = 0;
    for (int night = 0; night < values.length; night++) {
      int day = night + offset;
      boolean isThere = day >= 0 && day < count && landed[day] >= range.lowest();
      values[night] = isThere ? Math.min(landed[day], range.highest()) : CalendarCodec.MISSING;
      present += isThere ? 1 : 0;
    }
    return present;
  }
}
