package tatami.searchbuild.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
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
import tatami.searchbuild.numbering.PropertyZones;
import tatami.searchbuild.terms.LongStays;
import tatami.searchtable.description.ReleaseDescription.Horizon;

/** Reads the grains of a catalog from their master versions and numbers them. */
final class ContentNumbering {

  private final RebuildRequest request;
  private final Catalog catalog;
  private final Map<String, MasterVersion> versions;

  ContentNumbering(RebuildRequest request, Map<String, MasterVersion> versions) {
    this.request = request;
    this.catalog = request.catalog();
    this.versions = versions;
  }

  ReleaseContent number(Connection connection) throws SQLException {
    PropertyDefinition property = catalog.property();
    Horizon horizon =
        HorizonPlan.plan(catalog.calendar(), versions.values(), request.businessDate());
    MasterRows rows =
        new MasterRelation(versions.values(), property.from(), property.where())
            .read(connection, propertyColumns(property));
    PropertyNumbering numbering = new PropertyNumbering(property);
    NumberedRows properties = numbering.number(rows);
    Map<List<Object>, Integer> surrogates = properties.surrogatesByKey(property.key());
    PropertyZones zones = new PropertyZones(catalog, properties);
    IntFunction<LocalDate> today = owner -> zones.date(owner, request.now());
    NumberedOffers offers =
        catalog.offer() == null ? null : numberOffers(connection, horizon, surrogates, today);
    return new ReleaseContent(
        catalog, versions, properties, numbering.rank(properties, rows), offers, horizon);
  }

  private NumberedOffers numberOffers(
      Connection connection,
      Horizon horizon,
      Map<List<Object>, Integer> surrogates,
      IntFunction<LocalDate> today)
      throws SQLException {
    OfferDefinition offer = catalog.offer();
    MasterRows rows =
        new MasterRelation(versions.values(), offer.from(), offer.where())
            .read(connection, offerColumns(offer));
    NumberedOffers offers =
        new OfferNumbering(catalog.property(), offer, today, horizon).number(rows, surrogates);
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
    addOptional(columns, property.timeZone());
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
    addStay(columns, offer.stay());
    return List.copyOf(columns);
  }

  private void addStay(Set<String> columns, StayDefinition stay) {
    addPair(columns, stay.saleWindow());
    addPair(columns, stay.stayWindow());
    addPair(columns, stay.heads());
    stay.lengths().defined().forEach(limit -> addLimit(columns, limit));
    addCalendarKey(columns, stay.stock().feed(), List.of());
    stay.nights().defined().forEach(value -> addCalendarKey(columns, value.feed(), List.of()));
    addPrice(columns, stay.price());
    addTerms(columns, stay);
  }

  private void addPrice(Set<String> columns, PriceDefinition price) {
    if (price instanceof PriceDefinition.PerUnit unit) {
      addOptional(columns, unit.capacity());
    }
    addCalendarKey(columns, price.amount().feed(), price.slotColumns());
  }

  private void addTerms(Set<String> columns, StayDefinition stay) {
    if (stay.leadTime() != null) {
      addOptional(columns, stay.leadTime().days());
      addOptional(columns, stay.leadTime().time());
      addOptional(columns, stay.leadTime().minimumDays());
      addOptional(columns, stay.leadTime().maximumDays());
    }
    if (stay.children() != null) {
      columns.add(stay.children().policy());
    }
    if (stay.longStay() != null) {
      List<String> key = catalog.findFeed(stay.longStay().feed()).orElseThrow().key();
      columns.addAll(LongStays.ownerKey(key, stay.longStay()));
    }
  }

  private static void addPair(Set<String> columns, ColumnPair pair) {
    if (pair != null) {
      addOptional(columns, pair.from());
      addOptional(columns, pair.to());
    }
  }

  private void addLimit(Set<String> columns, StayLimitDefinition limit) {
    addOptional(columns, limit.column());
    if (limit.calendar() != null) {
      addCalendarKey(columns, limit.calendar().feed(), List.of());
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
