package tatami.ingest.landing;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Currency;
import tatami.ingest.feed.FeedDefinition;
import tatami.ingest.quarantine.Quarantine;
import tatami.ingest.source.FeedRefusedException;
import tatami.ingest.source.FeedSource;

/** Lands feeds. */
public final class FeedLanding {

  private final Connection connection;
  private final Currency currency;
  private final Quarantine quarantine;

  /**
   * Lands over a connection; the caller commits, rolls back and closes.
   *
   * @param connection has auto-commit off
   * @param currency the catalog's
   * @param quarantine takes bad rows, also of a feed that is refused in the end
   */
  public FeedLanding(Connection connection, Currency currency, Quarantine quarantine) {
    this.connection = connection;
    this.currency = currency;
    this.quarantine = quarantine;
  }

  /**
   * Lands one delivery into a table that does not exist yet.
   *
   * @param table quoted name with its schema
   * @param referenced the values of every column that one of the feed refers to
   * @throws FeedRefusedException if the feed is damaged or more of its rows are bad than it may
   *     have
   * @throws SQLException if the database fails
   */
  public LandedFeed land(FeedSource source, MasterTable table, ReferencedValues referenced)
      throws SQLException {
    LandingCounts counts = new LandingCounts(quarantine);
    FeedDefinition feed = source.feed();
    TypedRows types = new TypedRows(feed, currency, referenced);
    LandedFeed landed =
        feed.calendar() == null
            ? new RowLanding(connection, source, types, counts).land(table)
            : new CalendarLanding(connection, source, types, counts).land(table);
    refuseIfTooManyAreBad(feed, landed, counts.firstRejected());
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE " + table.quoted());
    }
    return landed;
  }

  private static void refuseIfTooManyAreBad(
      FeedDefinition feed, LandedFeed landed, String firstRejected) {
    BigDecimal allowed = feed.rejectedShare().multiply(BigDecimal.valueOf(landed.rowsIn()));
    if (BigDecimal.valueOf(landed.rejected()).compareTo(allowed) > 0) {
      throw new FeedRefusedException(
          feed.name(),
          landed.rejected()
              + " of "
              + landed.rowsIn()
              + " rows are bad, more than the allowed "
              + feed.rejectedShare().movePointRight(2).stripTrailingZeros().toPlainString()
              + " %; they are kept with file, line and reason in tatami.rejected_row; the first is "
              + firstRejected);
    }
  }
}
