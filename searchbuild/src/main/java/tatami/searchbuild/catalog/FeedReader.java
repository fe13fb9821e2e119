package tatami.searchbuild.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.ColumnType;
import tatami.ingest.feed.FeedDefinition;
import tatami.ingest.feed.FeedDefinition.DuplicatePolicy;
import tatami.searchbuild.catalog.KnownFeed.KnownColumn;
import tatami.searchbuild.catalog.YamlNode.Scalar;

/** Reads one feed. */
final class FeedReader {

  private static final List<String> WORDS =
      List.of(
          "files", "key", "columns", "calendar", "duplicates", "separator", "encoding", "expect");
  private static final BigDecimal USUAL_REJECTED_SHARE = new BigDecimal("0.05");
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,6})?) ?%");

  private final Section feed;
  private final Problems problems;

  FeedReader(Section feed, Problems problems) {
    this.feed = feed;
    this.problems = problems;
  }

  KnownFeed read(Scalar name) {
    int before = problems.count();
    Names.PART.check(name, "feed name", problems);
    feed.allow(WORDS);
    feed.require("files", "key", "columns");
    FeedFiles files = FeedFiles.read(feed, problems);
    BigDecimal rejectedShare = readRejectedShare();
    DuplicatePolicy duplicates =
        feed.choice("duplicates", List.of("reject", "first", "last"))
            .map(policy -> DuplicatePolicy.valueOf(policy.toUpperCase(Locale.ROOT)))
            .orElse(DuplicatePolicy.REJECT);
    Optional<Section> columnSection = feed.section("columns");
    List<KnownColumn> columns = columnSection.map(this::readColumns).orElse(List.of());
    List<String> key = readKey(columns, columnSection.isPresent());
    Optional<Section> calendarSection = feed.section("calendar");
    CalendarReader calendar = new CalendarReader(problems);
    calendarSection.ifPresent(section -> calendar.read(section, columns));
    if (feed.has("calendar")) {
      refuseColumnsBesidesTheKey(columns, key);
    }
    boolean complete = !columns.isEmpty() && feed.has("calendar") != calendar.values().isEmpty();
    Optional<FeedDefinition> definition = Optional.empty();
    if (problems.count() == before) {
      definition =
          Optional.of(
              new FeedDefinition(
                  name.text(),
                  files.patterns(),
                  key,
                  definitionsOf(columns),
                  calendar.definition().orElse(null),
                  duplicates,
                  rejectedShare,
                  files.separator()));
    }
    return new KnownFeed(
        name.text(), columns, calendar.values(), key, feed.has("calendar"), complete, definition);
  }

  private List<KnownColumn> readColumns(Section section) {
    if (section.entries().isEmpty()) {
      problems.add(section.place(), section.path() + " is empty: a feed has columns");
    }
    ColumnReader reader = new ColumnReader(section, problems);
    return section.entries().stream().map(entry -> refusePattern(reader.read(entry))).toList();
  }

  /** Refuses a column of the type that only calendar values have. */
  private KnownColumn refusePattern(KnownColumn column) {
    if (column.type().equals(Optional.of(ColumnType.PATTERN))) {
      problems.add(
          column.word().place(),
          "column \"" + column.name() + "\" is pattern, which is a type of calendar values");
    }
    return column;
  }

  private List<String> readKey(List<KnownColumn> columns, boolean columnsAreKnown) {
    List<String> key = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Scalar word : feed.texts("key")) {
      if (!names.add(word.text())) {
        problems.add(
            word.place(), "column \"" + word.text() + "\" stands twice in " + feed.pathOf("key"));
        continue;
      }
      key.add(word.text());
      Optional<KnownColumn> column =
          columns.stream().filter(known -> known.name().equals(word.text())).findFirst();
      if (column.isEmpty() && columnsAreKnown) {
        List<String> known = columns.stream().map(KnownColumn::name).toList();
        problems.addUnknown(word, "column", "in " + feed.pathOf("key"), known);
      }
      column.ifPresent(known -> checkKeyColumn(word, known));
    }
    return key;
  }

  private void checkKeyColumn(Scalar word, KnownColumn column) {
    if (column.type().equals(Optional.of(ColumnType.TEXT_LIST))) {
      problems.add(
          word.place(),
          "key column \"" + word.text() + "\" is text[]: a key is made of single values");
    } else if (feed.has("calendar")
        && column.type().filter(type -> !ColumnUse.KEY.fits(type)).isPresent()) {
      problems.add(
          word.place(),
          "key column \""
              + word.text()
              + "\" is "
              + column.type().get().catalogName()
              + ": the key of a calendar is "
              + ColumnUse.KEY.types());
    }
    if (column.definition().filter(ColumnDefinition::optional).isPresent()) {
      problems.add(
          word.place(), "key column \"" + word.text() + "\" is optional: every row needs its key");
    }
  }

  private void refuseColumnsBesidesTheKey(List<KnownColumn> columns, List<String> key) {
    for (KnownColumn column : columns) {
      boolean isChecked = column.type().equals(Optional.of(ColumnType.CURRENCY));
      if (!key.isEmpty() && !key.contains(column.name()) && !isChecked) {
        problems.add(
            column.word().place(),
            "column \""
                + column.name()
                + "\" is not in "
                + feed.pathOf("key")
                + ": a feed with a calendar lands as one row per key, so name it in calendar.values"
                + " or in the key");
      }
    }
  }

  private BigDecimal readRejectedShare() {
    Optional<Section> expect = feed.section("expect");
    expect.ifPresent(section -> section.allow(List.of("rejected")));
    Optional<Scalar> rejected = expect.flatMap(section -> section.text("rejected"));
    if (rejected.isEmpty()) {
      return USUAL_REJECTED_SHARE;
    }
    Matcher percent = PERCENT.matcher(rejected.get().text());
    if (percent.matches()) {
      BigDecimal share = new BigDecimal(percent.group(1)).movePointLeft(2);
      if (share.compareTo(BigDecimal.ONE) <= 0) {
        return share;
      }
    }
    problems.add(
        rejected.get().place(),
        expect.get().pathOf("rejected")
            + " is a share from 0% to 100%, got \""
            + rejected.get().text()
            + "\"");
    return USUAL_REJECTED_SHARE;
  }

  static List<ColumnDefinition> definitionsOf(List<KnownColumn> columns) {
    return columns.stream().flatMap(column -> column.definition().stream()).toList();
  }
}
