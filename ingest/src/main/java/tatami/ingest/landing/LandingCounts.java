package tatami.ingest.landing;

import tatami.ingest.quarantine.Quarantine;
import tatami.ingest.quarantine.RejectedRow;
import tatami.ingest.source.SourceRow;

/** Counts what happens to the rows of one feed, and hands bad ones over. */
final class LandingCounts {

  private final Quarantine quarantine;
  private long rowsIn;
  private long duplicates;
  private long rejected;
  private String firstRejected;

  LandingCounts(Quarantine quarantine) {
    this.quarantine = quarantine;
  }

  void row() {
    rowsIn++;
  }

  void duplicate() {
    duplicates++;
  }

  void takeBackDuplicates(long count) {
    duplicates -= count;
  }

  void reject(SourceRow row, String reason) {
    rejected++;
    if (firstRejected == null) {
      firstRejected = row.file() + ":" + row.line() + ": " + reason;
    }
    quarantine.keep(new RejectedRow(row.file(), row.line(), reason, row.fields()));
  }

  /** Returns place and reason of the row that was rejected first, or null. */
  String firstRejected() {
    return firstRejected;
  }

  LandedFeed landed(long values, long rows, LandedFeed.LandedDays days) {
    return new LandedFeed(rowsIn, duplicates, rejected, values, rows, days);
  }
}
