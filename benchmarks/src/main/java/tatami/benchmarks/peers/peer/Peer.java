package tatami.benchmarks.peers.peer;

import java.io.IOException;
import java.sql.SQLException;
import tatami.benchmarks.mixed.Answered;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.Question;

/** An engine that is asked the mixed searches. Used by one thread. */
public interface Peer extends AutoCloseable {

  /** Returns the name in reports. */
  String name();

  /** Returns how many bytes it keeps to answer from, in memory or on disk. */
  long bytes() throws SQLException, IOException;

  /**
   * Gets ready to be asked: writes the request, prepares statements, looks names up. Not timed.
   *
   * @return closed with the peer
   */
  Prepared prepare(Question question, MixedSearch search) throws SQLException, IOException;

  @Override
  void close() throws SQLException, IOException;

  /** A question that can be asked again and again. */
  interface Prepared {

    /** Answers it; this is what is timed. */
    Reply ask() throws SQLException, IOException;
  }

  /** What a peer answers, in its own form. */
  interface Reply {

    /** Returns the same in the form in which answers are compared. Not timed. */
    Answered answered();
  }
}
