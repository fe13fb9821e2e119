package tatami.query.stay;

import java.sql.SQLException;

/** Reads what one search is about, as of the transaction that it was made for. */
@FunctionalInterface
public interface CandidateReader {

  /** Reads properties, offers and the cells that are needed; costs a statement or a few. */
  Candidates read(StayNeeds needs) throws SQLException;
}
