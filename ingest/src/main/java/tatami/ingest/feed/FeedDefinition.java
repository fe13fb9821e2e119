package tatami.ingest.feed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One feed of a catalog.
 *
 * @param name its name, also the name by which {@code from} refers to its master table
 * @param files file name patterns; the first pattern that matches files gives the feed, all of them
 *     in name order
 * @param key names of the columns that identify a row (a calendar's day comes on top); at least one
 * @param columns columns besides the calendar's; every key column is among them. A calendar lands
 *     its key columns alone, what else there is is only checked
 * @param calendar null for a feed with one row per key
 * @param duplicates what happens to rows of one key (and day) that contradict each other
 * @param rejectedShare largest share of bad rows, in [0, 1], before the feed is refused
 * @param separator between fields
 */
public record FeedDefinition(
    String name,
    List<String> files,
    List<String> key,
    List<ColumnDefinition> columns,
    CalendarDefinition calendar,
    DuplicatePolicy duplicates,
    BigDecimal rejectedShare,
    char separator) {

  /** Copies the lists and checks that the key is made of columns. */
  public FeedDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(duplicates, "duplicates");
    Objects.requireNonNull(rejectedShare, "rejectedShare");
    files = List.copyOf(files);
    key = List.copyOf(key);
    columns = List.copyOf(columns);
    if (files.isEmpty() || key.isEmpty()) {
      throw new IllegalArgumentException("a feed has files and a key: feed=" + name);
    }
    for (String component : key) {
      if (columns.stream().noneMatch(column -> column.name().equals(component))) {
        throw new IllegalArgumentException(
            "a key is made of columns: feed=" + name + " key=" + component);
      }
    }
  }

  /** Finds a column, not a calendar value, by its name. */
  public Optional<ColumnDefinition> findColumn(String columnName) {
    return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
  }

  /** Finds a calendar value by its name. */
  public Optional<ColumnDefinition> findValue(String valueName) {
    return calendar == null
        ? Optional.empty()
        : calendar.values().stream().filter(value -> value.name().equals(valueName)).findFirst();
  }

  /** Lists what the columns refer to, each once, in their order. */
  public List<ColumnReference> references() {
    return columns.stream()
        .map(ColumnDefinition::reference)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** What happens to rows of one key that contradict each other; identical ones count once. */
  public enum DuplicatePolicy {
    /** All of them are quarantined. */
    REJECT,
    /** The first in file order stays. */
    FIRST,
    /** The last in file order stays. */
    LAST
  }
}
