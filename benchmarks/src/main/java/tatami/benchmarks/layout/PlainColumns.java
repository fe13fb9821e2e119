package tatami.benchmarks.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.catalog.FilterDefinition;
import tatami.searchbuild.catalog.OfferDefinition;
import tatami.searchbuild.catalog.SortDefinition;
import tatami.searchbuild.catalog.SortDefinition.SortKey;
import tatami.searchbuild.catalog.StayDefinition;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.catalog.StayDefinition.ColumnPair;
import tatami.searchbuild.catalog.StayDefinition.PriceDefinition;
import tatami.searchbuild.catalog.StayDefinition.StayLimitDefinition;

/**
 * The columns that plain tables need, as a catalog names them: what is searched, words left out.
 */
final class PlainColumns {

  private final Catalog catalog;

  PlainColumns(Catalog catalog) {
    this.catalog = catalog;
  }

  List<String> ofProperty() {
    Set<String> columns = new LinkedHashSet<>(catalog.property().key());
    addFilters(catalog.property().filters(), columns);
    recommended().forEach(key -> columns.add(key.column()));
    return List.copyOf(columns);
  }

  List<String> ofOffer() {
    Set<String> columns = new LinkedHashSet<>(offerKey());
    addFilters(catalog.offer().filters(), columns);
    StayDefinition stay = catalog.offer().stay();
    calendars().keySet().forEach(feed -> columns.addAll(joinKey(feed)));
    windows(stay).forEach(window -> addPair(window, columns));
    limits(stay).map(StayLimitDefinition::column).filter(Objects::nonNull).forEach(columns::add);
    if (stay.price() instanceof PriceDefinition.PerUnit unit && unit.capacity() != null) {
      columns.add(unit.capacity());
    }
    return List.copyOf(columns);
  }

  List<String> offerKey() {
    OfferDefinition offer = catalog.offer();
    Set<String> key = new LinkedHashSet<>(catalog.property().key());
    key.addAll(offer.key());
    return List.copyOf(key);
  }

  /** Returns the values that a stay reads, by feed; the feed of stock first. */
  Map<String, Set<String>> calendars() {
    StayDefinition stay = catalog.offer().stay();
    Map<String, Set<String>> values = new LinkedHashMap<>();
    Stream.concat(
            Stream.of(stay.stock(), stay.price().amount()),
            limits(stay).map(StayLimitDefinition::calendar).filter(Objects::nonNull))
        .forEach(value -> add(value, values));
    return values;
  }

  private static void add(CalendarValue value, Map<String, Set<String>> values) {
    values.computeIfAbsent(value.feed(), absent -> new LinkedHashSet<>()).add(value.value());
  }

  List<String> feedKey(String feed) {
    return catalog.findFeed(feed).orElseThrow().key();
  }

  /** Returns the part of a calendar's key by which an offer finds it. */
  List<String> joinKey(String feed) {
    List<String> key = new ArrayList<>(feedKey(feed));
    StayDefinition stay = catalog.offer().stay();
    if (stay.price() instanceof PriceDefinition.PerPerson person
        && feed.equals(person.amount().feed())) {
      key.removeAll(List.of(person.occupancy(), person.personClass()));
    }
    return key;
  }

  List<SortKey> recommended() {
    return catalog.property().sorts().get(0).keys();
  }

  List<SortDefinition> otherSorts() {
    return catalog.property().sorts().subList(1, catalog.property().sorts().size());
  }

  static Stream<StayLimitDefinition> limits(StayDefinition stay) {
    return Stream.of(stay.lengths().minimum(), stay.lengths().maximum()).filter(Objects::nonNull);
  }

  static Stream<ColumnPair> windows(StayDefinition stay) {
    return Stream.of(stay.saleWindow(), stay.stayWindow(), stay.heads()).filter(Objects::nonNull);
  }

  private static void addFilters(List<FilterDefinition> filters, Set<String> columns) {
    filters.stream()
        .filter(filter -> !(filter instanceof FilterDefinition.Keyword))
        .forEach(filter -> columns.addAll(filter.columns()));
  }

  private static void addPair(ColumnPair pair, Set<String> columns) {
    Stream.of(pair.from(), pair.to()).filter(Objects::nonNull).forEach(columns::add);
  }
}
