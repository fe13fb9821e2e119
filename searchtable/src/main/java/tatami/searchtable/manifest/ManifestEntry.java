package tatami.searchtable.manifest;

import java.util.Objects;

/**
 * What the manifest of a release says of one table: a row of {@value #TABLE} in the release's
 * schema.
 *
 * <pre>
 *   table_name text, form text, row_count int8, byte_count int8, checksum int8   PRIMARY KEY (table_name)
 * </pre>
 *
 * @param table the table
 * @param form what the checksum is of
 * @param rows how many rows it has
 * @param bytes of the packed cells, or of all rows
 * @param checksum does not depend on the order of the rows
 */
public record ManifestEntry(String table, Form form, long rows, long bytes, long checksum) {

  /** The table that a manifest is. */
  public static final String TABLE = "_manifest";

  /** What a checksum is of. */
  public enum Form {
    /** Blocks of cells, as {@link BlockSum} adds them up: a calendar table. */
    BLOCKS,
    /** Whole rows, as {@link #rowSummary} has PostgreSQL add them up: any other table. */
    ROWS
  }

  /** Refuses an entry of no table. */
  public ManifestEntry {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(form, "form");
  }

  /**
   * Returns the statement whose only row has the number of rows, their bytes and their checksum.
   *
   * @param quotedTable the table with its schema, both quoted
   */
  public static String rowSummary(String quotedTable) {
    return """
        SELECT count(*), coalesce(sum(pg_column_size(each.*)), 0),
          mod(coalesce(sum(hash_record_extended(each.*, 0)), 0), 9223372036854775807)::int8
        FROM %s each"""
        .formatted(quotedTable);
  }
}
