package tatami.searchbuild.master;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import tatami.searchbuild.catalog.SqlText;

/**
 * A grain's {@code from} and {@code where}, read over chosen master versions.
 *
 * <p>The catalog's text refers to feeds by name; each becomes a common table expression over the
 * version's table, so the text needs no search path and cannot reach anything else by accident.
 */
public final class MasterRelation {

  private static final int FETCH_ROWS = 5_000;

  private final Collection<MasterVersion> versions;
  private final SqlText from;
  private final SqlText where;

  /**
   * Reads a relation.
   *
   * @param versions the version of every feed
   * @param from SQL text of the catalog
   * @param where SQL text of the catalog, or null
   */
  public MasterRelation(Collection<MasterVersion> versions, SqlText from, SqlText where) {
    this.versions = versions;
    this.from = from;
    this.where = where;
  }

  /** Returns the SELECT of columns of this relation. */
  public String select(List<String> columns) {
    String list = columns.stream().map(MasterRelation::quote).collect(Collectors.joining(", "));
    return with()
        + "SELECT "
        + list
        + "\nFROM "
        + from.text()
        + (where == null ? "" : "\nWHERE (" + where.text() + ")");
  }

  /** Returns the common table expressions that stand for the feeds. */
  public String with() {
    return versions.stream()
        .map(
            version ->
                quote(version.feed()) + " AS (SELECT * FROM " + version.table().quoted() + ")")
        .collect(Collectors.joining(",\n  ", "WITH\n  ", "\n"));
  }

  /**
   * Reads all rows.
   *
   * @throws CatalogSqlException if PostgreSQL does not accept the catalog's SQL
   */
  public MasterRows read(Connection connection, List<String> columns) throws SQLException {
    refuseSeveralStatements(from);
    refuseSeveralStatements(where);
    try (PreparedStatement statement = connection.prepareStatement(select(columns))) {
      statement.setFetchSize(FETCH_ROWS);
      List<Object[]> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        ResultSetMetaData types = result.getMetaData();
        while (result.next()) {
          rows.add(row(result, types));
        }
      }
      return new MasterRows(columns, rows);
    } catch (PSQLException e) {
      throw translated(e, columns);
    }
  }

  private static Object[] row(ResultSet result, ResultSetMetaData types) throws SQLException {
    Object[] values = new Object[types.getColumnCount()];
    for (int index = 0; index < values.length; index++) {
      values[index] =
          switch (types.getColumnType(index + 1)) {
            case Types.DATE -> result.getObject(index + 1, LocalDate.class);
            case Types.ARRAY -> texts(result.getArray(index + 1));
            default -> result.getObject(index + 1);
          };
    }
    return values;
  }

  private static List<String> texts(Array array) throws SQLException {
    return array == null ? null : List.of((String[]) array.getArray());
  }

  private static void refuseSeveralStatements(SqlText text) {
    if (text != null
        && (text.text().contains(";")
            || text.text().contains("--")
            || text.text().contains("/*"))) {
      throw new CatalogSqlException(text, "is one expression, without ; and comments");
    }
  }

  private RuntimeException translated(PSQLException e, List<String> columns) throws SQLException {
    ServerErrorMessage message = e.getServerErrorMessage();
    if (message == null
        || message.getSQLState() == null
        || !message.getSQLState().startsWith("42")) {
      throw e;
    }
    int fromStart = select(columns).indexOf("\nFROM ") + "\nFROM ".length();
    boolean isInWhere = where != null && message.getPosition() > fromStart + from.text().length();
    return new CatalogSqlException(isInWhere ? where : from, message.getMessage());
  }

  private static String quote(String identifier) {
    return '"' + identifier + '"';
  }
}
