package tatami.searchbuild.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.manifest.ManifestEntry;

/** Writes the manifest of a release: what each table that a search reads holds. */
final class ManifestWriter {

  private final Connection connection;
  private final ReleaseDescription description;
  private final List<ManifestEntry> entries = new ArrayList<>();

  /**
   * Starts without a calendar.
   *
   * @param connection sees the release
   */
  ManifestWriter(Connection connection, ReleaseDescription description) {
    this.connection = connection;
    this.description = description;
  }

  /** Takes what was found in calendars. */
  void add(List<ManifestEntry> calendars) {
    entries.addAll(calendars);
  }

  /** Sums up the other tables and writes all entries; who reads half of them finds that out. */
  void write() throws SQLException {
    for (String table : listRowTables()) {
      entries.add(sumUp(table));
    }
    create();
    insert();
  }

  private List<String> listRowTables() {
    return Stream.of(description.property(), description.offer())
        .filter(grain -> grain != null)
        .flatMap(ManifestWriter::tables)
        .distinct()
        .toList();
  }

  private static Stream<String> tables(GrainTable grain) {
    return Stream.concat(
        Stream.of(grain.table()), grain.filters().stream().flatMap(ManifestWriter::tables));
  }

  private static Stream<String> tables(FilterLayout filter) {
    if (filter instanceof FilterLayout.Path path) {
      return Stream.of(path.dictionary());
    } else if (filter instanceof FilterLayout.Category category) {
      return Stream.of(category.dictionary());
    } else if (filter instanceof FilterLayout.Tags tags) {
      return Stream.of(tags.dictionary());
    } else if (filter instanceof FilterLayout.Keyword keyword) {
      return Stream.of(keyword.table());
    }
    return Stream.empty();
  }

  private ManifestEntry sumUp(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet sum = statement.executeQuery(ManifestEntry.rowSummary(quoted(table)))) {
      sum.next();
      return new ManifestEntry(
          table, ManifestEntry.Form.ROWS, sum.getLong(1), sum.getLong(2), sum.getLong(3));
    }
  }

  private void create() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE %s (
            row_count int8 NOT NULL,
            byte_count int8 NOT NULL,
            checksum int8 NOT NULL,
            table_name text PRIMARY KEY,
            form text NOT NULL
          )
          """
              .formatted(quoted(ManifestEntry.TABLE)));
    }
  }

  private void insert() throws SQLException {
    String sql =
        "INSERT INTO "
            + quoted(ManifestEntry.TABLE)
            + " (table_name, form, row_count, byte_count, checksum) VALUES (?, ?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (ManifestEntry entry : entries) {
        statement.setString(1, entry.table());
        statement.setString(2, entry.form().name().toLowerCase(Locale.ROOT));
        statement.setLong(3, entry.rows());
        statement.setLong(4, entry.bytes());
        statement.setLong(5, entry.checksum());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private String quoted(String table) {
    return '"' + description.schema() + "\".\"" + table + '"';
  }
}
