package tatami.oracle.hotel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one feed as text; an empty text is absent.
 *
 * @param header names of the columns
 * @param rows in file order, as long as the header
 */
public record FeedTable(List<String> header, List<List<String>> rows) {

  /** Copies both. */
  public FeedTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Returns the rows by column, without absent values. */
  List<Map<String, String>> records() {
    List<Map<String, String>> records = new ArrayList<>();
    for (List<String> row : rows) {
      Map<String, String> values = new LinkedHashMap<>();
      for (int at = 0; at < header.size(); at++) {
        if (!row.get(at).isEmpty()) {
          values.put(header.get(at), row.get(at));
        }
      }
      records.add(values);
    }
    return records;
  }
}
