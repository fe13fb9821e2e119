package tatami.ingest.feed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tatami.ingest.feed.ColumnDefinition.ListFormat;
import tatami.ingest.feed.FeedDefinition.DuplicatePolicy;

/** Builds feed definitions for tests, from what a test cares about. */
public final class TestFeed {

  private final List<String> files = new ArrayList<>();
  private final List<ColumnDefinition> columns = new ArrayList<>();
  private final List<ColumnDefinition> values = new ArrayList<>();
  private List<String> key = List.of();
  private ColumnDefinition day;
  private DuplicatePolicy duplicates = DuplicatePolicy.REJECT;
  private BigDecimal rejectedShare = BigDecimal.ONE;

  private TestFeed() {}

  /** Starts a feed with the file {@code rows.csv} that takes any share of bad rows. */
  public static TestFeed withKey(String... key) {
    TestFeed feed = new TestFeed();
    feed.key = List.of(key);
    return feed;
  }

  /** Returns a column under its own name. */
  public static ColumnDefinition column(String name, ColumnType type) {
    List<ListFormat> formats =
        type == ColumnType.TEXT_LIST
            ? List.of(new ListFormat.Json(), new ListFormat.Braces(), new ListFormat.Split("|"))
            : List.of();
    return new ColumnDefinition(name, type, List.of(name), false, Map.of(), "", formats);
  }

  /** Replaces the file patterns. */
  public TestFeed files(String... patterns) {
    files.clear();
    files.addAll(List.of(patterns));
    return this;
  }

  /** Adds a column under its own name. */
  public TestFeed column(String name, String catalogType) {
    return column(column(name, typeOf(catalogType)));
  }

  /** Adds a column whose values must be found elsewhere. */
  public TestFeed column(String name, String catalogType, ColumnReference reference) {
    return column(
        new ColumnDefinition(
            name, typeOf(catalogType), List.of(name), false, Map.of(), "", List.of(), reference));
  }

  /** Adds a column. */
  public TestFeed column(ColumnDefinition column) {
    columns.add(column);
    return this;
  }

  /** Makes it a calendar over the column {@code day}, with one more value. */
  public TestFeed value(String name, String catalogType) {
    day = column("day", ColumnType.DATE);
    values.add(column(name, typeOf(catalogType)));
    return this;
  }

  /** Chooses what happens to contradicting rows. */
  public TestFeed duplicates(DuplicatePolicy policy) {
    duplicates = policy;
    return this;
  }

  /** Chooses the largest share of bad rows. */
  public TestFeed rejectedShare(String share) {
    rejectedShare = new BigDecimal(share);
    return this;
  }

  /** Returns the definition, named {@code rows}. */
  public FeedDefinition build() {
    return new FeedDefinition(
        "rows",
        files.isEmpty() ? List.of("rows.csv") : files,
        key,
        columns,
        day == null ? null : new CalendarDefinition(day, values),
        duplicates,
        rejectedShare,
        ',');
  }

  private static ColumnType typeOf(String catalogType) {
    for (ColumnType type : ColumnType.values()) {
      if (type.catalogName().equals(catalogType)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no such type: type=" + catalogType);
  }
}
