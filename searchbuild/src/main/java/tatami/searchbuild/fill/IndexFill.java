package tatami.searchbuild.fill;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalDouble;
import tatami.searchbuild.encoding.ColumnValues.Numbers;
import tatami.searchbuild.encoding.RowPlan.Planned;
import tatami.searchbuild.encoding.SearchedColumn;
import tatami.searchtable.codec.ColumnCodec;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.codec.NumberStatistics;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.layout.IndexChoice;
import tatami.searchtable.layout.IndexEvidence;
import tatami.searchtable.layout.IndexEvidence.FrequentValue;
import tatami.searchtable.layout.IndexEvidence.Search;
import tatami.searchtable.layout.IndexPlan;
import tatami.searchtable.layout.TableLayout.LaidIndex;

/** Gives a filled search table the indexes that pay, and notes why the others do not. */
final class IndexFill {

  private final ReleaseSchema schema;
  private final LaidTable table;
  private final Planned row;

  IndexFill(ReleaseSchema schema, LaidTable table, Planned row) {
    this.schema = schema;
    this.table = table;
    this.row = row;
  }

  /** Decides about a column that searches compare, and creates its index if it pays. */
  void decide(SearchedColumn searched, Numbers values, String searches) throws SQLException {
    ColumnCodec<?> codec = row.codecs().get(searched.column());
    if (codec instanceof PlainNumber plain) {
      decide(IndexPlan.choose(evidence(searched, plain, values.statistics(), searches)));
    } else {
      note(searched, codec, searches);
    }
  }

  private IndexEvidence evidence(
      SearchedColumn searched, PlainNumber codec, NumberStatistics statistics, String searches) {
    return new IndexEvidence(
        codec.column(),
        searched.search(),
        statistics.rows(),
        table.layout().measure().pageBytes(),
        statistics.distinct(),
        codec.nullable() ? statistics.absentShare() : 0,
        mostFrequent(codec, statistics),
        searched.expectedShare(),
        List.of(searches));
  }

  /** The most frequent cell: an absent value has one too, unless it is NULL. */
  private static FrequentValue mostFrequent(NumberCodec codec, NumberStatistics statistics) {
    if (codec.absent() != null && statistics.absentShare() > statistics.mostFrequentShare()) {
      return new FrequentValue(codec.absent(), statistics.absentShare());
    }
    return statistics.hasValues()
        ? new FrequentValue(codec.cellOf(statistics.mostFrequent()), statistics.mostFrequentShare())
        : null;
  }

  private void decide(IndexChoice choice) throws SQLException {
    if (choice.isIndexed()) {
      schema.execute(choice.comment() + "\n" + choice.createStatement(schema.quoted(table.name())));
    }
    table.add(
        new LaidIndex(
            choice.column(),
            choice.predicate(),
            choice.isIndexed(),
            choice.indexBytes(),
            choice.reason(),
            String.join(", ", choice.searches())));
  }

  /** Bits and sets have no index: a btree finds neither. */
  private void note(SearchedColumn searched, ColumnCodec<?> codec, String searches) {
    String why =
        searched.search() == Search.SET
            ? "a btree cannot find one value of a set"
            : "held in bits of a word, because a search reads too many rows for an index";
    table.add(new LaidIndex(codec.columns().get(0).name(), null, false, 0, why, searches));
  }

  /** How offers are found by their property. */
  static SearchedColumn joined(Numbers values) {
    NumberStatistics statistics = values.statistics();
    return new SearchedColumn(
        values.name(),
        Search.JOIN,
        statistics.hasValues()
            ? OptionalDouble.of(1.0 / statistics.distinct())
            : OptionalDouble.empty());
  }
}
