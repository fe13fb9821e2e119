package tatami.query.mirror.manifest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tatami.query.mirror.copy.DamagedReleaseException;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.manifest.ManifestEntry;

/** What the build has found in each table of a release that searches read. Immutable. */
public final class Manifest {

  /** PostgreSQL's word for a schema that is not there. */
  private static final String MISSING_SCHEMA = "3F000";

  private static final String WAY_OUT =
      "; the release is damaged: rebuild the catalog, or search without a mirror";

  private final String schema;
  private final Map<String, ManifestEntry> entries;

  private Manifest(String schema, Map<String, ManifestEntry> entries) {
    this.schema = schema;
    this.entries = entries;
  }

  /**
   * Reads the manifest of a release.
   *
   * @param connection inside a transaction that sees one state
   * @throws DamagedReleaseException if the release has none
   * @throws SQLException with the state of a missing schema if the release was retired
   */
  public static Manifest read(Connection connection, ReleaseDescription description)
      throws SQLException {
    String schema = description.schema();
    requireTable(connection, schema);
    String sql =
        "SELECT table_name, form, row_count, byte_count, checksum FROM "
            + quoted(schema, ManifestEntry.TABLE)
            + " ORDER BY table_name COLLATE \"C\"";
    Map<String, ManifestEntry> entries = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        ManifestEntry entry = readEntry(rows);
        entries.put(entry.table(), entry);
      }
    }
    return new Manifest(schema, entries);
  }

  private static void requireTable(Connection connection, String schema) throws SQLException {
    String sql = "SELECT to_regnamespace(?) IS NULL, to_regclass(?) IS NULL";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, quoted(schema));
      statement.setString(2, quoted(schema, ManifestEntry.TABLE));
      try (ResultSet missing = statement.executeQuery()) {
        missing.next();
        if (missing.getBoolean(1)) {
          throw new SQLException("schema is gone: " + schema, MISSING_SCHEMA);
        }
        if (missing.getBoolean(2)) {
          throw new DamagedReleaseException(
              "schema \""
                  + schema
                  + "\" has no table \""
                  + ManifestEntry.TABLE
                  + "\", so nobody can tell whether a copy is whole; rebuild the catalog");
        }
      }
    }
  }

  private static ManifestEntry readEntry(ResultSet row) throws SQLException {
    return new ManifestEntry(
        row.getString("table_name"),
        ManifestEntry.Form.valueOf(row.getString("form").toUpperCase(Locale.ROOT)),
        row.getLong("row_count"),
        row.getLong("byte_count"),
        row.getLong("checksum"));
  }

  /**
   * Compares a calendar table that was read.
   *
   * @param blocks how many blocks came
   * @param checksum of them, by {@link tatami.searchtable.manifest.BlockSum}
   * @throws DamagedReleaseException if the build has seen others
   */
  public void check(String table, long blocks, long checksum) {
    ManifestEntry entry = entries.get(table);
    if (entry == null) {
      throw new DamagedReleaseException(
          place(table) + " is not in the manifest of its release" + WAY_OUT);
    }
    require(entry, blocks, checksum);
  }

  /**
   * Has PostgreSQL sum up every table that is no calendar, and compares.
   *
   * @param connection the transaction in which the tables are read
   * @throws DamagedReleaseException if a table differs
   */
  public void checkRows(Connection connection) throws SQLException {
    for (ManifestEntry entry : entries.values()) {
      if (entry.form() == ManifestEntry.Form.ROWS) {
        String sql = ManifestEntry.rowSummary(quoted(schema, entry.table()));
        try (Statement statement = connection.createStatement();
            ResultSet sum = statement.executeQuery(sql)) {
          sum.next();
          require(entry, sum.getLong(1), sum.getLong(3));
        }
      }
    }
  }

  /** Returns how many bytes the cells and rows of all tables take. */
  public long bytes() {
    return entries.values().stream().mapToLong(ManifestEntry::bytes).sum();
  }

  /** Returns how many bytes the cells or rows of a table take; 0 for a table without an entry. */
  public long bytesOf(String table) {
    ManifestEntry entry = entries.get(table);
    return entry == null ? 0 : entry.bytes();
  }

  private void require(ManifestEntry entry, long rows, long checksum) {
    String unit = entry.form() == ManifestEntry.Form.BLOCKS ? "blocks" : "rows";
    if (rows != entry.rows()) {
      throw new DamagedReleaseException(
          place(entry.table())
              + " has "
              + rows
              + " "
              + unit
              + ", its manifest says "
              + entry.rows()
              + WAY_OUT);
    }
    if (checksum != entry.checksum()) {
      throw new DamagedReleaseException(
          place(entry.table())
              + " has checksum "
              + Long.toHexString(checksum)
              + ", its manifest says "
              + Long.toHexString(entry.checksum())
              + WAY_OUT);
    }
  }

  private String place(String table) {
    return "table \"" + schema + "." + table + "\"";
  }

  private static String quoted(String schema, String table) {
    return quoted(schema) + "." + quoted(table);
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
