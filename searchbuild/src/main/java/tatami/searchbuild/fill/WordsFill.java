package tatami.searchbuild.fill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tatami.searchbuild.catalog.FilterDefinition;
import tatami.searchbuild.encoding.PlannedColumn;
import tatami.searchbuild.encoding.PlannedColumn.Choice;
import tatami.searchbuild.numbering.NumberedRows;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.words.FoldedText;
import tatami.searchtable.words.Grams;

/**
 * Fills the table of a filter by words. It is its own table because texts are wide: the rows that
 * every search reads stay narrow.
 */
final class WordsFill {

  private final ReleaseSchema schema;
  private final NumberedRows rows;
  private final FilterDefinition.Keyword filter;
  private final int[] positions;
  private List<String> texts = List.of();
  private int rowOfTexts = -1;

  WordsFill(ReleaseSchema schema, NumberedRows rows, FilterDefinition.Keyword filter) {
    this.schema = schema;
    this.rows = rows;
    this.filter = filter;
    this.positions = rows.positions(filter.columns());
  }

  /** Fills the table. */
  FilterLayout.Keyword fill() throws SQLException {
    String table = filter.name() + "_words";
    schema.fill(new PlannedTable(table, columns(), rows.count(), List.of("id")));
    // Used by: searches for words, to find the few rows that may have them.
    schema.execute("CREATE INDEX ON " + schema.quoted(table) + " USING gin (grams)");
    return new FilterLayout.Keyword(filter.name(), table, positions.length);
  }

  private List<PlannedColumn> columns() {
    List<PlannedColumn> columns = new ArrayList<>();
    columns.add(PlannedColumn.surrogate("id"));
    columns.add(
        new PlannedColumn(
            "grams",
            "int4[]",
            false,
            (writer, row) ->
                writer.writeIntegers(
                    IntegerWidth.INT4,
                    Arrays.stream(Grams.ofTexts(texts(row))).asLongStream().toArray()),
            Choice.only("grams", "single characters and neighbouring pairs of all columns")));
    for (int number = 1; number <= positions.length; number++) {
      int index = number - 1;
      columns.add(
          PlannedColumn.text(
              FilterLayout.Keyword.textColumn(number), row -> texts(row).get(index)));
    }
    return columns;
  }

  /** Returns the folded texts of a row; the columns of one row are written one after another. */
  private List<String> texts(int row) {
    if (row != rowOfTexts) {
      texts = Arrays.stream(positions).mapToObj(position -> text(row, position)).toList();
      rowOfTexts = row;
    }
    return texts;
  }

  private String text(int row, int position) {
    Object value = rows.value(row, position);
    return value == null ? "" : FoldedText.of((String) value);
  }
}
