package tatami.ingest.quarantine;

import java.util.List;

/**
 * A row that was not landed.
 *
 * @param file name of the file
 * @param line on which the row starts, from 1
 * @param reason what is wrong with it
 * @param fields all its fields, as read
 */
public record RejectedRow(String file, long line, String reason, List<String> fields) {

  /** Copies the list. */
  public RejectedRow {
    fields = List.copyOf(fields);
  }
}
