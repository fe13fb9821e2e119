package tatami.benchmarks.peers;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import tatami.benchmarks.mixed.Answered;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.Question;
import tatami.benchmarks.peers.peer.Peer;

/** A question that a peer is ready for, and how long its answers took. */
final class PreparedQuestion {

  /** What takes longer is timed once: a third time says nothing new about seconds. */
  static final int SLOW_MILLISECONDS = 500;

  private static final long NANOS_PER_MILLISECOND = 1_000_000;
  private static final double NANOS_PER_MICROSECOND = 1_000;
  private static final int USUAL_TIMES = 64;

  private final Question question;
  private final MixedSearch search;
  private final int number;
  private final Peer.Prepared prepared;
  private long[] nanos = new long[USUAL_TIMES];
  private int times;
  private boolean isSlow;

  /**
   * Prepares a question.
   *
   * @param number of the search, from 0
   */
  PreparedQuestion(Peer peer, Question question, MixedSearch search, int number)
      throws SQLException, IOException {
    this.question = question;
    this.search = search;
    this.number = number;
    this.prepared = peer.prepare(question, search);
  }

  Question question() {
    return question;
  }

  MixedSearch search() {
    return search;
  }

  /** Asks for the first time. */
  Answered answer() throws SQLException, IOException {
    long start = System.nanoTime();
    Peer.Reply reply = prepared.ask();
    isSlow = System.nanoTime() - start > SLOW_MILLISECONDS * NANOS_PER_MILLISECOND;
    return reply.answered();
  }

  /** Asks without a clock. */
  void warm() throws SQLException, IOException {
    if (!isSlow) {
      check(prepared.ask());
    }
  }

  void time() throws SQLException, IOException {
    long start = System.nanoTime();
    Peer.Reply reply = prepared.ask();
    long took = System.nanoTime() - start;
    check(reply);
    if (times == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * times);
    }
    nanos[times++] = took;
  }

  /** A reply that nobody looks at might never be made. */
  private void check(Peer.Reply reply) {
    if (reply == null) {
      throw new IllegalStateException("a peer gave no reply: search=" + search);
    }
  }

  /** Tells whether the question is timed in one round only. */
  boolean isTimedOnce() {
    return isSlow;
  }

  /** Tells whether it is asked in a round; slow questions are spread over the rounds. */
  boolean isDue(int round, int rounds) {
    return !isSlow || number % rounds == round;
  }

  /** Returns the upper median of all times. */
  double microseconds() {
    long[] sorted = Arrays.copyOf(nanos, times);
    Arrays.sort(sorted);
    return sorted[times / 2] / NANOS_PER_MICROSECOND;
  }
}
