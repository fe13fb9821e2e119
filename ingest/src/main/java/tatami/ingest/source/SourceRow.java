package tatami.ingest.source;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;

/** One row of a feed as text, with its place. Valid beyond the visit. */
public final class SourceRow {

  private final String file;
  private final CsvRecord record;
  private final HeaderBinding binding;

  SourceRow(String file, CsvRecord record, HeaderBinding binding) {
    this.file = file;
    this.record = record;
    this.binding = binding;
  }

  /** Returns the name of the file. */
  public String file() {
    return file;
  }

  /** Returns the line on which the row starts, from 1; the header counts. */
  public long line() {
    return record.getStartingLineNumber();
  }

  /** Returns all fields, declared or not, in file order. */
  public List<String> fields() {
    return record.getFields();
  }

  /**
   * Returns the text of a declared column, empty where the file lacks an optional one.
   *
   * @param column position in {@link HeaderBinding#columnsOf}: columns, then day, then values
   */
  public String text(int column) {
    int index = binding.index(column);
    return index < 0 ? "" : record.getField(index);
  }
}
