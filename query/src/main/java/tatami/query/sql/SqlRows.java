package tatami.query.sql;

import java.sql.SQLException;
import java.util.List;
import tatami.query.engine.AskedRules;
import tatami.query.engine.FilteredOffers;
import tatami.query.engine.FilteredProperties;
import tatami.query.engine.FilteredRows;
import tatami.query.engine.SearchPlan;
import tatami.query.release.CatalogFilter;
import tatami.query.request.SortOrder;
import tatami.query.stay.Offers;
import tatami.query.stay.StayCells;
import tatami.query.stay.StayNeeds;

/** Reads the rows of a search from the search tables. */
final class SqlRows implements FilteredRows {

  private final StatementRunner runner;
  private final SearchPlan plan;

  SqlRows(StatementRunner runner, SearchPlan plan) {
    this.runner = runner;
    this.plan = plan;
  }

  @Override
  public PropertyRows properties(List<CatalogFilter> counted, SortOrder sort) throws SQLException {
    return PropertyRows.read(runner, plan, counted, sort);
  }

  @Override
  public FilteredOffers offers(List<CatalogFilter> counted, FilteredProperties properties)
      throws SQLException {
    return OfferRows.read(runner, plan, counted, (PropertyRows) properties);
  }

  @Override
  public StayCells cells(StayNeeds needs, AskedRules rules, Offers offers) throws SQLException {
    return new CalendarReader(runner, plan.release().description()).read(needs, rules, offers);
  }
}
