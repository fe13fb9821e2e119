package tatami.ingest.landing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tatami.ingest.copy.TextCopyWriter;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.FeedDefinition;
import tatami.ingest.feed.FeedDefinition.DuplicatePolicy;
import tatami.ingest.source.FeedSource;
import tatami.ingest.source.RowVisitor;
import tatami.ingest.source.SourceRow;
import tatami.ingest.value.BadValueException;

/**
 * Lands a feed with one row per key.
 *
 * <p>Rows stream through one COPY; a digest per key tells identical duplicates from contradicting
 * ones. Contradictions are rare, so they are sorted out afterwards: their rows are taken out of the
 * table again and a second reading of the files quarantines every one of them.
 */
final class RowLanding {

  private final Connection connection;
  private final FeedSource source;
  private final FeedDefinition feed;
  private final TypedRows types;
  private final LandingCounts counts;
  private final Map<List<Object>, RowDigest> landed = new HashMap<>();
  private final Set<List<Object>> contradicted = new HashSet<>();

  RowLanding(Connection connection, FeedSource source, TypedRows types, LandingCounts counts) {
    this.connection = connection;
    this.source = source;
    this.feed = source.feed();
    this.types = types;
    this.counts = counts;
  }

  LandedFeed land(MasterTable table) throws SQLException {
    createTable(table);
    List<String> columns = feed.columns().stream().map(ColumnDefinition::name).toList();
    Map<List<Object>, Long> lastRows = findLastRows();
    try (TextCopyWriter writer = new TextCopyWriter(connection, table.copyTarget(columns))) {
      source.read(new LandingVisitor(writer, lastRows));
      writer.finish();
    } catch (WriteFailure e) {
      throw e.cause();
    }
    if (!contradicted.isEmpty()) {
      takeOut(table);
      quarantineContradictions();
    }
    addKey(table);
    return counts.landed(0, landed.size() - contradicted.size(), null);
  }

  private void createTable(MasterTable table) throws SQLException {
    String columns =
        feed.columns().stream()
            .map(column -> MasterTable.quote(column.name()) + " " + column.type().postgresType())
            .collect(Collectors.joining(",\n  "));
    execute("CREATE TABLE " + table.quoted() + " (\n  " + columns + "\n)");
  }

  private void addKey(MasterTable table) throws SQLException {
    String key = feed.key().stream().map(MasterTable::quote).collect(Collectors.joining(", "));
    execute("ALTER TABLE " + table.quoted() + " ADD PRIMARY KEY (" + key + ")");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns, for the policy {@code last}, the number of the row of each key that stays. */
  private Map<List<Object>, Long> findLastRows() {
    Map<List<Object>, Long> lastRows = new HashMap<>();
    if (feed.duplicates() != DuplicatePolicy.LAST) {
      return lastRows;
    }
    source.read(
        new KeyVisitor() {
          private long number;

          @Override
          void keyed(SourceRow row, List<Object> key) {
            lastRows.put(key, number);
          }

          @Override
          void any() {
            number++;
          }
        });
    return lastRows;
  }

  private void takeOut(MasterTable table) throws SQLException {
    String condition =
        feed.key().stream()
            .map(component -> MasterTable.quote(component) + " = ?")
            .collect(Collectors.joining(" AND "));
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM " + table.quoted() + " WHERE " + condition)) {
      for (List<Object> key : contradicted) {
        for (int index = 0; index < key.size(); index++) {
          statement.setObject(index + 1, key.get(index));
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void quarantineContradictions() {
    source.read(
        new KeyVisitor() {
          @Override
          void keyed(SourceRow row, List<Object> key) {
            if (contradicted.contains(key)) {
              counts.reject(row, "contradicts another row with the key " + key);
            }
          }
        });
    contradicted.forEach(key -> counts.takeBackDuplicates(landed.get(key).duplicates));
  }

  /** What is known of the rows of one key. */
  private static final class RowDigest {
    private final long high;
    private final long low;
    private long duplicates;

    RowDigest(String line) {
      ByteBuffer digest = ByteBuffer.wrap(sha256(line));
      this.high = digest.getLong();
      this.low = digest.getLong();
    }

    boolean isSameRow(RowDigest other) {
      return high == other.high && low == other.low;
    }

    private static byte[] sha256(String line) {
      try {
        return MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }

  /** Visits the rows that have a key; the others were rejected when they were landed. */
  private abstract class KeyVisitor implements RowVisitor {

    abstract void keyed(SourceRow row, List<Object> key);

    /** Called after every row, with a key or without. */
    void any() {}

    @Override
    public final void row(SourceRow row) {
      try {
        List<Object> key = types.key(types.parse(row));
        if (types.missingKeyReason(key) == null) {
          keyed(row, key);
        }
      } catch (BadValueException e) {
        // It went to quarantine when it was landed.
      }
      any();
    }

    @Override
    public void brokenRow(SourceRow row, String reason) {
      any();
    }
  }

  /** Writes good rows and sorts out the others. */
  private final class LandingVisitor implements RowVisitor {

    private final TextCopyWriter writer;
    private final Map<List<Object>, Long> lastRows;
    private long number;

    LandingVisitor(TextCopyWriter writer, Map<List<Object>, Long> lastRows) {
      this.writer = writer;
      this.lastRows = lastRows;
    }

    @Override
    public void row(SourceRow row) {
      counts.row();
      try {
        List<Object> values = types.parse(row);
        List<Object> key = types.key(values);
        String missing = types.missingKeyReason(key);
        if (missing == null) {
          take(key, values);
        } else {
          counts.reject(row, missing);
        }
      } catch (BadValueException e) {
        counts.reject(row, e.getMessage());
      }
      number++;
    }

    @Override
    public void brokenRow(SourceRow row, String reason) {
      counts.row();
      counts.reject(row, reason);
      number++;
    }

    private void take(List<Object> key, List<Object> values) {
      if (feed.duplicates() == DuplicatePolicy.LAST && lastRows.get(key) != number) {
        counts.duplicate();
        return;
      }
      RowDigest digest = new RowDigest(TextCopyWriter.line(TypedRows.comparable(values)));
      RowDigest earlier = landed.putIfAbsent(key, digest);
      if (earlier == null) {
        write(TextCopyWriter.line(values));
      } else if (feed.duplicates() == DuplicatePolicy.FIRST || earlier.isSameRow(digest)) {
        earlier.duplicates++;
        counts.duplicate();
      } else {
        contradicted.add(key);
      }
    }

    private void write(String line) {
      try {
        writer.write(line);
      } catch (SQLException e) {
        throw new WriteFailure(e);
      }
    }
  }
}
