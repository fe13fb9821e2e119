package tatami.searchbuild.job;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tatami.ingest.feed.ColumnReference;
import tatami.ingest.feed.FeedDefinition;

/** In which order feeds land: what a feed refers to before it, else as the catalog has them. */
final class LandingOrder {

  private LandingOrder() {}

  /**
   * Orders feeds.
   *
   * @throws IllegalArgumentException if a feed refers to one that is not there, or feeds refer to
   *     each other in a circle; no catalog that was read has such
   */
  static List<FeedDefinition> of(List<FeedDefinition> feeds) {
    Set<FeedDefinition> ordered = new LinkedHashSet<>();
    while (ordered.size() < feeds.size()) {
      List<FeedDefinition> ready = new ArrayList<>(feeds);
      ready.removeIf(feed -> ordered.contains(feed) || !isReady(feed, ordered));
      if (ready.isEmpty()) {
        throw new IllegalArgumentException("feeds wait for each other: ordered=" + ordered);
      }
      ordered.addAll(ready);
    }
    return List.copyOf(ordered);
  }

  private static boolean isReady(FeedDefinition feed, Set<FeedDefinition> landed) {
    Set<String> names = landed.stream().map(FeedDefinition::name).collect(Collectors.toSet());
    return names.containsAll(feed.references().stream().map(ColumnReference::feed).toList());
  }
}
