package tatami.searchbuild.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tatami.searchtable.description.ReleaseDescription;

/**
 * Searches a release before anybody else may.
 *
 * <p>Who searches is no business of the builder: the command line hands in the query side's
 * rehearsal.
 */
public interface ReleaseRehearsal {

  /**
   * Tries the release out and changes nothing.
   *
   * @param connection sees the release's tables; auto-commit is on, and on again afterwards
   * @param description what the release says about itself
   * @return what is wrong, one sentence each; empty if searches may come
   */
  List<String> rehearse(Connection connection, ReleaseDescription description) throws SQLException;

  /** Returns a rehearsal that finds nothing: for builds that nobody searches. */
  static ReleaseRehearsal none() {
    return (connection, description) -> List.of();
  }
}
