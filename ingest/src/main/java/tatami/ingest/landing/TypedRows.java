package tatami.ingest.landing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.FeedDefinition;
import tatami.ingest.source.HeaderBinding;
import tatami.ingest.source.SourceRow;
import tatami.ingest.value.BadValueException;
import tatami.ingest.value.ColumnParser;

/** Gives the fields of a row their types: columns, then a calendar's day, then its values. */
final class TypedRows {

  private final FeedDefinition feed;
  private final List<ColumnParser> parsers;
  private final int[] keyPositions;

  TypedRows(FeedDefinition feed, Currency currency, ReferencedValues referenced) {
    this.feed = feed;
    List<ColumnDefinition> columns = HeaderBinding.columnsOf(feed);
    this.parsers =
        columns.stream()
            .map(column -> new ColumnParser(column, currency, valuesFor(column, referenced)))
            .toList();
    List<String> names = feed.columns().stream().map(ColumnDefinition::name).toList();
    this.keyPositions = feed.key().stream().mapToInt(names::indexOf).toArray();
  }

  private static Set<?> valuesFor(ColumnDefinition column, ReferencedValues referenced) {
    return column.reference() == null ? Set.of() : referenced.get(column.reference());
  }

  /** Returns one value per position, null where absent. */
  List<Object> parse(SourceRow row) throws BadValueException {
    Object[] values = new Object[parsers.size()];
    for (int position = 0; position < values.length; position++) {
      values[position] = parsers.get(position).parse(row.text(position));
    }
    return Collections.unmodifiableList(java.util.Arrays.asList(values));
  }

  Object parse(SourceRow row, int position) throws BadValueException {
    return parsers.get(position).parse(row.text(position));
  }

  /** Returns the key of a typed row; a component is null where absent. */
  List<Object> key(List<Object> values) {
    List<Object> key = new ArrayList<>(keyPositions.length);
    for (int position : keyPositions) {
      key.add(comparable(values.get(position)));
    }
    return key;
  }

  /** Returns values that are equal where PostgreSQL's are: numbers without trailing zeros. */
  static List<Object> comparable(List<Object> values) {
    return values.stream().map(TypedRows::comparable).toList();
  }

  static Object comparable(Object value) {
    return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
  }

  int[] keyPositions() {
    return keyPositions.clone();
  }

  /** Returns the positions of columns, not of calendar values, that are no part of the key. */
  int[] otherPositions() {
    return IntStream.range(0, feed.columns().size())
        .filter(position -> IntStream.of(keyPositions).noneMatch(key -> key == position))
        .toArray();
  }

  int dayPosition() {
    return feed.columns().size();
  }

  /** Returns what is wrong with a key that lacks a component, or null. */
  String missingKeyReason(List<Object> key) {
    int absent = key.indexOf(null);
    return absent < 0 ? null : "key column \"" + feed.key().get(absent) + "\" is empty";
  }
}
