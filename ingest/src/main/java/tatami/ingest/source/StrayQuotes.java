package tatami.ingest.source;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldModifier;

/**
 * Finds quotes inside fields that are not quoted: whoever wrote them did not know how to quote, so
 * nobody can say what the field was. Fields pass unchanged. Remembers the last such row alone.
 */
final class StrayQuotes implements FieldModifier {

  private long line;

  @Override
  public String modify(long startingLineNumber, int fieldIndex, boolean isQuoted, String field) {
    if (!isQuoted && field.indexOf('"') >= 0) {
      line = startingLineNumber;
    }
    return field;
  }

  /** Tells whether the row that was read last has one. */
  boolean isIn(CsvRecord record) {
    return line == record.getStartingLineNumber();
  }
}
