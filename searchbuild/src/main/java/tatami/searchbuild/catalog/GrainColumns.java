package tatami.searchbuild.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tatami.ingest.feed.ColumnType;
import tatami.searchbuild.catalog.KnownFeed.KnownColumn;
import tatami.searchbuild.catalog.YamlNode.Scalar;

/** The columns that {@code from} gives: those of every feed that it names. */
final class GrainColumns {

  private final List<KnownFeed> feeds;
  private final boolean complete;
  private final Problems problems;

  /**
   * Takes the columns of the feeds.
   *
   * @param complete false where {@code from} could not be read; unknown columns are then let pass
   */
  GrainColumns(List<KnownFeed> feeds, boolean complete, Problems problems) {
    this.feeds = List.copyOf(feeds);
    this.complete = complete && feeds.stream().allMatch(KnownFeed::complete);
    this.problems = problems;
  }

  boolean hasFeed(KnownFeed feed) {
    return feeds.contains(feed) || (feeds.isEmpty() && !complete);
  }

  boolean has(String column) {
    return feeds.stream().anyMatch(feed -> feed.findColumn(column).isPresent());
  }

  boolean isComplete() {
    return complete;
  }

  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    feeds.forEach(feed -> names.addAll(feed.columnNames()));
    return names;
  }

  String feedNames() {
    return feeds.stream().map(KnownFeed::name).collect(Collectors.joining(", "));
  }

  /** Lists the types of a column; several where feeds disagree, none where they are not known. */
  Set<ColumnType> typesOf(String column) {
    Set<ColumnType> types = new LinkedHashSet<>();
    for (KnownFeed feed : feeds) {
      feed.findColumn(column).flatMap(KnownColumn::type).ifPresent(types::add);
    }
    return types;
  }

  /** Reads the columns that a word names; adds a problem for each that is not there or not fit. */
  List<String> readList(Section section, String word, ColumnUse use) {
    List<String> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Scalar name : section.texts(word)) {
      if (!seen.add(name.text())) {
        problems.add(
            name.place(), "column \"" + name.text() + "\" stands twice in " + section.pathOf(word));
      } else {
        find(name, section.pathOf(word), use).ifPresent(columns::add);
      }
    }
    return columns;
  }

  /** Reads the one column that a word names. */
  Optional<String> readOne(Section section, String word, ColumnUse use) {
    Optional<YamlNode> node = section.find(word);
    if (node.filter(YamlNode.Sequence.class::isInstance).isPresent()) {
      problems.add(node.get().place(), section.pathOf(word) + " is one column, got a list");
      return Optional.empty();
    }
    return section.text(word).flatMap(name -> find(name, section.pathOf(word), use));
  }

  /** Returns the column; empty, with a problem, where it is not there or of an unfit type. */
  Optional<String> find(Scalar name, String path, ColumnUse use) {
    if (!has(name.text())) {
      if (complete) {
        problems.addUnknown(name, "column", "in " + path, names());
      }
      return Optional.empty();
    }
    Set<ColumnType> types = typesOf(name.text());
    if (!types.isEmpty() && types.stream().noneMatch(use::fits)) {
      problems.add(
          name.place(),
          "column \""
              + name.text()
              + "\" in "
              + path
              + " is "
              + types.iterator().next().catalogName()
              + ", it takes "
              + use.types());
      return Optional.empty();
    }
    return Optional.of(name.text());
  }

  /**
   * Adds a problem where a key column of something else is not here under its name with a type that
   * compares, because rows are then found by no column.
   *
   * @param column the key column
   * @param types its types there; none where they are not known
   * @param place where the problem is reported
   * @param sentence what needs the column, {@code feed "price" is found by its key column}
   */
  void checkJoin(String column, Set<ColumnType> types, Place place, String sentence) {
    if (!has(column)) {
      if (complete) {
        problems.add(
            place,
            sentence
                + " \""
                + column
                + "\", which no feed of \"from\" has"
                + Problems.suggestNearest(column, names())
                + " (feeds: "
                + feedNames()
                + ")");
      }
      return;
    }
    Set<ColumnType> here = typesOf(column);
    boolean comparable =
        here.stream().anyMatch(left -> types.stream().anyMatch(right -> compare(left, right)));
    if (!here.isEmpty() && !types.isEmpty() && !comparable) {
      problems.add(
          place,
          sentence
              + " \""
              + column
              + "\", which is "
              + types.iterator().next().catalogName()
              + " there and "
              + here.iterator().next().catalogName()
              + " here");
    }
  }

  private static boolean compare(ColumnType left, ColumnType right) {
    return Objects.equals(left, right)
        || (ColumnUse.NIGHTS.fits(left) && ColumnUse.NIGHTS.fits(right));
  }
}
