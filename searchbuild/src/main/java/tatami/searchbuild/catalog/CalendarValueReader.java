package tatami.searchbuild.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tatami.ingest.feed.ColumnType;
import tatami.searchbuild.catalog.KnownFeed.KnownColumn;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.catalog.YamlNode.Scalar;

/** Reads which calendar value a number of a stay comes from, and checks how its row is found. */
final class CalendarValueReader {

  private final KnownFeeds feeds;
  private final GrainColumns columns;
  private final Problems problems;

  CalendarValueReader(KnownFeeds feeds, GrainColumns columns, Problems problems) {
    this.feeds = feeds;
    this.columns = columns;
    this.problems = problems;
  }

  /**
   * Reads {@code feed} and {@code value}; the value may be left out where the calendar has one.
   *
   * @param ownKeys key columns of the feed that the stay fills, not the offer's row
   */
  Optional<CalendarValue> read(Section section, ColumnUse use, Set<String> ownKeys) {
    section.require("feed");
    Optional<Scalar> value = section.text("value");
    Optional<Scalar> feedWord = section.text("feed");
    Optional<KnownFeed> feed =
        feedWord.flatMap(word -> findFeed(word, section.pathOf("feed"), ownKeys));
    if (feed.isEmpty() || (value.isEmpty() && section.has("value"))) {
      return Optional.empty();
    }
    return value.isPresent()
        ? findValue(feed.get(), value.get(), section.pathOf("value"), use)
        : findOnlyValue(feed.get(), feedWord.get(), section.path(), use);
  }

  /**
   * Adds the codec that a section pins.
   *
   * @param words those that may stand there
   */
  static CalendarValue pin(CalendarValue value, Section section, List<String> words) {
    return value.withCodec(section.choice("codec", words).orElse(null));
  }

  /** Finds the feed and its only value, for a stay that names the feed alone. */
  Optional<CalendarValue> readOnlyValue(Scalar feedWord, String path, ColumnUse use) {
    return findFeed(feedWord, path, Set.of())
        .flatMap(feed -> findOnlyValue(feed, feedWord, path, use));
  }

  /** Reads a value that is written {@code FEED.VALUE}. */
  Optional<CalendarValue> readQualified(Scalar item, String path, ColumnUse use) {
    String[] parts = item.text().split("\\.", -1);
    if (parts.length != 2) {
      problems.add(item.place(), "\"" + item.text() + "\" in " + path + " is FEED.VALUE");
      return Optional.empty();
    }
    Scalar feedWord = new Scalar(parts[0], true, item.place(), item.textPlace());
    Scalar valueWord = new Scalar(parts[1], true, item.place(), item.textPlace());
    return findFeed(feedWord, path, Set.of())
        .flatMap(feed -> findValue(feed, valueWord, path, use));
  }

  /** Checks that a feed has a calendar and that the offer's columns lead to its rows. */
  void checkFeed(KnownFeed feed, Place place, String path, Set<String> ownKeys) {
    if (!feed.hasCalendar()) {
      problems.add(place, path + " needs a feed with a calendar, got \"" + feed.name() + "\"");
      return;
    }
    for (String key : feed.key()) {
      if (!ownKeys.contains(key)) {
        Set<ColumnType> types =
            feed.findColumn(key).flatMap(KnownColumn::type).map(Set::of).orElse(Set.of());
        String sentence = "feed \"" + feed.name() + "\" is found by its key column";
        columns.checkJoin(key, types, place, sentence);
      }
    }
  }

  /** Adds a problem for a value of an unfit type. */
  Optional<CalendarValue> checkType(
      KnownFeed feed, KnownColumn value, Place place, String path, ColumnUse use) {
    Optional<ColumnType> unfit = value.type().filter(type -> !use.fits(type));
    if (unfit.isPresent()) {
      problems.add(
          place,
          "calendar value \""
              + feed.name()
              + "."
              + value.name()
              + "\" in "
              + path
              + " is "
              + unfit.get().catalogName()
              + ", it takes "
              + use.types());
      return Optional.empty();
    }
    return Optional.of(new CalendarValue(feed.name(), value.name()));
  }

  private Optional<KnownFeed> findFeed(Scalar word, String path, Set<String> ownKeys) {
    Optional<KnownFeed> feed = feeds.findNamedBy(word, "in " + path);
    feed.ifPresent(found -> checkFeed(found, word.place(), path, ownKeys));
    return feed.filter(KnownFeed::hasCalendar);
  }

  private Optional<CalendarValue> findValue(
      KnownFeed feed, Scalar word, String path, ColumnUse use) {
    Optional<KnownColumn> value = feed.findValue(word.text());
    if (value.isEmpty() && feed.complete()) {
      String where = "of feed \"" + feed.name() + "\" in " + path;
      problems.addUnknown(word, "calendar value", where, feed.valueNames());
    }
    return value.flatMap(found -> checkType(feed, found, word.place(), path, use));
  }

  private Optional<CalendarValue> findOnlyValue(
      KnownFeed feed, Scalar feedWord, String path, ColumnUse use) {
    List<KnownColumn> values = feed.values();
    if (values.size() == 1) {
      return checkType(feed, values.get(0), feedWord.place(), path, use);
    }
    if (feed.complete() && !values.isEmpty()) {
      problems.add(
          feedWord.place(),
          path
              + " says which value of feed \""
              + feed.name()
              + "\" it means: {feed: "
              + feed.name()
              + ", value: "
              + String.join(" or ", feed.valueNames())
              + "}");
    }
    return Optional.empty();
  }
}
