package tatami.searchbuild.advice;

import java.util.List;

/**
 * An index, as PostgreSQL's catalog and statistics see it.
 *
 * @param schema schema of the table and the index
 * @param table its table
 * @param name its name
 * @param bytes its size
 * @param scans how often it was used
 * @param required whether it guards a rule: unique, primary or of a constraint
 * @param method such as {@code btree}
 * @param predicate which rows it holds, or null for all
 * @param columns its key columns, in order; an expression stands as its text
 * @param keys the same, with operator class, collation and direction
 */
record IndexUse(
    String schema,
    String table,
    String name,
    long bytes,
    long scans,
    boolean required,
    String method,
    String predicate,
    List<String> columns,
    List<String> keys) {

  IndexUse {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
  }

  boolean isOf(TableUse of) {
    return of.is(schema, table);
  }

  boolean startsWith(String column) {
    return columns.get(0).equals(column);
  }

  /** Tells whether another index finds everything that this one finds. */
  boolean isPartOf(IndexUse other) {
    return !name.equals(other.name)
        && schema.equals(other.schema)
        && table.equals(other.table)
        && method.equals("btree")
        && other.method.equals("btree")
        && java.util.Objects.equals(predicate, other.predicate)
        && keys.size() <= other.keys.size()
        && keys.equals(other.keys.subList(0, keys.size()));
  }
}
