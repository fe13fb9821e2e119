package tatami.searchbuild.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tatami.ingest.feed.ColumnType;
import tatami.searchbuild.catalog.KnownFeed.KnownColumn;
import tatami.searchbuild.catalog.YamlNode.Scalar;

/**
 * A feed without a calendar that a section of the stay names by {@code feed}, with several rows for
 * one of the offer: the section's other words name its columns.
 */
final class RowFeed {

  private final Section section;
  private final KnownFeed feed;
  private final Place place;
  private final Problems problems;

  private RowFeed(Section section, KnownFeed feed, Place place, Problems problems) {
    this.section = section;
    this.feed = feed;
    this.place = place;
    this.problems = problems;
  }

  /** Finds the feed; adds a problem where there is none, or it has a calendar. */
  static Optional<RowFeed> find(Section section, KnownFeeds feeds, Problems problems) {
    Optional<Scalar> word = section.text("feed");
    Optional<KnownFeed> feed =
        word.flatMap(name -> feeds.findNamedBy(name, "in " + section.pathOf("feed")));
    if (feed.filter(KnownFeed::hasCalendar).isPresent()) {
      problems.add(
          word.get().place(),
          section.pathOf("feed")
              + " needs a feed without a calendar, got \""
              + feed.get().name()
              + "\"");
      return Optional.empty();
    }
    return feed.map(found -> new RowFeed(section, found, word.get().place(), problems));
  }

  String name() {
    return feed.name();
  }

  /** Where the feed is named. */
  Place place() {
    return place;
  }

  /** Reads a column of the feed that a word names. */
  Optional<String> readColumn(String word, ColumnUse use) {
    return section.text(word).flatMap(name -> findColumn(name, section.pathOf(word), use));
  }

  /** Reads a column of the feed's key that a word names. */
  Optional<String> readKeyColumn(String word, ColumnUse use) {
    Optional<Scalar> name = section.text(word);
    if (name.isPresent() && !feed.key().contains(name.get().text())) {
      String where = "of feed \"" + feed.name() + "\" in " + section.pathOf(word);
      problems.addUnknown(name.get(), "key column", where, feed.key());
      return Optional.empty();
    }
    return name.flatMap(found -> findColumn(found, section.pathOf(word), use));
  }

  /** Lists the columns of the key but one. */
  List<String> keyWithout(String column) {
    return feed.key().stream().filter(component -> !component.equals(column)).toList();
  }

  /** Returns the type of a column as a set; empty where it is not known. */
  Set<ColumnType> typesOf(String column) {
    return feed.findColumn(column).flatMap(KnownColumn::type).map(Set::of).orElse(Set.of());
  }

  private Optional<String> findColumn(Scalar name, String path, ColumnUse use) {
    Optional<KnownColumn> column = feed.findColumn(name.text());
    if (column.isEmpty()) {
      if (feed.complete()) {
        String where = "of feed \"" + feed.name() + "\" in " + path;
        problems.addUnknown(name, "column", where, feed.columnNames());
      }
      return Optional.empty();
    }
    Optional<ColumnType> unfit = column.get().type().filter(type -> !use.fits(type));
    if (unfit.isPresent()) {
      problems.add(
          name.place(),
          "column \""
              + name.text()
              + "\" in "
              + path
              + " is "
              + unfit.get().catalogName()
              + ", it takes "
              + use.types());
      return Optional.empty();
    }
    return Optional.of(name.text());
  }
}
