package tatami.query.engine;

import java.sql.SQLException;
import java.util.List;
import tatami.query.cursor.Cursor;
import tatami.query.engine.SearchPlan.NeighbourSource;
import tatami.query.stay.CandidateReader;
import tatami.query.survey.Outcome;
import tatami.query.survey.Stays;

/**
 * Executes searches of one release as of one position. Belongs to one request.
 *
 * <p>Each method throws {@link SQLException} where the engine reads a database that fails.
 */
public interface Engine extends NeighbourSource {

  /**
   * Work that sees one position.
   *
   * @param <T> what it makes
   */
  @FunctionalInterface
  interface Work<T> {
    /** Does the work. */
    T run() throws SQLException;
  }

  /**
   * Runs work that calls the other methods, which are called nowhere else: all of it sees one
   * position of the release.
   */
  <T> T reading(Work<T> work) throws SQLException;

  /** Returns the number of the last change that is seen; 0 where there was none. */
  long position();

  /** Says in a word how a search would be answered; for people. */
  String strategy(SearchPlan plan) throws SQLException;

  /**
   * Finds one page with its offers and facets.
   *
   * @param after the last hit of the page before, or null for the first page
   */
  FoundPage find(SearchPlan plan, Cursor after) throws SQLException;

  /**
   * Finds what comes out of each of several check-ins, ascending. Why others do not match, and what
   * is above the budget, has to be told of check-ins alone at which nothing matches.
   *
   * @param plan of a release that has stays; its dates do not count
   */
  List<Outcome> survey(SearchPlan plan, Stays stays) throws SQLException;

  /**
   * Returns the reader of a search's candidates.
   *
   * @param plan of a release that has stays; its filters count, its dates and its budget do not
   */
  CandidateReader candidates(SearchPlan plan);

  /**
   * Returns the reader of a search in one property: no other is looked at.
   *
   * @param property its surrogate
   */
  CandidateReader candidatesOf(SearchPlan plan, int property);
}
