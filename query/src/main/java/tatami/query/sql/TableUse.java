package tatami.query.sql;

import java.util.List;

/**
 * A table that a part of a search is decided on.
 *
 * @param name the filter's name in the catalog; of a stay the role, such as {@code stock}, {@code
 *     price}, {@code closed}, {@code shared_days}, {@code offer}
 * @param kind kind of the filter, such as {@code path}; {@code stay} for a part of the stay
 * @param grain {@code property} or {@code offer}: whose rows it lets through
 * @param table with its schema
 * @param columns those that are read, in the order of the text
 * @param text the condition's SQL; of a stay's table how it is read
 */
public record TableUse(
    String name, String kind, String grain, String table, List<String> columns, String text) {

  /** Copies the list. */
  public TableUse {
    columns = List.copyOf(columns);
  }
}
