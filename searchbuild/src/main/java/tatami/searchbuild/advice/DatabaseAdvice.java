package tatami.searchbuild.advice;

import java.time.Instant;
import java.util.List;

/**
 * What is to be said about a database.
 *
 * @param since from when on the statistics count
 * @param searches statements that read the search tables of the releases; where statements are not
 *     counted, sequential scans of those tables
 * @param proposals what should be changed; empty on a good database
 * @param notes what a person should know, and need not change
 */
public record DatabaseAdvice(
    Instant since, long searches, List<Proposal> proposals, List<String> notes) {

  /** Copies the lists. */
  public DatabaseAdvice {
    proposals = List.copyOf(proposals);
    notes = List.copyOf(notes);
  }

  /**
   * One change.
   *
   * @param kind what to do
   * @param object what to do it to, such as {@code ryokan_r3.offer (property)}
   * @param evidence the figures that speak for it
   * @param gain what is to be expected, with figures
   * @param statement what a person would type into psql
   */
  public record Proposal(
      Kind kind, String object, String evidence, String gain, String statement) {}

  /** What can be proposed. */
  public enum Kind {
    /** An index is missing. */
    ADD_INDEX,
    /** An index only costs. */
    DROP_INDEX,
    /** The planner knows nothing, or old things, about a table. */
    ANALYZE
  }
}
