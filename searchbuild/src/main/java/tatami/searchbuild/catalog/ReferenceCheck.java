package tatami.searchbuild.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.ColumnReference;
import tatami.ingest.feed.ColumnType;
import tatami.searchbuild.catalog.KnownFeed.KnownColumn;
import tatami.searchbuild.catalog.YamlNode.Scalar;

/**
 * Checks what columns refer to: a column of another feed without a calendar, of the same type.
 * References of feeds to feeds go in no circle, because the feed that is referred to lands first.
 */
final class ReferenceCheck {

  private final KnownFeeds feeds;
  private final Problems problems;

  /** What a feed refers to, and where that is written. */
  private final Map<String, Map<String, Scalar>> wordsByTarget = new TreeMap<>();

  ReferenceCheck(KnownFeeds feeds, Problems problems) {
    this.feeds = feeds;
    this.problems = problems;
  }

  void check() {
    for (KnownFeed feed : feeds.list()) {
      for (KnownColumn column : feed.columns()) {
        Optional<ColumnReference> reference = column.definition().map(ColumnDefinition::reference);
        reference.ifPresent(found -> check(feed, column, found));
      }
    }
    refuseCircles();
  }

  private void check(KnownFeed feed, KnownColumn column, ColumnReference reference) {
    Scalar written = column.reference().orElseThrow();
    String path = "feeds." + feed.name() + ".columns." + column.name() + ".references";
    Scalar feedWord = new Scalar(reference.feed(), true, written.place(), written.textPlace());
    Optional<KnownFeed> target = feeds.findNamedBy(feedWord, "in " + path);
    if (target.isEmpty()) {
      return;
    }
    if (target.get().hasCalendar()) {
      problems.add(
          written.place(),
          path + " needs a feed without a calendar, got \"" + target.get().name() + "\"");
      return;
    }
    wordsByTarget
        .computeIfAbsent(feed.name(), name -> new TreeMap<>())
        .putIfAbsent(target.get().name(), written);
    checkColumn(column, target.get(), reference.column(), path);
  }

  private void checkColumn(KnownColumn column, KnownFeed target, String name, String path) {
    Scalar written = column.reference().orElseThrow();
    Optional<KnownColumn> referred = target.findColumn(name);
    if (referred.isEmpty()) {
      if (target.complete()) {
        Scalar word = new Scalar(name, true, written.place(), written.textPlace());
        String where = "of feed \"" + target.name() + "\" in " + path;
        problems.addUnknown(word, "column", where, target.columnNames());
      }
      return;
    }
    Optional<ColumnType> unfit =
        referred.get().type().filter(type -> !Optional.of(type).equals(column.type()));
    if (unfit.isPresent()) {
      problems.add(
          written.place(),
          path
              + " is "
              + unfit.get().catalogName()
              + ", and column \""
              + column.name()
              + "\" is "
              + column.type().orElseThrow().catalogName()
              + ": they have one type");
    }
  }

  private void refuseCircles() {
    Set<String> reported = new HashSet<>();
    for (String start : wordsByTarget.keySet()) {
      List<String> way = new ArrayList<>();
      if (!reported.contains(start) && leads(start, start, way, new HashSet<>())) {
        reported.addAll(way);
        Scalar first = wordsByTarget.get(start).get(way.get(0));
        problems.add(
            first.place(),
            "references go in a circle: " + start + ", then " + String.join(", then ", way));
      }
    }
  }

  /** Finds a way of references from one feed to another; the way ends with the latter. */
  private boolean leads(String from, String to, List<String> way, Set<String> seen) {
    for (String next : wordsByTarget.getOrDefault(from, Map.of()).keySet()) {
      way.add(next);
      if (next.equals(to) || (seen.add(next) && leads(next, to, way, seen))) {
        return true;
      }
      way.remove(way.size() - 1);
    }
    return false;
  }
}
