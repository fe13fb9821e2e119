package tatami.benchmarks.stay;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** The forms in which stock and prices are held, and how each is asked. */
public enum StayForm {
  /** Arrays over the horizon: {@code StayLayout}, one cell a night. */
  PACKED_ARRAYS("packedArrays", List.of("offer", "stock", "price")) {
    @Override
    String sql(int nights) {
      String total = String.join(" + ", Collections.nCopies(nights, "price.cells[?]::int8"));
      return """
      SELECT property, min(total) AS lowest
      FROM (
        SELECT offer.property, ? * (%s) AS total
        FROM tatami_benchmark.offer
        JOIN tatami_benchmark.stock ON stock.id = offer.stock
        JOIN tatami_benchmark.price ON price.offer = offer.id
        WHERE LEAST(%s) >= 1 AND LEAST(%s) >= 0) AS bookable
      WHERE total <= ? GROUP BY property ORDER BY lowest, property LIMIT ?
      """
          .formatted(total, cells("stock", nights), cells("price", nights));
    }

    @Override
    void bind(PreparedStatement statement, StaySearch search) throws SQLException {
      int parameter = 1;
      statement.setInt(parameter++, OfferCalendar.UNIT);
      for (int use = 0; use < 3; use++) {
        for (int night = 0; night < search.nights(); night++) {
          statement.setInt(parameter++, search.firstNight() + night + 1);
        }
      }
      statement.setLong(parameter++, search.budget());
      statement.setInt(parameter, StaySearch.PAGE_SIZE);
    }
  },
  /** A row per night, primary key (offer, night), everything else in the index. */
  NIGHT_ROWS("nightRows", List.of("night_price")) {
    @Override
    String sql(int nights) {
      return rowSql("night_price");
    }

    @Override
    void bind(PreparedStatement statement, StaySearch search) throws SQLException {
      bindRows(statement, search);
    }
  },
  /** The same rows, primary key (night, offer): the nights of a stay lie together. */
  NIGHT_ROWS_BY_NIGHT("nightRowsByNight", List.of("night_price_by_night")) {
    @Override
    String sql(int nights) {
      return rowSql("night_price_by_night");
    }

    @Override
    void bind(PreparedStatement statement, StaySearch search) throws SQLException {
      bindRows(statement, search);
    }
  };

  private final String benchmark;
  private final List<String> tables;

  StayForm(String benchmark, List<String> tables) {
    this.benchmark = benchmark;
    this.tables = tables;
  }

  /** Returns the name of the benchmark's method that asks it. */
  public String benchmark() {
    return benchmark;
  }

  /** Returns the tables that this form needs. */
  List<String> tables() {
    return tables;
  }

  /** Returns the statement for stays of so many nights. */
  abstract String sql(int nights);

  abstract void bind(PreparedStatement statement, StaySearch search) throws SQLException;

  private static String cells(String table, int nights) {
    return String.join(", ", Collections.nCopies(nights, table + ".cells[?]"));
  }

  private static String rowSql(String table) {
    return """
    SELECT offer AS property, sum(price)::int8 AS lowest
    FROM tatami_benchmark.%s
    WHERE night >= ? AND night < ? AND available
    GROUP BY offer
    HAVING count(*) = ? AND sum(price) <= ?
    ORDER BY lowest, property LIMIT ?
    """
        .formatted(table);
  }

  private static void bindRows(PreparedStatement statement, StaySearch search) throws SQLException {
    statement.setObject(1, search.checkIn());
    statement.setObject(2, search.checkOut());
    statement.setInt(3, search.nights());
    statement.setLong(4, search.budget());
    statement.setInt(5, StaySearch.PAGE_SIZE);
  }
}
