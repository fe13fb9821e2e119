package tatami.searchbuild.release;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import tatami.searchbuild.release.CatalogStatus.FeedStatus;
import tatami.searchbuild.release.CatalogStatus.ReleaseStatus;

/** The register of releases in the control tables. */
public final class ReleaseRegister {

  /** How many releases stay, the live one included. */
  public static final int KEPT_RELEASES = 2;

  private final DataSource dataSource;
  private final Jdbi jdbi;

  /** Uses a database; {@link #migrate} before anything else. */
  public ReleaseRegister(DataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbi = Jdbi.create(dataSource);
  }

  /** Brings the control tables to the version of this code. */
  public void migrate() {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas("tatami")
        .defaultSchema("tatami")
        .table("migration")
        .locations("classpath:tatami/searchbuild/migration")
        .load()
        .migrate();
  }

  /**
   * Lists the catalogs that were ever built here, by name; empty before the first {@link #migrate}.
   */
  public List<String> listCatalogs() {
    return jdbi.withHandle(
        handle ->
            isMigrated(handle)
                ? handle
                    .createQuery(
                        "SELECT catalog FROM tatami.catalog ORDER BY catalog COLLATE \"C\"")
                    .mapTo(String.class)
                    .list()
                : List.of());
  }

  /** Returns what there is of a catalog; nothing is there of an unknown one. */
  public CatalogStatus status(String catalog) {
    return jdbi.withHandle(
        handle ->
            isMigrated(handle)
                ? new CatalogStatus(
                    catalog,
                    findLive(handle, catalog).orElse(null),
                    listReleases(handle, catalog),
                    listFeeds(handle, catalog))
                : new CatalogStatus(catalog, null, List.of(), Map.of()));
  }

  /** Returns the number of the live release. */
  public Optional<Integer> findLive(String catalog) {
    return jdbi.withHandle(handle -> findLive(handle, catalog));
  }

