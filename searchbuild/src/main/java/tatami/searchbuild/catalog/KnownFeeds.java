package tatami.searchbuild.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The feeds of a catalog, by name. Where none could be read, nobody is told of unknown ones. */
final class KnownFeeds {

  private final Map<String, KnownFeed> byName = new LinkedHashMap<>();
  private final Problems problems;

  KnownFeeds(List<KnownFeed> feeds, Problems problems) {
    feeds.forEach(feed -> byName.put(feed.name(), feed));
    this.problems = problems;
  }

  List<KnownFeed> list() {
    return List.copyOf(byName.values());
  }

  Optional<KnownFeed> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Adds a problem for a name that is no feed. */
  void refuse(YamlNode.Scalar name, String where) {
    if (byName.isEmpty()) {
      problems.addFollowing();
    } else {
      problems.addUnknown(name, "feed", where, byName.keySet());
    }
  }

  /** Finds the feed that a word names; adds a problem where there is none. */
  Optional<KnownFeed> findNamedBy(YamlNode.Scalar word, String where) {
    Optional<KnownFeed> feed = find(word.text());
    if (feed.isEmpty()) {
      refuse(word, where);
    }
    return feed;
  }
}
