package tatami.query.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import tatami.query.cursor.Cursor;
import tatami.query.engine.AskedRules;
import tatami.query.engine.Engine;
import tatami.query.engine.FoundPage;
import tatami.query.engine.PageSearch;
import tatami.query.engine.SearchPlan;
import tatami.query.release.OpenRelease;
import tatami.query.release.Points.Neighbours;
import tatami.query.request.Condition.Near;
import tatami.query.request.SortOrder;
import tatami.query.stay.CandidateReader;
import tatami.query.stay.Candidates;
import tatami.query.stay.StayNeeds;
import tatami.query.survey.Outcome;
import tatami.query.survey.StaySurvey;
import tatami.query.survey.Stays;
import tatami.searchtable.description.FilterLayout;

/** Executes searches on the search tables. The caller's transaction is the snapshot. */
public final class SqlEngine implements Engine {

  private final Connection connection;
  private final OpenRelease release;
  private final StatementRunner runner;

  /**
   * Searches a release.
   *
   * @param connection inside a transaction that sees one state
   */
  public SqlEngine(Connection connection, OpenRelease release) {
    this(connection, release, statement -> {});
  }

  /**
   * Searches a release, and tells of every statement that is run for it.
   *
   * @param connection inside a transaction that sees one state
   * @param listener takes the statements in the order in which they ran
   */
  public SqlEngine(Connection connection, OpenRelease release, Consumer<SearchStatement> listener) {
    this.connection = connection;
    this.release = release;
    runner = new StatementRunner(connection, listener);
  }

  @Override
  public <T> T reading(Engine.Work<T> work) throws SQLException {
    return work.run();
  }

  @Override
  public long position() {
    return 0;
  }

  @Override
  public Neighbours neighbours(Near near) throws SQLException {
    return release
        .points(connection, (FilterLayout.Point) near.filter().layout())
        .within(near.latitude(), near.longitude(), near.radiusMillimetres());
  }

  @Override
  public String strategy(SearchPlan plan) {
    return "statements";
  }

  @Override
  public FoundPage find(SearchPlan plan, Cursor after) throws SQLException {
    return new PageSearch(new SqlRows(runner, plan), plan).find(after);
  }

  @Override
  public List<Outcome> survey(SearchPlan plan, Stays stays) throws SQLException {
    return StaySurvey.of(candidates(plan), plan.terms(), stays, plan.request().price());
  }

  @Override
  public CandidateReader candidates(SearchPlan plan) {
    return needs ->
        candidates(plan, needs, PropertyRows.read(runner, plan, List.of(), SortOrder.RECOMMENDED));
  }

  @Override
  public CandidateReader candidatesOf(SearchPlan plan, int property) {
    return needs -> candidates(plan, needs, PropertyRows.readOne(runner, plan, property));
  }

  private Candidates candidates(SearchPlan plan, StayNeeds needs, PropertyRows properties)
      throws SQLException {
    OfferRows offers = OfferRows.read(runner, plan, List.of(), properties);
    CalendarReader calendars = new CalendarReader(runner, plan.release().description());
    return new Candidates(
        properties.passing(), offers, calendars.read(needs, AskedRules.OF_STAYS, offers));
  }

  /** Lists what a search may run, without running it, in every form that depends on data. */
  public static List<SearchStatement> listStatements(SearchPlan plan) {
    return new StatementForms(plan).list();
  }
}
