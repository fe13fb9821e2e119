package tatami.benchmarks.peers.postgres;

import java.sql.SQLException;
import tatami.benchmarks.mixed.Answered;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.Question;
import tatami.benchmarks.normalised.NormalisedAsker;
import tatami.benchmarks.peers.peer.Peer;

/** The normalised schema: the faster of two plans is found out when a question is prepared. */
public final class NormalisedPeer implements Peer {

  private final NormalisedAsker asker;
  private final long bytes;

  /**
   * Takes sessions; they are closed with the peer.
   *
   * @param bytes of the schema
   */
  public NormalisedPeer(NormalisedAsker asker, long bytes) {
    this.asker = asker;
    this.bytes = bytes;
  }

  @Override
  public String name() {
    return "normalised";
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public Prepared prepare(Question question, MixedSearch search) throws SQLException {
    NormalisedAsker.Chosen chosen = asker.choose(question, search);
    return () -> {
      Answered answered = chosen.ask();
      return () -> answered;
    };
  }

  @Override
  public void close() throws SQLException {
    asker.close();
  }
}
