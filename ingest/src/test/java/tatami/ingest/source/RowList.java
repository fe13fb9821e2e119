package tatami.ingest.source;

import java.util.ArrayList;
import java.util.List;
import tatami.ingest.feed.FeedDefinition;

/** Writes down what it is shown: the place of each row, and the declared columns or the reason. */
final class RowList implements RowVisitor {

  final List<String> rows = new ArrayList<>();
  final List<List<String>> good = new ArrayList<>();
  private final int columns;

  RowList() {
    this(2);
  }

  RowList(int columns) {
    this.columns = columns;
  }

  static RowList of(FeedDefinition feed) {
    return new RowList(feed.columns().size());
  }

  @Override
  public void row(SourceRow row) {
    List<String> texts = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      texts.add(row.text(column));
    }
    good.add(texts);
    rows.add(row.file() + ":" + row.line() + " " + texts);
  }

  @Override
  public void brokenRow(SourceRow row, String reason) {
    rows.add(row.file() + ":" + row.line() + " broken: " + reason);
  }
}
