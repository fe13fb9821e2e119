package tatami.searchbuild.advice;

import java.util.regex.Pattern;

/**
 * A statement that {@code pg_stat_statements} counted.
 *
 * @param text with {@code $1} in place of values
 * @param calls how often it ran
 * @param milliseconds all its time
 * @param pagesRead pages that were not in memory
 */
record StatementUse(String text, long calls, double milliseconds, long pagesRead) {

  boolean names(TableUse table) {
    return text.contains(table.quoted());
  }

  /** Tells whether PostgreSQL hides the text from who may not read it. */
  boolean isHidden() {
    return text.equals("<insufficient privilege>");
  }

  boolean isSearch() {
    return text.startsWith("WITH") || text.startsWith("SELECT");
  }

  /** Tells whether a column is compared with values or with another column. */
  boolean compares(String column) {
    String name = "\"?\\b" + Pattern.quote(column) + "\\b\"?";
    String left = name + "(::\\w+)?\\s*(=|<@|BETWEEN\\b)";
    String right = "=\\s*(\\w+\\.)?" + name + "(?!\\s*\\.)";
    return Pattern.compile(left + "|" + right).matcher(text).find();
  }

  double meanMilliseconds() {
    return calls == 0 ? 0 : milliseconds / calls;
  }

  /** Returns its first words, on one line. */
  String shortText() {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= 100 ? line : line.substring(0, 99) + "…";
  }
}
