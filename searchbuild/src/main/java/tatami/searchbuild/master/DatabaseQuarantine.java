package tatami.searchbuild.master;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import tatami.ingest.quarantine.Quarantine;
import tatami.ingest.quarantine.RejectedRow;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps rejected rows in {@code tatami.rejected_row}, over a connection of its own, so that they
 * stay when the landing is rolled back. The fields are kept as a JSON array. {@link #close} writes
 * the last ones.
 */
public final class DatabaseQuarantine implements Quarantine, AutoCloseable {

  private static final int BATCH_ROWS = 500;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Jdbi jdbi;
  private final String catalog;
  private final MasterVersions.Started version;
  private final List<RejectedRow> waiting = new ArrayList<>();

  /** Keeps the rejected rows of one landing. */
  public DatabaseQuarantine(Jdbi jdbi, String catalog, MasterVersions.Started version) {
    this.jdbi = jdbi;
    this.catalog = catalog;
    this.version = version;
  }

  @Override
  public void keep(RejectedRow row) {
    waiting.add(row);
    if (waiting.size() >= BATCH_ROWS) {
      close();
    }
  }

  @Override
  public void close() {
    if (waiting.isEmpty()) {
      return;
    }
    jdbi.useTransaction(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  """
                  INSERT INTO tatami.rejected_row (catalog, feed, version, file, line, reason, fields)
                  VALUES (?, ?, ?, ?, ?, ?, ?)
                  """);
          for (RejectedRow row : waiting) {
            batch.add(
                catalog,
                version.feed(),
                version.version(),
                row.file(),
                row.line(),
                storable(row.reason()),
                storable(JSON.writeValueAsString(row.fields())));
          }
          batch.execute();
        });
    waiting.clear();
  }

  /**
   * Replaces what PostgreSQL's UTF-8 cannot hold: NUL, and the marks of bytes that were not UTF-8.
   */
  private static String storable(String text) {
    StringBuilder storable = null;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      boolean isLone =
          Character.isLowSurrogate(character)
              && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
      if (character == 0 || isLone) {
        storable = storable == null ? new StringBuilder(text) : storable;
        storable.setCharAt(index, '\uFFFD');
      }
    }
    return storable == null ? text : storable.toString();
  }
}
