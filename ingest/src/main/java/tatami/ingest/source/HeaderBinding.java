package tatami.ingest.source;

import java.util.ArrayList;
import java.util.List;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.FeedDefinition;

/** Where in a file's header the declared columns of a feed are. */
public final class HeaderBinding {

  private final int[] indexes;
  private final int fieldCount;

  private HeaderBinding(int[] indexes, int fieldCount) {
    this.indexes = indexes;
    this.fieldCount = fieldCount;
  }

  /** Returns a feed's declared columns in the order of their positions: columns, day, values. */
  public static List<ColumnDefinition> columnsOf(FeedDefinition feed) {
    List<ColumnDefinition> columns = new ArrayList<>(feed.columns());
    if (feed.calendar() != null) {
      columns.add(feed.calendar().day());
      columns.addAll(feed.calendar().values());
    }
    return List.copyOf(columns);
  }

  /** Binds the declared columns to a header, or refuses the feed naming every missing column. */
  static HeaderBinding bind(FeedDefinition feed, String file, List<String> header) {
    List<ColumnDefinition> columns = columnsOf(feed);
    int[] indexes = new int[columns.size()];
    List<String> missing = new ArrayList<>();
    for (int position = 0; position < indexes.length; position++) {
      ColumnDefinition column = columns.get(position);
      indexes[position] = find(feed, file, header, column);
      if (indexes[position] < 0 && !column.optional()) {
        missing.add('"' + String.join("\" or \"", column.from()) + '"');
      }
    }
    if (!missing.isEmpty()) {
      throw new FeedRefusedException(
          feed.name(),
          file + " has no column " + String.join(", ", missing) + "; its header is " + header);
    }
    return new HeaderBinding(indexes, header.size());
  }

  private static int find(
      FeedDefinition feed, String file, List<String> header, ColumnDefinition column) {
    for (String name : column.from()) {
      int index = header.indexOf(name);
      if (index >= 0) {
        if (header.lastIndexOf(name) != index) {
          throw new FeedRefusedException(feed.name(), file + " has column \"" + name + "\" twice");
        }
        return index;
      }
    }
    return -1;
  }

  int index(int column) {
    return indexes[column];
  }

  int fieldCount() {
    return fieldCount;
  }
}
