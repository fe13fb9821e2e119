package tatami.query.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An offer of the page.
 *
 * @param id surrogate
 * @param property surrogate of its property
 * @param lowest its total, or null
 * @param propertyLowest lowest of its property, or null
 * @param propertyHighest highest of its property, or null
 */
record OfferRow(int id, int property, Long lowest, Long propertyLowest, Long propertyHighest) {

  static OfferRow read(ResultSet row) throws SQLException {
    return new OfferRow(
        row.getInt("id"),
        row.getInt("property"),
        StatementRunner.findLong(row, "lowest"),
        StatementRunner.findLong(row, "property_lowest"),
        StatementRunner.findLong(row, "property_highest"));
  }
}
