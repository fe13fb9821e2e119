package tatami.query.rehearsal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tatami.query.engine.SearchPlan;
import tatami.query.plan.PlanNode;
import tatami.query.problem.ProblemException;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleaseShelf;
import tatami.query.request.RequestReader;
import tatami.query.request.SearchRequest;
import tatami.query.sql.SearchStatement;
import tatami.query.sql.SearchStatement.Depth;
import tatami.query.sql.SqlEngine;
import tatami.query.transaction.ReadTransaction;
import tatami.searchtable.description.ReleaseDescription;

/**
 * Plans the standard searches of a release that is not published yet.
 *
 * <p>Each distinct statement is planned once, in one transaction with the settings of a search: a
 * few dozen plans, a millisecond or two each. Nothing is executed, but for reading dictionaries and
 * points as a query server does when it opens a release.
 */
public final class PlanRehearsal {

  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);

  private final ReleaseDescription description;
  private final Map<String, String> sentences = new LinkedHashMap<>();
  private final Set<String> planned = new HashSet<>();

  /** Before the first statement: one that fails ends what came after, and nothing needs that. */
  private Savepoint start;

  private PlanRehearsal(ReleaseDescription description) {
    this.description = description;
  }

  /**
   * Plans the searches and returns what is wrong, one sentence each, each fault once.
   *
   * @param connection sees the release's tables, and is at no transaction's work; its auto-commit
   *     mode is as before when the method returns
   */
  public static List<String> rehearse(Connection connection, ReleaseDescription description)
      throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      return ReadTransaction.run(
          connection, STATEMENT_TIMEOUT, new PlanRehearsal(description)::rehearse);
    } finally {
      connection.setAutoCommit(autoCommit);
    }
  }

  private List<String> rehearse(Connection connection) throws SQLException {
    OpenRelease release = ReleaseShelf.openUnpublished(connection, description);
    start = connection.setSavepoint();
    for (StandardSearch search : new StandardSearches(release).list()) {
      rehearse(connection, release, search);
    }
    return List.copyOf(sentences.values());
  }

  private void rehearse(Connection connection, OpenRelease release, StandardSearch search)
      throws SQLException {
    String name = "search \"" + search.name() + "\"";
    try {
      LocalDate today = StandardSearches.today(description);
      SearchRequest request = RequestReader.read(search.request(), release, today, false);
      SearchPlan plan =
          SearchPlan.of(
              release,
              request,
              today.atStartOfDay(release.zone()).toInstant(),
              new SqlEngine(connection, release));
      PlanCheck check = new PlanCheck(search.name(), plan);
      for (SearchStatement statement : SqlEngine.listStatements(plan)) {
        if (planned.add(statement.text())) {
          rehearse(connection, check, statement);
        }
      }
    } catch (ProblemException refused) {
      String reason = refused.getMessage();
      sentences.putIfAbsent(reason, name + " is refused: " + reason);
    } catch (SQLException failure) {
      takeFault(connection, failure, name);
    }
  }

  private void rehearse(Connection connection, PlanCheck check, SearchStatement statement)
      throws SQLException {
    try {
      PlanNode top = PlanNode.read(statement.explain(connection, Depth.PLANNED));
      check.findings(statement, top).forEach(sentences::putIfAbsent);
    } catch (SQLException failure) {
      takeFault(connection, failure, check.place(statement));
    }
  }

  /** Class 42, a name or an operator that is not there, is the release's fault; the rest is not. */
  private void takeFault(Connection connection, SQLException failure, String place)
      throws SQLException {
    if (failure.getSQLState() == null || !failure.getSQLState().startsWith("42")) {
      throw failure;
    }
    connection.rollback(start);
    String reason = failure.getMessage().lines().findFirst().orElse("no reason given");
    sentences.putIfAbsent(
        reason,
        place
            + " cannot be planned: "
            + reason
            + "; the tables are not what the release's description says: build it again");
  }
}
