package tatami.query.mirror;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import tatami.query.cursor.Cursor;
import tatami.query.engine.Engine;
import tatami.query.engine.FoundPage;
import tatami.query.engine.PageSearch;
import tatami.query.engine.SearchPlan;
import tatami.query.mirror.column.MirrorColumns;
import tatami.query.release.Points.Neighbours;
import tatami.query.request.Condition.Near;
import tatami.query.request.SortOrder;
import tatami.query.stay.CandidateReader;
import tatami.query.stay.Candidates;
import tatami.query.stay.Offers;
import tatami.query.survey.Outcome;
import tatami.query.survey.StaySurvey;
import tatami.query.survey.Stays;

/** Executes searches in a mirror. Belongs to one request. */
final class MirrorEngine implements Engine {

  private final Mirror mirror;
  private final MirrorColumns columns;

  MirrorEngine(Mirror mirror) {
    this.mirror = mirror;
    columns = mirror.columns();
  }

  @Override
  public <T> T reading(Engine.Work<T> work) throws SQLException {
    return mirror.reading(work);
  }

  @Override
  public long position() {
    return mirror.position();
  }

  @Override
  public Neighbours neighbours(Near near) {
    return columns
        .properties()
        .points()
        .get(near.filter().name())
        .within(near.latitude(), near.longitude(), near.radiusMillimetres());
  }

  @Override
  public String strategy(SearchPlan plan) {
    if (CubeSearch.decides(mirror, plan)) {
      return "cube";
    }
    if (!SetSearch.decides(plan)) {
      return "rows";
    }
    return SetSearch.isBounded(mirror, plan) ? "sets, bounded by the cube" : "sets";
  }

  @Override
  public FoundPage find(SearchPlan plan, Cursor after) throws SQLException {
    FoundPage page = CubeSearch.find(mirror, plan, after);
    if (page == null) {
      page = SetSearch.find(mirror, plan, after);
    }
    return page == null ? new PageSearch(new MirrorRows(columns, plan), plan).find(after) : page;
  }

  @Override
  public List<Outcome> survey(SearchPlan plan, Stays stays) throws SQLException {
    List<Outcome> outcomes = SetSurvey.of(mirror, plan, stays);
    return outcomes == null
        ? StaySurvey.of(candidates(plan), plan.terms(), stays, plan.request().price())
        : outcomes;
  }

  @Override
  public CandidateReader candidates(SearchPlan plan) {
    return needs ->
        candidates(plan, new MirrorProperties(columns, plan, List.of(), SortOrder.RECOMMENDED));
  }

  @Override
  public CandidateReader candidatesOf(SearchPlan plan, int property) {
    return needs ->
        candidates(
            plan,
            new MirrorProperties(columns, plan, List.of(), SortOrder.RECOMMENDED).only(property));
  }

  private Candidates candidates(SearchPlan plan, MirrorProperties properties) {
    Offers offers = MirrorOffers.of(columns, plan, List.of(), properties);
    BitSet passing = new BitSet();
    for (int id = 0; id < properties.count(); id++) {
      passing.set(id, properties.failed(id) == 0);
    }
    return new Candidates(passing, offers, columns.nights().cells());
  }
}
