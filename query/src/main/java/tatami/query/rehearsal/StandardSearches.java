package tatami.query.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.Function;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.release.OpenRelease;
import tatami.query.request.SortOrder;
import tatami.query.request.SortReader;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.PriceTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes searches that between them use every filter, sort, facet and part of a stay that a release
 * has, with values that are in its data.
 */
final class StandardSearches {

  /** Most facets of one request. */
  private static final int MOST_FACETS = 20;

  /** Long enough for nights of many prices. */
  private static final int LONG_STAY = 9;

  private static final int MOST_HEADS = 32;
  private static final long BUDGET = 1_000_000;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final OpenRelease release;
  private final ReleaseDescription description;
  private final List<CatalogFilter> filters;
  private final FilterValues values;
  private final List<StandardSearch> searches = new ArrayList<>();

  StandardSearches(OpenRelease release) {
    this.release = release;
    this.description = release.description();
    this.values = new FilterValues(release);
    this.filters = release.listFilters();
  }

  /** Returns the day on which the searches are asked: the horizon's first, so no night is past. */
  static LocalDate today(ReleaseDescription description) {
    return description.horizon() == null ? LocalDate.EPOCH : description.horizon().firstNight();
  }

  List<StandardSearch> list() {
    add("no condition");
    for (CatalogFilter filter : filters) {
      values
          .each(filter)
          .forEach(
              (form, value) ->
                  add(filter.name() + " " + form).putObject("where").set(filter.name(), value));
    }
    SortReader.listNames(description).forEach(this::addSort);
    addFacets();
    if (description.stay() != null) {
      addStays(description.stay());
    }
    addAllTogether();
    return List.copyOf(searches);
  }

  private ObjectNode add(String name) {
    ObjectNode request = MAPPER.createObjectNode();
    searches.add(new StandardSearch(name, request));
    return request;
  }

  private void addSort(String sort) {
    ObjectNode request = add("sort " + sort);
    request.put("sort", sort);
    if (sort.equals(SortReader.DISTANCE)) {
      putOneOf(FilterLayout.Point.class, filter -> values.near(), request);
    } else if (sort.equals(SortOrder.RELEVANCE_NAME)) {
      putOneOf(FilterLayout.Keyword.class, values::one, request);
    }
  }

  /** Some orders need a condition on a filter of the property. */
  private void putOneOf(
      Class<? extends FilterLayout> kind,
      Function<CatalogFilter, JsonNode> value,
      ObjectNode request) {
    filters.stream()
        .filter(filter -> filter.grain() == Grain.PROPERTY)
        .filter(filter -> kind.isInstance(filter.layout()))
        .findFirst()
        .ifPresent(filter -> request.putObject("where").set(filter.name(), value.apply(filter)));
  }

  private void addFacets() {
    List<CatalogFilter> facets = facets();
    for (int first = 0; first < facets.size(); first += MOST_FACETS) {
      putFacets(add("facets"), facets.subList(first, Math.min(first + MOST_FACETS, facets.size())));
    }
  }

  private List<CatalogFilter> facets() {
    return filters.stream()
        .filter(filter -> !(filter.layout() instanceof FilterLayout.Point))
        .filter(filter -> !(filter.layout() instanceof FilterLayout.Keyword))
        .toList();
  }

  private static void putFacets(ObjectNode request, List<CatalogFilter> facets) {
    ArrayNode names = request.putArray("facets");
    facets.forEach(facet -> names.add(facet.name()));
  }

  private void addStays(StayLayout stay) {
    add("budget without dates").putObject("price").put("max", BUDGET);
    putRooms(putStay(add("one night")), stay);
    int longest = Math.min(description.maximumNights(), description.horizon().nights());
    if (longest >= LONG_STAY) {
      putRooms(putStay(add("long stay")).put("nights", LONG_STAY), stay);
    }
    ObjectNode cheapest = add("two rooms by price, with a budget");
    ArrayNode rooms = putStay(cheapest).put("nights", Math.min(2, longest)).putArray("rooms");
    rooms.addObject().put("adults", occupancy(stay, true));
    rooms.addObject().put("adults", occupancy(stay, false));
    cheapest.put("sort", SortReader.PRICE);
    cheapest.putObject("price").put("max", BUDGET);
  }

  private ObjectNode putStay(ObjectNode request) {
    ObjectNode stay = request.putObject("stay");
    return stay.put("check_in", description.horizon().firstNight().toString());
  }

  private static void putRooms(ObjectNode stayRequest, StayLayout stay) {
    stayRequest.putArray("rooms").addObject().put("adults", occupancy(stay, true));
  }

  /**
   * Returns the fewest or the most heads that a room has prices for; 2 where heads do not count.
   */
  private static int occupancy(StayLayout stay, boolean fewest) {
    IntSummaryStatistics occupancies =
        stay.prices().stream()
            .mapToInt(PriceTable::occupancy)
            .filter(heads -> heads > 0)
            .summaryStatistics();
    if (occupancies.getCount() == 0) {
      return 2;
    }
    return fewest
        ? occupancies.getMin()
        : Math.min(occupancies.getMax(), MOST_HEADS - occupancies.getMin());
  }

  private void addAllTogether() {
    ObjectNode request = add("all filters, facets and dates");
    ObjectNode where = request.putObject("where");
    filters.stream()
        .limit(FilterValues.MOST_FILTERS)
        .forEach(filter -> where.set(filter.name(), values.one(filter)));
    putFacets(request, facets().stream().limit(MOST_FACETS).toList());
    if (description.stay() != null) {
      putRooms(putStay(request), description.stay());
      request.putObject("price").put("max", BUDGET);
    }
  }
}
