package tatami.searchbuild.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import tatami.searchtable.description.ReleaseDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads statistics views and the register of releases. */
final class StatisticsReader {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Handle handle;

  StatisticsReader(Handle handle) {
    this.handle = handle;
  }

  /**
   * Lists live and kept releases.
   *
   * @param catalog of this catalog; null for all
   */
  List<KeptRelease> listReleases(String catalog) {
    boolean isMigrated =
        handle
            .createQuery("SELECT to_regclass('tatami.served_v1_release') IS NOT NULL")
            .mapTo(Boolean.class)
            .one();
    if (!isMigrated) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            SELECT catalog, description, built_at FROM tatami.served_v1_release
            WHERE CAST(:catalog AS text) IS NULL OR catalog = :catalog
            ORDER BY catalog COLLATE "C", release
            """)
        .bind("catalog", catalog)
        .map((row, context) -> findRelease(row))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Releases that another version of this code built are searched by that version. */
  private static Optional<KeptRelease> findRelease(ResultSet row) throws SQLException {
    JsonNode description = JSON.readTree(row.getString("description"));
    if (description.path("format").asInt() != ReleaseDescription.CURRENT_FORMAT) {
      return Optional.empty();
    }
    return Optional.of(
        new KeptRelease(
            row.getString("catalog"),
            JSON.treeToValue(description, ReleaseDescription.class),
            row.getObject("built_at", OffsetDateTime.class).toInstant()));
  }

  /** Lists tables of release schemas, the master tables that releases pin, and control tables. */
  List<TableUse> listTables(List<KeptRelease> releases) {
    return handle
        .createQuery(
            """
            SELECT
              used.schemaname, used.relname,
              CASE WHEN class.reltuples < 0 THEN used.n_live_tup ELSE class.reltuples END AS rows,
              pg_relation_size(used.relid) AS bytes,
              coalesce(used.seq_scan, 0) AS seq_scan,
              coalesce(used.seq_tup_read, 0) AS seq_tup_read,
              coalesce(used.idx_scan, 0) AS idx_scan,
              least(used.n_mod_since_analyze, used.n_tup_upd + used.n_tup_del
                + abs(used.n_live_tup - greatest(class.reltuples, 0))) AS changed,
              NOT has_table_privilege(used.relid, 'SELECT') OR EXISTS (
                SELECT FROM pg_stats AS known
                WHERE known.schemaname = used.schemaname AND known.tablename = used.relname
              ) AS analysed
            FROM pg_stat_all_tables AS used
            JOIN pg_class AS class ON class.oid = used.relid
            WHERE used.schemaname = 'tatami' OR used.schemaname = ANY (:schemas)
              OR (used.schemaname, used.relname) IN (
                SELECT version.table_schema, version.table_name
                FROM tatami.release
                JOIN tatami.release_feed AS pinned USING (catalog, release)
                JOIN tatami.feed_version AS version USING (catalog, feed, version)
                WHERE release.schema_name = ANY (:schemas)
              )
            ORDER BY used.schemaname, used.relname
            """)
        .bindArray("schemas", String.class, schemas(releases))
        .map((row, context) -> table(row))
        .list();
  }

  private static TableUse table(ResultSet row) throws SQLException {
    return new TableUse(
        row.getString("schemaname"),
        row.getString("relname"),
        row.getLong("rows"),
        row.getLong("bytes"),
        row.getLong("seq_scan"),
        row.getLong("seq_tup_read"),
        row.getLong("idx_scan"),
        row.getLong("changed"),
        row.getBoolean("analysed"));
  }

  /** Lists the valid indexes of some schemas. */
  List<IndexUse> listIndexes(List<String> schemas) {
    return handle
        .createQuery(
            """
            SELECT
              used.schemaname, used.relname, used.indexrelname,
              pg_relation_size(used.indexrelid) AS bytes,
              coalesce(used.idx_scan, 0) AS idx_scan,
              known.indisunique OR known.indisexclusion OR EXISTS (
                SELECT FROM pg_constraint WHERE conindid = used.indexrelid
              ) AS required,
              method.amname,
              pg_get_expr(known.indpred, known.indrelid) AS predicate,
              ARRAY(
                SELECT coalesce(attname, pg_get_indexdef(used.indexrelid, place, true))
                FROM generate_series(1, known.indnkeyatts) AS place
                LEFT JOIN pg_attribute ON attrelid = used.relid
                  AND attnum = known.indkey[place - 1] AND attnum > 0
                ORDER BY place
              )::text[] AS columns,
              ARRAY(
                SELECT pg_get_indexdef(used.indexrelid, place, true) || ' ' ||
                  known.indclass[place - 1] || ' ' || known.indcollation[place - 1] || ' ' ||
                  known.indoption[place - 1]
                FROM generate_series(1, known.indnkeyatts) AS place
                ORDER BY place
              ) AS keys
            FROM pg_stat_all_indexes AS used
            JOIN pg_index AS known ON known.indexrelid = used.indexrelid
            JOIN pg_class AS class ON class.oid = used.indexrelid
            JOIN pg_am AS method ON method.oid = class.relam
            WHERE used.schemaname = ANY (:schemas) AND known.indisvalid
            ORDER BY used.schemaname, used.relname, used.indexrelname
            """)
        .bindArray("schemas", String.class, schemas.toArray())
        .map((row, context) -> index(row))
        .list();
  }

  private static IndexUse index(ResultSet row) throws SQLException {
    return new IndexUse(
        row.getString("schemaname"),
        row.getString("relname"),
        row.getString("indexrelname"),
        row.getLong("bytes"),
        row.getLong("idx_scan"),
        row.getBoolean("required"),
        row.getString("amname"),
        row.getString("predicate"),
        Arrays.asList((String[]) row.getArray("columns").getArray()),
        Arrays.asList((String[]) row.getArray("keys").getArray()));
  }

  /** Lists the statements of this database; empty where they are not counted. */
  Optional<List<StatementUse>> findStatements() {
    Optional<String> schema =
        handle
            .createQuery(
                """
                SELECT extnamespace::regnamespace::text FROM pg_extension
                WHERE extname = 'pg_stat_statements'
                  AND current_setting('pg_stat_statements.max', true) IS NOT NULL
                """)
            .mapTo(String.class)
            .findOne();
    try {
      return schema.map(this::listStatements);
    } catch (JdbiException notAllowed) {
      return Optional.empty();
    }
  }

  private List<StatementUse> listStatements(String quotedSchema) {
    return handle
        .createQuery(
            """
            SELECT coalesce(query, '') AS query, sum(calls)::int8 AS calls, sum(total_exec_time) AS milliseconds,
              sum(shared_blks_read)::int8 AS pages_read
            FROM %s.pg_stat_statements
            WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
            GROUP BY query
            """
                .formatted(quotedSchema))
        .map(
            (row, context) ->
                new StatementUse(
                    row.getString("query"),
                    row.getLong("calls"),
                    row.getDouble("milliseconds"),
                    row.getLong("pages_read")))
        .list();
  }

  /** Finds when the statistics of this database were reset last. */
  Optional<Instant> findReset() {
    return handle
        .createQuery(
            """
            SELECT stats_reset FROM pg_stat_database
            WHERE datname = current_database() AND stats_reset IS NOT NULL
            """)
        .mapTo(OffsetDateTime.class)
        .findOne()
        .map(OffsetDateTime::toInstant);
  }

  /** Returns when the server was started. */
  Instant serverStart() {
    return handle
        .createQuery("SELECT pg_postmaster_start_time()")
        .mapTo(OffsetDateTime.class)
        .one()
        .toInstant();
  }

  private static Object[] schemas(List<KeptRelease> releases) {
    return releases.stream().map(KeptRelease::schema).toArray();
  }
}
