package tatami.benchmarks.layout;

import java.util.List;

/**
 * What came of one catalog.
 *
 * @param catalog its name
 * @param prices how many prices the release holds
 * @param tables by table, its forms in the order plain, integers as declared, integers in emitted
 *     order, codecs as declared, codecs in emitted order (the release)
 * @param night bytes of one price
 * @param searches what was asked of plain and compiled tables
 */
public record LayoutResult(
    String catalog,
    long prices,
    List<TableForm> tables,
    PriceBytes night,
    List<SearchGroup> searches) {

  /** Copies the lists. */
  public LayoutResult {
    tables = List.copyOf(tables);
    searches = List.copyOf(searches);
  }

  /**
   * One table, or several of one kind, in one form.
   *
   * @param form {@code plain}, {@code integers_declared}, {@code integers}, {@code codecs_declared}
   *     or {@code codecs}
   * @param table {@code property}, {@code offer}, {@code stock}, {@code price}, or {@code names}:
   *     dictionaries and business keys
   * @param rowBytes average length of a row with its header, values out of line left out
   * @param heapBytes pages of rows, those out of line included
   * @param bytes with indexes
   */
  public record TableForm(
      String form, String table, long rows, double rowBytes, long heapBytes, long bytes) {}

  /**
   * Bytes of one price, indexes included.
   *
   * @param prices how many the table with a row per night was made of
   * @param rowsPerNight text keys, a date and the price, the key covering it
   * @param plain arrays with text keys
   * @param compiled the release
   */
  public record PriceBytes(long prices, double rowsPerNight, double plain, double compiled) {}

  /**
   * Searches of one kind; all figures are medians over its searches.
   *
   * @param place where is searched: {@code area}, {@code region}, {@code rectangle}, {@code
   *     everywhere} or {@code all}
   * @param searches how many
   * @param found properties that match
   * @param plain one statement
   * @param compiled the whole search, from request to answer
   * @param plainSlowerBy plain : compiled time, search by search
   * @param masterPages pages that the keys of the page's rows need besides
   */
  public record SearchGroup(
      String place,
      int searches,
      double found,
      SearchFigures plain,
      SearchFigures compiled,
      double plainSlowerBy,
      double masterPages) {}

  /**
   * What a search takes.
   *
   * @param milliseconds as its caller sees it
   * @param planning milliseconds in which PostgreSQL plans, as EXPLAIN says
   * @param execution milliseconds in which PostgreSQL executes, as EXPLAIN says
   * @param pages of shared buffers that its statements on search tables touch
   */
  public record SearchFigures(
      double milliseconds, double planning, double execution, double pages) {}
}
