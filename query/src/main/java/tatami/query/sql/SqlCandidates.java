package tatami.query.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tatami.query.request.SortOrder;
import tatami.query.sql.StayTables.Rules;
import tatami.query.stay.CandidateReader;
import tatami.query.stay.Candidates;
import tatami.query.stay.StayNeeds;

/** Reads the candidates of a search from the search tables. */
public final class SqlCandidates {

  private SqlCandidates() {}

  /**
   * Returns the reader of a search.
   *
   * @param connection inside a transaction that sees one state
   * @param plan of a release that has stays; its filters count, its dates and its budget do not
   */
  public static CandidateReader of(Connection connection, SearchPlan plan) {
    StatementRunner runner = new StatementRunner(connection, statement -> {});
    return needs ->
        read(
            runner, plan, needs, PropertyRows.read(runner, plan, List.of(), SortOrder.RECOMMENDED));
  }

  /**
   * Returns the reader of a search in one property: nothing is read of any other.
   *
   * @param property its surrogate
   */
  public static CandidateReader ofProperty(Connection connection, SearchPlan plan, int property) {
    StatementRunner runner = new StatementRunner(connection, statement -> {});
    return needs -> read(runner, plan, needs, PropertyRows.readOne(runner, plan, property));
  }

  private static Candidates read(
      StatementRunner runner, SearchPlan plan, StayNeeds needs, PropertyRows properties)
      throws SQLException {
    OfferRows offers = OfferRows.read(runner, plan, List.of(), properties);
    CalendarReader calendars = new CalendarReader(runner, plan.release().description());
    return new Candidates(
        properties.passing(), offers, calendars.read(needs, Rules.OF_STAYS, offers));
  }
}
