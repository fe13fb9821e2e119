package tatami.query.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tatami.query.engine.FoundPage;
import tatami.query.engine.SearchPlan;
import tatami.query.explain.ExplanationWriter;
import tatami.query.master.MasterRows;
import tatami.query.search.Search.Asked;
import tatami.query.sql.SearchStatement;
import tatami.query.sql.SqlEngine;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.ReleaseDescription;

/**
 * Explains searches by the statements that they run.
 *
 * @param connection inside a transaction that sees one state
 */
record SqlExplainer(Connection connection) implements Search.Explainer {

  @Override
  public String explain(Asked asked) throws SQLException {
    List<SearchStatement> statements = new ArrayList<>();
    SqlEngine engine = new SqlEngine(connection, asked.release(), statements::add);
    SearchPlan plan = asked.plan(engine);
    FoundPage page = engine.find(plan, asked.after());
    ReleaseDescription description = asked.release().description();
    String schema = description.schema();
    GrainTable property = description.property();
    GrainTable offer = description.offer();
    if (page.propertyIds().length > 0) {
      statements.add(
          MasterRows.statement(schema, property, plan.request().show(), page.propertyIds()));
    }
    if (page.offerIds().length > 0) {
      statements.add(MasterRows.statement(schema, offer, offer.show(), page.offerIds()));
    }
    return ExplanationWriter.write(connection, plan, statements);
  }
}
