package tatami.ingest.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One column of a feed.
 *
 * @param name its name in the master table
 * @param type its type
 * @param from header names, the first that a file has is read; at least one
 * @param optional whether a file may lack all of them: the column is then absent in every row
 * @param map texts and what they stand for, applied before the type; a text that is not among them
 *     is a bad value; empty for no map
 * @param strip characters that are removed before the type is read; empty for none
 * @param listFormats how a {@link ColumnType#TEXT_LIST} may be written; empty for other types
 * @param reference where every value must be found, of the same type; null where any will do
 */
public record ColumnDefinition(
    String name,
    ColumnType type,
    List<String> from,
    boolean optional,
    Map<String, String> map,
    String strip,
    List<ListFormat> listFormats,
    ColumnReference reference) {

  /** Copies the collections. */
  public ColumnDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(strip, "strip");
    from = List.copyOf(from);
    map = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
    listFormats = List.copyOf(listFormats);
    if (from.isEmpty()) {
      throw new IllegalArgumentException("a column has at least one header name: column=" + name);
    }
    if ((type == ColumnType.TEXT_LIST) == listFormats.isEmpty()) {
      throw new IllegalArgumentException(
          "a list column has a list format, others have none: column=" + name);
    }
  }

  /** A column that refers to nothing. */
  public ColumnDefinition(
      String name,
      ColumnType type,
      List<String> from,
      boolean optional,
      Map<String, String> map,
      String strip,
      List<ListFormat> listFormats) {
    this(name, type, from, optional, map, strip, listFormats, null);
  }

  /** How a list of texts is written in one field. */
  public sealed interface ListFormat {

    /** A JSON array of strings, {@code ["TV", "Wifi"]}; recognised by its first character. */
    record Json() implements ListFormat {}

    /**
     * The literal of a PostgreSQL array, <code>{TV,"Cable TV"}</code>: inside quotes a backslash
     * escapes the next character; recognised by its first character.
     */
    record Braces() implements ListFormat {}

    /**
     * Texts between separators; fits every field.
     *
     * @param separator at least one character
     */
    record Split(String separator) implements ListFormat {}
  }
}
