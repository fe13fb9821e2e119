package tatami.query.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import tatami.query.facet.CodeCount;

/**
 * A count of the facet statement.
 *
 * @param facet place of the facet in the request
 * @param count one code with its count
 */
record FacetRow(int facet, CodeCount count) {

  static FacetRow read(ResultSet row) throws SQLException {
    return new FacetRow(
        row.getInt("facet"),
        new CodeCount(
            row.getLong("code"),
            row.getLong("properties"),
            StatementRunner.findLong(row, "lowest"),
            StatementRunner.findLong(row, "highest")));
  }
}
