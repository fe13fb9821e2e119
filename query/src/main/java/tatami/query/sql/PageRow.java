package tatami.query.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A row of the page statement: a hit, or only the total where the page is empty.
 *
 * @param total matching properties
 * @param isHit whether the rest is there
 * @param id surrogate
 * @param lowest lowest total, or null
 * @param highest highest total, or null
 * @param offers matching offers
 * @param firstOffer lowest surrogate of a matching offer
 * @param lastOffer highest surrogate of a matching offer
 * @param sortKey place in the order
 */
record PageRow(
    long total,
    boolean isHit,
    int id,
    Long lowest,
    Long highest,
    long offers,
    int firstOffer,
    int lastOffer,
    long sortKey) {

  static PageRow read(ResultSet row) throws SQLException {
    return new PageRow(
        row.getLong("total"),
        row.getObject("id") != null,
        row.getInt("id"),
        StatementRunner.findLong(row, "lowest"),
        StatementRunner.findLong(row, "highest"),
        row.getLong("offers"),
        row.getInt("first_offer"),
        row.getInt("last_offer"),
        row.getLong("sort_key"));
  }
}
