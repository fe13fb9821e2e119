package tatami.benchmarks.peers.folded;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The cells of a landed calendar, whatever type its column has. */
final class CellArray {

  private CellArray() {}

  static Number[] read(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? new Number[0] : (Number[]) array.getArray();
  }

  /** Returns a cell; negative for none. */
  static int cell(Number[] cells, int number) {
    return number < cells.length && cells[number] != null ? cells[number].intValue() : -1;
  }
}
