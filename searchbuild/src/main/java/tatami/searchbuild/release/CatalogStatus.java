package tatami.searchbuild.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What there is of one catalog.
 *
 * @param catalog its name
 * @param live the live release, or null
 * @param releases newest first
 * @param feeds the newest landing of each feed, by name
 */
public record CatalogStatus(
    String catalog, Integer live, List<ReleaseStatus> releases, Map<String, FeedStatus> feeds) {

  /** Copies the collections. */
  public CatalogStatus {
    releases = List.copyOf(releases);
    feeds = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(feeds));
  }

  /**
   * One release.
   *
   * @param release its number
   * @param state building, verified, live, retired or failed
   * @param builtAt when it was filled, or null
   */
  public record ReleaseStatus(int release, String state, Instant builtAt) {}

  /**
   * The newest landing of a feed.
   *
   * @param version its number
   * @param state landing, landed, refused or dropped
   * @param asOf when the data were made
   * @param rowsIn rows in its files, or null
   * @param rejected rows in quarantine, or null
   */
  public record FeedStatus(int version, String state, Instant asOf, Long rowsIn, Long rejected) {}
}
