package tatami.query.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import tatami.query.request.SortOrder;
import tatami.query.sql.StayTables.Rules;
import tatami.query.stay.CandidateReader;
import tatami.query.stay.Candidates;
import tatami.query.stay.StayNeeds;

/** Reads the candidates of a search of stays from the search tables. */
public final class SqlCandidates implements CandidateReader {

  private final StatementRunner runner;
  private final SearchPlan plan;

  /**
   * Binds to a search.
   *
   * @param connection inside a transaction that sees one state
   * @param plan of a release that has stays; its filters count, budget, page and dates do not
   */
  public SqlCandidates(Connection connection, SearchPlan plan) {
    this(connection, plan, statement -> {});
  }

  /**
   * Binds to a search, and tells of every statement that is run for it.
   *
   * @param listener takes the statements in the order in which they ran
   */
  public SqlCandidates(
      Connection connection, SearchPlan plan, Consumer<SearchStatement> listener) {
    this.runner = new StatementRunner(connection, listener);
    this.plan = plan;
  }

  @Override
  public Candidates read(StayNeeds needs) throws SQLException {
    PropertyRows properties =
        PropertyRows.read(runner, plan, List.of(), SortOrder.RECOMMENDED);
    OfferRows offers = OfferRows.read(runner, plan, List.of(), properties);
    CalendarReader calendars = new CalendarReader(runner, plan.release().description());
    return new Candidates(
        properties.passing(), offers, calendars.read(needs, Rules.OF_STAYS, offers));
  }
}
