package tatami.searchbuild.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tatami.searchbuild.catalog.KnownFeed.KnownColumn;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.catalog.StayDefinition.StayLimitDefinition;
import tatami.searchbuild.catalog.YamlNode.Scalar;
import tatami.searchtable.calendar.OwnDays;
import tatami.searchtable.calendar.SharedDays;

/** Reads a limit of a stay: a column, or the first of a calendar value and a column. */
final class StayLimitReader {

  private static final List<String> CODECS = List.of(OwnDays.WORD, SharedDays.WORD);

  private final KnownFeeds feeds;
  private final GrainColumns columns;
  private final CalendarValueReader calendarValues;
  private final Problems problems;

  StayLimitReader(
      KnownFeeds feeds,
      GrainColumns columns,
      CalendarValueReader calendarValues,
      Problems problems) {
    this.feeds = feeds;
    this.columns = columns;
    this.calendarValues = calendarValues;
    this.problems = problems;
  }

  Optional<StayLimitDefinition> read(Section stay, String word) {
    YamlNode node = stay.find(word).orElse(null);
    if (node instanceof YamlNode.Mapping) {
      return stay.section(word).flatMap(this::readFirst);
    }
    Optional<Scalar> qualified =
        Optional.ofNullable(node)
            .filter(Scalar.class::isInstance)
            .map(Scalar.class::cast)
            .filter(scalar -> scalar.text().contains("."));
    if (qualified.isPresent()) {
      problems.add(
          qualified.get().place(),
          stay.pathOf(word)
              + " is a column of the offer: for a value of a feed write {first: ["
              + qualified.get().text()
              + "]}");
      return Optional.empty();
    }
    return columns
        .readOne(stay, word, ColumnUse.NIGHTS)
        .map(column -> new StayLimitDefinition(null, column));
  }

  private Optional<StayLimitDefinition> readFirst(Section limit) {
    int before = problems.count();
    limit.allow(List.of("first", "codec"));
    limit.require("first");
    List<CalendarValue> values = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (Scalar item : limit.texts("first")) {
      readItem(item, limit.pathOf("first"), values, found);
      if (values.size() > 1 || found.size() > 1) {
        problems.add(
            item.place(),
            LaterWords.notYet(
                "a second "
                    + (values.size() > 1 ? "calendar value" : "column")
                    + " in "
                    + limit.pathOf("first"),
                "name at most one calendar value, then one column"));
        return Optional.empty();
      }
    }
    if (limit.has("codec") && values.isEmpty() && problems.count() == before) {
      problems.add(
          limit.placeOf("codec"), "\"codec\" " + limit.where() + " is of a calendar value");
    }
    CalendarValue calendar =
        values.isEmpty() ? null : CalendarValueReader.pin(values.get(0), limit, CODECS);
    if (problems.count() > before || (values.isEmpty() && found.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(new StayLimitDefinition(calendar, found.isEmpty() ? null : found.get(0)));
  }

  private void readItem(Scalar item, String path, List<CalendarValue> values, List<String> found) {
    String[] parts = item.text().split("\\.", -1);
    if (parts.length != 2) {
      problems.add(
          item.place(), "\"" + item.text() + "\" in " + path + " is FEED.VALUE or FEED.COLUMN");
      return;
    }
    Scalar feedWord = new Scalar(parts[0], true, item.place(), item.textPlace());
    Optional<KnownFeed> feed = feeds.findNamedBy(feedWord, "in " + path);
    if (feed.isEmpty()) {
      return;
    }
    Optional<KnownColumn> value = feed.get().findValue(parts[1]);
    if (value.isPresent()) {
      readValue(feed.get(), value.get(), item, path).ifPresent(values::add);
      if (!found.isEmpty()) {
        problems.add(item.place(), path + " has the calendar value first, then the column");
      }
    } else {
      readColumn(feed.get(), parts[1], item, path).ifPresent(found::add);
    }
  }

  private Optional<CalendarValue> readValue(
      KnownFeed feed, KnownColumn value, Scalar item, String path) {
    calendarValues.checkFeed(feed, item.place(), path, Set.of());
    return calendarValues.checkType(feed, value, item.place(), path, ColumnUse.NIGHTS);
  }

  private Optional<String> readColumn(KnownFeed feed, String name, Scalar item, String path) {
    Scalar word = new Scalar(name, true, item.place(), item.textPlace());
    if (feed.findColumn(name).isEmpty()) {
      if (feed.complete()) {
        Set<String> known = new TreeSet<>(feed.columnNames());
        known.addAll(feed.valueNames());
        String where = "of feed \"" + feed.name() + "\" in " + path;
        problems.addUnknown(word, "column or calendar value", where, known);
      }
      return Optional.empty();
    }
    if (!columns.hasFeed(feed)) {
      problems.add(
          item.place(),
          "feed \"" + feed.name() + "\" in " + path + " is not in the offer's \"from\"");
      return Optional.empty();
    }
    return columns.find(word, path, ColumnUse.NIGHTS);
  }
}
