package tatami.query.engine;

import java.sql.SQLException;
import java.util.List;
import tatami.query.release.CatalogFilter;
import tatami.query.request.SortOrder;
import tatami.query.stay.Offers;
import tatami.query.stay.StayCells;
import tatami.query.stay.StayNeeds;

/** Where an engine gets the rows of one search from. */
public interface FilteredRows {

  /**
   * Filters the properties.
   *
   * @param counted filters whose values are counted
   */
  FilteredProperties properties(List<CatalogFilter> counted, SortOrder sort) throws SQLException;

  /**
   * Filters the offers of properties; only asked where the catalog has offers.
   *
   * @param counted filters whose values are counted
   * @param properties what {@link #properties} returned
   */
  FilteredOffers offers(List<CatalogFilter> counted, FilteredProperties properties)
      throws SQLException;

  /** Reads the cells that some offers are judged by. */
  StayCells cells(StayNeeds needs, AskedRules rules, Offers offers) throws SQLException;
}
