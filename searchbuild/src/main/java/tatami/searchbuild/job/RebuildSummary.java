package tatami.searchbuild.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tatami.searchbuild.fill.TableSize;

/**
 * What a run did.
 *
 * @param release the release that was built or published; null if none was
 * @param state landed, verified or live
 * @param feeds what was landed, by feed
 * @param tables what was filled, by table
 * @param prices packed prices; null if nothing was filled
 * @param steps seconds by step
 * @param rejectedRows the first rows that went to quarantine, as feed, file:line: reason
 * @param warnings what a person should know
 */
public record RebuildSummary(
    Integer release,
    String state,
    Map<String, FeedSummary> feeds,
    Map<String, TableSize> tables,
    PriceSummary prices,
    Map<String, Double> steps,
    List<String> rejectedRows,
    List<String> warnings) {

  /** Copies the collections. */
  public RebuildSummary {
    feeds = Collections.unmodifiableMap(new LinkedHashMap<>(feeds));
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    rejectedRows = List.copyOf(rejectedRows);
    warnings = List.copyOf(warnings);
  }

  /**
   * What came of a feed.
   *
   * @param rowsIn rows in the files
   * @param duplicates identical rows that counted once
   * @param rejected rows in quarantine
   * @param values cells of a calendar
   */
  public record FeedSummary(long rowsIn, long duplicates, long rejected, long values) {}

  /**
   * What the prices take.
   *
   * @param packed how many there are
   * @param bytesEach bytes on disk for each, indexes included
   */
  public record PriceSummary(long packed, double bytesEach) {}
}
