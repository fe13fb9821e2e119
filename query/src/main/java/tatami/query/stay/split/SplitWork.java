package tatami.query.stay.split;

import tatami.query.problem.ProblemException;
import tatami.query.problem.ProblemKind;

/**
 * The work that may be done for one request, in steps of about 0.1 µs: as many whatever else the
 * machine does. Large parties whose children are of a dozen types and more, each with another price
 * as an extra head of a room, can take longer than anybody would wait, most of all with free
 * nights; a request that needs more ends with a problem instead of an answer. Not thread-safe.
 */
public final class SplitWork {

  /** Steps of a flow that is solved; to look at the bound of one way of occupancies is one step. */
  static final int FLOW = 64;

  private static final long STEPS_OF_REQUEST = 100_000_000;

  private long left;

  /**
   * Allows some work.
   *
   * @param steps at least 0
   */
  SplitWork(long steps) {
    left = steps;
  }

  /** Allows the work of one request. */
  public static SplitWork ofRequest() {
    return new SplitWork(STEPS_OF_REQUEST);
  }

  /**
   * Takes some of it.
   *
   * @throws ProblemException of {@link ProblemKind#TIMEOUT} when there is less left
   */
  void take(long steps) {
    left -= steps;
    if (left < 0) {
      throw ProblemException.of(ProblemKind.TIMEOUT, "the search took too long; ask for less");
    }
  }
}
