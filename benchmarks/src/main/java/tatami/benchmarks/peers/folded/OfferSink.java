package tatami.benchmarks.peers.folded;

import java.io.IOException;
import java.sql.SQLException;

/** Takes offers, in the order of their numbers. */
public interface OfferSink {

  /** Takes the next one. */
  void add(FoldedOffer offer) throws SQLException, IOException;
}
