package tatami.searchbuild.catalog;

import java.util.List;
import java.util.Optional;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.ColumnType;
import tatami.ingest.feed.FeedDefinition;

/**
 * A feed as far as it could be read, so that the rest of the catalog can be checked against it even
 * where something in it is wrong.
 *
 * @param name as written
 * @param columns those that could be named
 * @param values the calendar's, those that could be named
 * @param key names of columns, as written
 * @param hasCalendar whether it has a calendar, readable or not
 * @param complete false where more columns or values may exist than could be read
 * @param definition empty where the feed has problems
 */
record KnownFeed(
    String name,
    List<KnownColumn> columns,
    List<KnownColumn> values,
    List<String> key,
    boolean hasCalendar,
    boolean complete,
    Optional<FeedDefinition> definition) {

  /**
   * A column or calendar value as far as it could be read.
   *
   * @param word its name and place
   * @param type empty where it could not be read
   * @param reference what it refers to, as written; empty where it refers to nothing
   * @param definition empty where the column has problems
   */
  record KnownColumn(
      YamlNode.Scalar word,
      Optional<ColumnType> type,
      Optional<YamlNode.Scalar> reference,
      Optional<ColumnDefinition> definition) {

    String name() {
      return word.text();
    }
  }

  Optional<KnownColumn> findColumn(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  Optional<KnownColumn> findValue(String name) {
    return values.stream().filter(value -> value.name().equals(name)).findFirst();
  }

  List<String> columnNames() {
    return columns.stream().map(KnownColumn::name).toList();
  }

  List<String> valueNames() {
    return values.stream().map(KnownColumn::name).toList();
  }
}
