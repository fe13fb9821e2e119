package tatami.searchbuild.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tatami.ingest.feed.FeedDefinition;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.catalog.OfferDefinition;
import tatami.searchbuild.catalog.PropertyDefinition;
import tatami.searchbuild.catalog.SortDefinition;
import tatami.searchbuild.catalog.StayDefinition;
import tatami.searchbuild.catalog.StayDefinition.ColumnPair;
import tatami.searchbuild.catalog.StayDefinition.PriceDefinition;
import tatami.searchbuild.catalog.StayDefinition.StayLimitDefinition;
import tatami.searchbuild.fill.ReleaseContent;
import tatami.searchbuild.master.MasterRelation;
import tatami.searchbuild.master.MasterRows;
import tatami.searchbuild.master.MasterVersion;
import tatami.searchbuild.numbering.HorizonPlan;
import tatami.searchbuild.numbering.NumberedRows;
import tatami.searchbuild.numbering.OfferNumbering;
import tatami.searchbuild.numbering.OfferNumbering.NumberedOffers;
import tatami.searchbuild.numbering.PropertyNumbering;
import tatami.searchtable.description.ReleaseDescription.Horizon;

/** Reads the grains of a catalog from their master versions and numbers them. */
final class ContentNumbering {

  private final Catalog catalog;
  private final Map<String, MasterVersion> versions;
  private final LocalDate businessDate;

  ContentNumbering(Catalog catalog, Map<String, MasterVersion> versions, LocalDate businessDate) {
    this.catalog = catalog;
    this.versions = versions;
    this.businessDate = businessDate;
  }

  ReleaseContent number(Connection connection) throws SQLException {
    PropertyDefinition property = catalog.property();
    Horizon horizon = HorizonPlan.plan(catalog.calendar(), versions.values(), businessDate);
    MasterRows rows =
        new MasterRelation(versions.values(), property.from(), property.where())
            .read(connection, propertyColumns(property));
    PropertyNumbering numbering = new PropertyNumbering(property);
    NumberedRows properties = numbering.number(rows);
    Map<List<Object>, Integer> surrogates = properties.surrogatesByKey(property.key());
    NumberedOffers offers =
        catalog.offer() == null ? null : numberOffers(connection, horizon, surrogates);
    return new ReleaseContent(
        catalog, versions, properties, numbering.rank(properties, rows), offers, horizon);
  }

  private NumberedOffers numberOffers(
      Connection connection, Horizon horizon, Map<List<Object>, Integer> surrogates)
      throws SQLException {
    OfferDefinition offer = catalog.offer();
    MasterRows rows =
        new MasterRelation(versions.values(), offer.from(), offer.where())
            .read(connection, offerColumns(offer));
    NumberedOffers offers =
        new OfferNumbering(catalog.property(), offer, businessDate, horizon)
            .number(rows, surrogates);
    Set<String> key = new LinkedHashSet<>(catalog.property().key());
    key.addAll(offer.key());
    offers.rows().surrogatesByKey(List.copyOf(key));
    return offers;
  }

  private List<String> propertyColumns(PropertyDefinition property) {
    Set<String> columns = new LinkedHashSet<>(property.key());
    property.filters().forEach(filter -> columns.addAll(filter.columns()));
    for (SortDefinition sort : property.sorts()) {
      sort.keys().stream()
          .map(SortDefinition.SortKey::column)
          .filter(this::isColumn)
          .forEach(columns::add);
    }
    return List.copyOf(columns);
  }

  /** Tells whether a sort key is a column of the property's feeds, else it names another sort. */
  private boolean isColumn(String name) {
    List<String> words = List.of(catalog.property().from().text().split("[^a-z0-9_]+"));
    return catalog.feeds().stream()
        .filter(feed -> words.contains(feed.name()))
        .anyMatch(feed -> feed.findColumn(name).isPresent());
  }

  private List<String> offerColumns(OfferDefinition offer) {
    Set<String> columns = new LinkedHashSet<>(catalog.property().key());
    columns.addAll(offer.key());
    offer.filters().forEach(filter -> columns.addAll(filter.columns()));
    StayDefinition stay = offer.stay();
    addPair(columns, stay.saleWindow());
    addPair(columns, stay.stayWindow());
    addPair(columns, stay.heads());
    addLimit(columns, stay.lengths().minimum());
    addLimit(columns, stay.lengths().maximum());
    addCalendarKey(columns, stay.stock().feed(), List.of());
    if (stay.price() instanceof PriceDefinition.PerUnit unit) {
      addOptional(columns, unit.capacity());
      addCalendarKey(columns, unit.amount().feed(), List.of());
    } else if (stay.price() instanceof PriceDefinition.PerPerson person) {
      addCalendarKey(
          columns, person.amount().feed(), List.of(person.occupancy(), person.personClass()));
    }
    return List.copyOf(columns);
  }

  private static void addPair(Set<String> columns, ColumnPair pair) {
    if (pair != null) {
      addOptional(columns, pair.from());
      addOptional(columns, pair.to());
    }
  }

  private void addLimit(Set<String> columns, StayLimitDefinition limit) {
    if (limit != null) {
      addOptional(columns, limit.column());
      if (limit.calendar() != null) {
        addCalendarKey(columns, limit.calendar().feed(), List.of());
      }
    }
  }

  private static void addOptional(Set<String> columns, String column) {
    if (column != null) {
      columns.add(column);
    }
  }

  private void addCalendarKey(Set<String> columns, String feedName, List<String> leftOut) {
    FeedDefinition feed = catalog.findFeed(feedName).orElseThrow();
    feed.key().stream().filter(component -> !leftOut.contains(component)).forEach(columns::add);
  }
}
