package tatami.query.sql;

import java.sql.Connection;
import tatami.query.stay.CandidateReader;

/** Reads the candidates of a search. */
public final class SqlCandidates {

  private SqlCandidates() {}

  /**
   * Returns the reader of a search.
   *
   * @param connection inside a transaction that sees one state
   */
  public static CandidateReader of(Connection connection, SearchPlan plan) {
    throw new UnsupportedOperationException();
  }
}
