package tatami.query.mirror;

import java.util.List;
import tatami.query.engine.AskedRules;
import tatami.query.engine.FilteredProperties;
import tatami.query.engine.FilteredRows;
import tatami.query.engine.SearchPlan;
import tatami.query.mirror.column.MirrorColumns;
import tatami.query.release.CatalogFilter;
import tatami.query.request.SortOrder;
import tatami.query.stay.Offers;
import tatami.query.stay.StayCells;
import tatami.query.stay.StayNeeds;

/**
 * The rows of one search, row by row: for whatever has no shorter way.
 *
 * @param columns what the mirror holds
 * @param plan the search
 */
record MirrorRows(MirrorColumns columns, SearchPlan plan) implements FilteredRows {

  @Override
  public MirrorProperties properties(List<CatalogFilter> counted, SortOrder sort) {
    return new MirrorProperties(columns, plan, counted, sort);
  }

  @Override
  public MirrorOffers offers(List<CatalogFilter> counted, FilteredProperties properties) {
    return MirrorOffers.of(columns, plan, counted, properties);
  }

  @Override
  public StayCells cells(StayNeeds needs, AskedRules rules, Offers offers) {
    return columns.nights().cells();
  }
}
