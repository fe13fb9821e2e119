package tatami.endtoend;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The tables of a release as PostgreSQL knows them. */
final class PhysicalTables {

  private final Commands commands;
  private final String schema;

  PhysicalTables(Commands commands, String schema) {
    this.commands = commands;
    this.schema = schema;
  }

  /** Lists a table's columns with their types, in their order: {@code id int4, kind int2}. */
  String columns(String table) throws SQLException {
    String sql =
        """
        SELECT string_agg(attname || ' ' ||
            regexp_replace(atttypid::regtype::text, 'smallint|integer|bigint', CASE
              WHEN atttypid::regtype::text LIKE 'smallint%' THEN 'int2'
              WHEN atttypid::regtype::text LIKE 'integer%' THEN 'int4'
              ELSE 'int8' END),
          ', ' ORDER BY attnum)
        FROM pg_attribute
        WHERE attrelid = format('%I.%I', ?::text, ?::text)::regclass
          AND attnum > 0 AND NOT attisdropped
        """;
    try (Connection connection = commands.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema);
      statement.setString(2, table);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
