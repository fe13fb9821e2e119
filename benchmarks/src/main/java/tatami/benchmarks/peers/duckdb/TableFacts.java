package tatami.benchmarks.peers.duckdb;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What is known of a table when a statement is written, so that it does not ask for what no offer
 * has.
 *
 * @param hasRebates whether an offer has a rebate for so many nights
 * @param freeNights the most nights that are free
 * @param lastEarliest from this day on the clock forbids no arrival that is ahead
 * @param firstLatest up to this day no arrival is too far ahead
 */
record TableFacts(boolean hasRebates, int freeNights, int lastEarliest, int firstLatest) {

  /** Reads the facts of the offers that a stay looks at. */
  static TableFacts read(DuckDatabase database, StayText stay, int adults, int nights)
      throws SQLException {
    String sql =
        """
        SELECT COALESCE(bool_or(%s), false), COALESCE(max(%s), 0), COALESCE(max(earliest), 0),
          COALESCE(min(latest), 0)
        FROM (SELECT *, %s FROM %s)"""
            .formatted(
                StayText.isRebated(nights),
                RebateColumns.free(nights),
                stay.arrivals(),
                NightForm.offers(adults));
    try (PreparedStatement statement = database.prepare(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new TableFacts(row.getBoolean(1), row.getInt(2), row.getInt(3), row.getInt(4));
    }
  }
}
