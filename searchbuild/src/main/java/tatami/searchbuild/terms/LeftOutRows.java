package tatami.searchbuild.terms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of a feed that a release leaves out: one warning for each reason, however many there are.
 */
public final class LeftOutRows {

  private final String feed;
  private final Map<String, List<String>> rowsByReason = new LinkedHashMap<>();

  /** Nothing is left out of a feed yet. */
  public LeftOutRows(String feed) {
    this.feed = feed;
  }

  /**
   * Remembers a row.
   *
   * @param reason why it is left out, as the end of a sentence
   * @param row its key, for people
   */
  void add(String reason, String row) {
    rowsByReason.computeIfAbsent(reason, absent -> new ArrayList<>()).add(row);
  }

  /** Returns what a person should know, a sentence for each reason. */
  public List<String> warnings() {
    return rowsByReason.entrySet().stream()
        .map(entry -> warning(entry.getKey(), entry.getValue()))
        .toList();
  }

  private String warning(String reason, List<String> rows) {
    String which = rows.size() == 1 ? rows.get(0) : "the first is " + rows.get(0);
    String count = rows.size() == 1 ? "1 row" : rows.size() + " rows";
    return count + " of feed \"" + feed + "\" left out, " + reason + " (" + which + ")";
  }
}
