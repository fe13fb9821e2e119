package tatami.searchbuild.master;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import tatami.ingest.landing.LandedFeed;
import tatami.ingest.landing.LandedFeed.LandedDays;
import tatami.ingest.landing.MasterTable;
import tools.jackson.databind.json.JsonMapper;

/** The register of landings in the control tables. */
public final class MasterVersions {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Jdbi jdbi;
  private final String catalog;

  /** Registers the landings of one catalog. */
  public MasterVersions(Jdbi jdbi, String catalog) {
    this.jdbi = jdbi;
    this.catalog = catalog;
  }

  /** Registers a new landing and returns where it goes. */
  public Started start(String feed, Instant asOf) {
    return jdbi.inTransaction(
        handle -> {
          int version =
              handle
                  .createQuery(
                      """
                      SELECT coalesce(max(version), 0) + 1 FROM tatami.feed_version
                      WHERE catalog = ? AND feed = ?
                      """)
                  .bind(0, catalog)
                  .bind(1, feed)
                  .mapTo(Integer.class)
                  .one();
          MasterTable table = new MasterTable(catalog + "_master", feed + "_v" + version);
          handle.execute("CREATE SCHEMA IF NOT EXISTS \"" + table.schema() + '"');
          handle.execute("DROP TABLE IF EXISTS " + table.quoted());
          handle.execute(
              """
              INSERT INTO tatami.feed_version
                (catalog, feed, version, state, table_schema, table_name, as_of)
              VALUES (?, ?, ?, 'landing', ?, ?, ?)
              """,
              catalog,
              feed,
              version,
              table.schema(),
              table.table(),
              asOf.atOffset(ZoneOffset.UTC));
          return new Started(feed, version, table);
        });
  }

  /**
   * A landing under way.
   *
   * @param feed the feed's name
   * @param version the new number
   * @param table where the rows go
   */
  public record Started(String feed, int version, MasterTable table) {}

  /** Registers that a landing is complete. */
  public void finish(Started started, LandedFeed landed) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                """
                UPDATE tatami.feed_version
                SET state = 'landed', landed_at = now(), rows_in = ?, duplicates = ?, rejected = ?,
                  value_count = ?, row_count = ?, days = ?
                WHERE catalog = ? AND feed = ? AND version = ?
                """,
                landed.rowsIn(),
                landed.duplicates(),
                landed.rejected(),
                landed.values(),
                landed.rows(),
                landed.days() == null ? null : JSON.writeValueAsString(landed.days()),
                catalog,
                started.feed(),
                started.version()));
  }

  /** Registers that a landing was refused; its rejected rows stay. */
  public void refuse(Started started, String reason) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                """
                UPDATE tatami.feed_version SET state = 'refused', detail = ?
                WHERE catalog = ? AND feed = ? AND version = ?
                """,
                reason,
                catalog,
                started.feed(),
                started.version()));
  }

  /** Returns a landed version. */
  public MasterVersion get(String feed, int version) {
    return find(feed, "version = :version", version)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "master version is gone: feed=" + feed + " version=" + version));
  }

  /** Finds the newest landed version of a feed. */
  public Optional<MasterVersion> findNewest(String feed) {
    return find(feed, ":version IS NULL", null);
  }

  private Optional<MasterVersion> find(String feed, String condition, Integer version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM tatami.feed_version WHERE catalog = :catalog AND feed = :feed"
                        + " AND state = 'landed' AND "
                        + condition.replace(":version", "CAST(:version AS int4)")
                        + " ORDER BY version DESC LIMIT 1")
                .bind("catalog", catalog)
                .bind("feed", feed)
                .bind("version", version)
                .map(
                    (rows, context) ->
                        new MasterVersion(
                            feed,
                            rows.getInt("version"),
                            new MasterTable(
                                rows.getString("table_schema"), rows.getString("table_name")),
                            new LandedFeed(
                                rows.getLong("rows_in"),
                                rows.getLong("duplicates"),
                                rows.getLong("rejected"),
                                rows.getLong("value_count"),
                                rows.getLong("row_count"),
                                days(rows.getString("days"))),
                            rows.getObject("as_of", OffsetDateTime.class).toInstant()))
                .findOne());
  }

  private static LandedDays days(String json) {
    return json == null ? null : JSON.readValue(json, LandedDays.class);
  }

  /** Lists the first rejected rows of a version, as file:line: reason. */
  public List<String> listRejected(String feed, int version, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT file || ':' || line || ': ' || reason FROM tatami.rejected_row
                    WHERE catalog = ? AND feed = ? AND version = ?
                    ORDER BY line, file LIMIT ?
                    """)
                .bind(0, catalog)
                .bind(1, feed)
                .bind(2, version)
                .bind(3, limit)
                .mapTo(String.class)
                .list());
  }

  /** Drops every version that no release pins and that is not the newest good one of its feed. */
  public void dropUnpinned() {
    List<Droppable> droppable = jdbi.withHandle(this::listDroppable);
    for (Droppable version : droppable) {
      jdbi.useTransaction(
          handle -> {
            handle.execute("SET LOCAL lock_timeout = '5s'");
            handle.execute("DROP TABLE IF EXISTS " + version.table().quoted());
            handle.execute(
                """
                UPDATE tatami.feed_version SET state = 'dropped'
                WHERE catalog = ? AND feed = ? AND version = ?
                """,
                catalog,
                version.feed(),
                version.version());
          });
    }
  }

  private record Droppable(String feed, int version, MasterTable table) {}

  private List<Droppable> listDroppable(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT v.feed, v.version, v.table_schema, v.table_name
            FROM tatami.feed_version v
            WHERE v.catalog = :catalog
              AND v.state IN ('landing', 'landed')
              AND NOT EXISTS (
                SELECT FROM tatami.release_feed pinned
                WHERE (pinned.catalog, pinned.feed, pinned.version) = (v.catalog, v.feed, v.version))
              AND (v.state = 'landing' OR EXISTS (
                SELECT FROM tatami.feed_version newer
                WHERE (newer.catalog, newer.feed, newer.state) = (v.catalog, v.feed, 'landed')
                  AND newer.version > v.version))
            """)
        .bind("catalog", catalog)
        .map(
            (rows, context) ->
                new Droppable(
                    rows.getString("feed"),
                    rows.getInt("version"),
                    new MasterTable(rows.getString("table_schema"), rows.getString("table_name"))))
        .list();
  }
}