  /** Registers a new release in state building and returns its number. */
  public int start(String catalog, LocalDate businessDate, Map<String, Integer> feedVersions) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute(
              "INSERT INTO tatami.catalog (catalog) VALUES (?) ON CONFLICT DO NOTHING", catalog);
          int release =
              handle
                  .createQuery(
                      "SELECT coalesce(max(release), 0) + 1 FROM tatami.release WHERE catalog = ?")
                  .bind(0, catalog)
                  .mapTo(Integer.class)
                  .one();
          handle.execute(
              """
              INSERT INTO tatami.release (catalog, release, state, schema_name, business_date)
              VALUES (?, ?, 'building', ?, ?)
              """,
              catalog,
              release,
              schemaOf(catalog, release),
              businessDate);
          feedVersions.forEach(
              (feed, version) ->
                  handle.execute(
                      "INSERT INTO tatami.release_feed (catalog, release, feed, version) VALUES (?, ?, ?, ?)",
                      catalog,
                      release,
                      feed,
                      version));
          return release;
        });
  }

  /** Returns the schema that holds the tables of a release. */
  public static String schemaOf(String catalog, int release) {
    return catalog + "_r" + release;
  }

  /** Keeps what a filled release says about itself, and the SQL that made it. */
  public void describe(String catalog, int release, String description, String statements) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                """
                UPDATE tatami.release
                SET description = ?, statements = ?, built_at = now()
                WHERE catalog = ? AND release = ?
                """,
                description,
                statements,
                catalog,
                release));
  }

  /** Marks a release that passed its checks. */
  public void markVerified(String catalog, int release) {
    setState(catalog, release, "verified", null);
  }

  /** Marks a release that will never be live, with the reason. */
  public void markFailed(String catalog, int release, String detail) {
    setState(catalog, release, "failed", detail);
  }

  /** Finds the newest release that passed its checks and was never live. */
  public Optional<Integer> findPublishable(String catalog) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT max(release) FROM tatami.release
                    WHERE catalog = ? AND state = 'verified' AND published_at IS NULL
                    HAVING max(release) IS NOT NULL
                    """)
                .bind(0, catalog)
                .mapTo(Integer.class)
                .findOne());
  }

  /** Makes a verified release live: one short transaction moves the pointer and notifies. */
  public void publish(String catalog, int release) {
    jdbi.useTransaction(
        handle -> {
          handle.execute(
              "UPDATE tatami.release SET state = 'verified' WHERE catalog = ? AND state = 'live'",
              catalog);
          int moved =
              handle.execute(
                  """
                  UPDATE tatami.release SET state = 'live', published_at = now()
                  WHERE catalog = ? AND release = ? AND state = 'verified'
                  """,
                  catalog,
                  release);
          if (moved != 1) {
            throw new IllegalStateException(
                "only a verified release can be published: catalog="
                    + catalog
                    + " release="
                    + release);
          }
          handle.execute(
              "UPDATE tatami.catalog SET live_release = ? WHERE catalog = ?", release, catalog);
          handle
              .createQuery("SELECT pg_notify('tatami_release', ?)::text")
              .bind(0, catalog)
              .mapTo(String.class)
              .one();
        });
  }

  /**
   * Drops every release but the live one and the newest others that may still be read, and what was
   * left of failed and abandoned builds.
   *
   * @param keep a release that is being built or waits to be published; null for none
   */
  public void retire(String catalog, Integer keep) {
    for (int release : listDroppable(catalog, keep)) {
      jdbi.useTransaction(
          handle -> {
            handle.execute("SET LOCAL lock_timeout = '5s'");
            handle.execute("DROP SCHEMA IF EXISTS \"" + schemaOf(catalog, release) + "\" CASCADE");
            handle.execute(
                "DELETE FROM tatami.release_feed WHERE catalog = ? AND release = ?",
                catalog,
                release);
            handle.execute(
                """
                UPDATE tatami.release
                SET state = CASE WHEN published_at IS NULL THEN 'failed' ELSE 'retired' END
                WHERE catalog = ? AND release = ?
                """,
                catalog,
                release);
          });
    }
  }

  private List<Integer> listDroppable(String catalog, Integer keep) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT release.release
                    FROM tatami.release
                    LEFT JOIN tatami.catalog ON catalog.catalog = release.catalog
                      AND catalog.live_release = release.release
                    WHERE release.catalog = :catalog
                      AND catalog.catalog IS NULL
                      AND release.release IS DISTINCT FROM :keep
                      AND release.release NOT IN (
                        SELECT kept.release FROM tatami.release kept
                        WHERE kept.catalog = :catalog AND kept.state = 'verified'
                          AND kept.published_at IS NOT NULL
                        ORDER BY kept.published_at DESC LIMIT :others
                      )
                      AND (release.state <> 'retired'
                        OR EXISTS (SELECT FROM pg_namespace WHERE nspname = release.schema_name))
                    ORDER BY release.release
                    """)
                .bind("catalog", catalog)
                .bind("keep", keep)
                .bind("others", KEPT_RELEASES - 1)
                .mapTo(Integer.class)
                .list());
  }

  private void setState(String catalog, int release, String state, String detail) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE tatami.release SET state = ?, detail = ? WHERE catalog = ? AND release = ?",
                state,
                detail,
                catalog,
                release));
  }

  private static boolean isMigrated(Handle handle) {
    return handle
        .createQuery("SELECT to_regclass('tatami.served_v1_release') IS NOT NULL")
        .mapTo(Boolean.class)
        .one();
  }

  private static Optional<Integer> findLive(Handle handle, String catalog) {
    return handle
        .createQuery(
            "SELECT live_release FROM tatami.catalog WHERE catalog = ? AND live_release IS NOT NULL")
        .bind(0, catalog)
        .mapTo(Integer.class)
        .findOne();
  }

  private static List<ReleaseStatus> listReleases(Handle handle, String catalog) {
    return handle
        .createQuery(
            """
            SELECT release, state, built_at FROM tatami.release
            WHERE catalog = ? ORDER BY release DESC
            """)
        .bind(0, catalog)
        .map(
            (rows, context) ->
                new ReleaseStatus(
                    rows.getInt("release"),
                    rows.getString("state"),
                    instant(rows.getObject("built_at", OffsetDateTime.class))))
        .list();
  }

  private static Map<String, FeedStatus> listFeeds(Handle handle, String catalog) {
    Map<String, FeedStatus> feeds = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            SELECT DISTINCT ON (feed) feed, version, state, as_of, rows_in, rejected
            FROM tatami.feed_version
            WHERE catalog = ? AND state <> 'dropped'
            ORDER BY feed, version DESC
            """)
        .bind(0, catalog)
        .map(
            (rows, context) ->
                feeds.put(
                    rows.getString("feed"),
                    new FeedStatus(
                        rows.getInt("version"),
                        rows.getString("state"),
                        instant(rows.getObject("as_of", OffsetDateTime.class)),
                        rows.getObject("rows_in", Long.class),
                        rows.getObject("rejected", Long.class))))
        .list();
    return feeds;
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
