package tatami.searchbuild.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import tatami.searchtable.layout.ExpectedShare;
import tatami.searchtable.layout.ExpectedShare.Node;
import tatami.searchtable.layout.IndexEvidence;
import tatami.searchtable.layout.IndexEvidence.FrequentValue;
import tatami.searchtable.layout.IndexEvidence.Search;

/**
 * Reads what the planner knows of a column's cells. Frequent ones are known one by one; all others
 * are taken as equally frequent. A cell that stands for an absent value may be the most frequent
 * one, and is never asked for.
 */
final class EvidenceReader {

  private final Handle handle;

  EvidenceReader(Handle handle) {
    this.handle = handle;
  }

  /**
   * The values of a column.
   *
   * @param distinct how many there are
   * @param absentShare share of rows without one
   * @param frequent shares of all rows of the most frequent ones, by value
   */
  private record ColumnValues(long distinct, double absentShare, Map<Long, Double> frequent) {

    double restShare() {
      double known = frequent.values().stream().mapToDouble(Double::doubleValue).sum();
      return Math.max(0, 1 - absentShare - known);
    }

    long restDistinct() {
      return Math.max(restShare() > 0 ? 1 : 0, distinct - frequent.size());
    }

    FrequentValue mostFrequent() {
      return frequent.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(entry -> new FrequentValue(entry.getKey(), entry.getValue()))
          .orElse(null);
    }
  }

  /** Finds the evidence; empty where the column was never analysed or holds no whole numbers. */
  Optional<IndexEvidence> find(SearchedColumn column, TableUse table) {
    return findValues(column, table.rows())
        .map(
            values ->
                new IndexEvidence(
                    column.column(),
                    column.search(),
                    table.rows(),
                    table.bytes(),
                    values.distinct(),
                    values.absentShare(),
                    values.mostFrequent(),
                    expectedShare(column, values),
                    List.of(column.searches())));
  }

  private Optional<ColumnValues> findValues(SearchedColumn column, long rows) {
    return handle
        .createQuery(
            """
            SELECT
              CASE WHEN n_distinct < 0 THEN round(-n_distinct * :rows) ELSE n_distinct END
                AS distinct_values,
              null_frac,
              coalesce(most_common_vals::text::int8[], '{}') AS frequent,
              coalesce(most_common_freqs::float8[], '{}') AS shares
            FROM pg_stats
            WHERE schemaname = :schema AND tablename = :table AND attname = :column
            """)
        .bind("rows", rows)
        .bind("schema", column.place().schema())
        .bind("table", column.place().table())
        .bind("column", column.column())
        .map(
            (row, context) -> {
              Long[] values = (Long[]) row.getArray("frequent").getArray();
              Double[] shares = (Double[]) row.getArray("shares").getArray();
              Map<Long, Double> frequent = new HashMap<>();
              for (int index = 0; index < values.length; index++) {
                frequent.put(values[index], shares[index]);
              }
              return new ColumnValues(
                  row.getLong("distinct_values"), row.getDouble("null_frac"), frequent);
            })
        .findOne();
  }

  private OptionalDouble expectedShare(SearchedColumn column, ColumnValues values) {
    if (column.search() == Search.SUBTREE) {
      return ExpectedShare.ofSubtrees(nodes(column, values));
    }
    List<Double> shares = new ArrayList<>();
    values
        .frequent()
        .forEach(
            (cell, share) -> {
              if (!column.isAbsent(cell)) {
                shares.add(share);
              }
            });
    for (long value = 0; value < values.restDistinct(); value++) {
      shares.add(values.restShare() / values.restDistinct());
    }
    return ExpectedShare.ofValues(shares.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private record Interval(long code, long lastCode) {}

  private List<Node> nodes(SearchedColumn column, ColumnValues values) {
    List<Interval> intervals =
        handle
            .createQuery(
                "SELECT code, last_code FROM \""
                    + column.place().schema()
                    + "\".\""
                    + column.dictionary()
                    + "\" ORDER BY code")
            .map((row, context) -> new Interval(row.getLong("code"), row.getLong("last_code")))
            .list();
    Map<Long, Double> known = new HashMap<>();
    values.frequent().forEach((cell, share) -> known.put(column.valueOf(cell), share));
    Set<Long> others = leaves(intervals);
    others.removeAll(known.keySet());
    double other = others.isEmpty() ? 0 : values.restShare() / others.size();
    return intervals.stream()
        .map(
            node ->
                new Node(
                    node.code(),
                    node.lastCode(),
                    known.getOrDefault(node.code(), others.contains(node.code()) ? other : 0)))
        .toList();
  }

  /** Returns the codes of nodes that have none below them; an interval may have gaps. */
  private static Set<Long> leaves(List<Interval> ordered) {
    Set<Long> leaves = new HashSet<>();
    for (int index = 0; index < ordered.size(); index++) {
      boolean isLast = index == ordered.size() - 1;
      if (isLast || ordered.get(index + 1).code() > ordered.get(index).lastCode()) {
        leaves.add(ordered.get(index).code());
      }
    }
    return leaves;
  }
}
