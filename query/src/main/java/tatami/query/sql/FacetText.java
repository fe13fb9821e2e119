package tatami.query.sql;

import java.util.ArrayList;
import java.util.List;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Dictionary;
import tatami.query.release.Grain;
import tatami.query.request.Condition;
import tatami.query.request.PriceRequest;
import tatami.searchtable.description.FilterLayout;

/**
 * Writes the one statement that counts all facets of a search.
 *
 * <p>Bookable offers are computed once. A condition whose own facet is asked for must be left out
 * for that facet and hold for the others: it becomes a flag of the row in place of a condition.
 *
 * <p>Tags that are held as bits are counted by whole words, one row for each distinct word; their
 * bits are added up in Java. Measured: docs/decisions/010-scalar-codecs.md.
 */
final class FacetText {

  private final SearchPlan plan;
  private final Tables tables;
  private final List<CatalogFilter> facets;
  private final List<Condition> flags;

  FacetText(SearchPlan plan) {
    this.plan = plan;
    this.tables = new Tables(plan.release().description());
    this.facets = plan.request().facets();
    this.flags =
        BookableText.rowConditions(plan).stream()
            .filter(condition -> facets.contains(condition.filter()))
            .filter(condition -> !(condition.filter().layout() instanceof FilterLayout.Tags))
            .toList();
  }

  /** Returns rows of facet (its place in the request), code, properties, lowest and highest. */
  Fragment counts() {
    List<Fragment> counts = new ArrayList<>();
    for (int index = 0; index < facets.size(); index++) {
      for (FacetColumn column : columns(index)) {
        boolean ofProperty = facets.get(index).grain() == Grain.PROPERTY;
        counts.add(ofProperty ? countProperties(column) : countByOffers(column));
      }
    }
    return Fragment.of("WITH bookable AS MATERIALIZED (\n")
        .then(bookable())
        .then("\n),\nmatching AS (\n")
        .then(matching(null))
        .then("\n)\n")
        .then(Fragment.join("\nUNION ALL\n", counts));
  }

  private List<FacetColumn> columns(int index) {
    CatalogFilter facet = facets.get(index);
    boolean isPerTag = facet.grain() == Grain.OFFER && plan.hasBudgetOfProperties();
    return FacetColumn.of(index, facet, isPerTag);
  }

  private Fragment bookable() {
    List<Fragment> columns = new ArrayList<>();
    for (int index = 0; index < facets.size(); index++) {
      if (facets.get(index).grain() == Grain.OFFER) {
        for (FacetColumn column : columns(index)) {
          columns.add(Fragment.of(column.value() + " AS " + column.alias()));
        }
      }
    }
    List<Condition> conditions =
        BookableText.rowConditions(plan).stream()
            .filter(condition -> !flags.contains(condition))
            .toList();
    return new BookableText(plan, plan.pricingOfMatches()).select(columns, conditions, flags);
  }

  /** Selects the properties that match when the conditions of one filter are left out. */
  private Fragment matching(CatalogFilter leftOut) {
    List<Fragment> conditions = rowConditions(leftOut);
    Fragment text = Fragment.of("SELECT property AS id\nFROM bookable");
    if (!conditions.isEmpty()) {
      text = text.then("\nWHERE ").then(Fragment.join(" AND ", conditions));
    }
    return text.then("\nGROUP BY property").then(having());
  }

  private List<Fragment> rowConditions(CatalogFilter leftOut) {
    List<Fragment> conditions = new ArrayList<>();
    for (int index = 0; index < flags.size(); index++) {
      if (!flags.get(index).filter().equals(leftOut)) {
        conditions.add(Fragment.of("passes_" + index));
      }
    }
    PriceRequest price = plan.request().price();
    if (plan.hasBudgetOfOffers()) {
      conditions.add(
          Fragment.of("bookable.lowest BETWEEN ? AND ?", price.lowest(), price.highest()));
    }
    return conditions;
  }

  private Fragment having() {
    PriceRequest price = plan.request().price();
    return plan.hasBudgetOfProperties()
        ? Fragment.of(
            "\nHAVING min(bookable.lowest) BETWEEN ? AND ?", price.lowest(), price.highest())
        : Fragment.EMPTY;
  }

  private Fragment countProperties(FacetColumn column) {
    CatalogFilter facet = column.facet();
    boolean hasFlag = flags.stream().anyMatch(flag -> flag.filter().equals(facet));
    Fragment matching =
        hasFlag
            ? Fragment.of("(\n").then(matching(facet)).then("\n) AS matching")
            : Fragment.of("matching");
    return Fragment.of("SELECT " + column.index() + " AS facet, (")
        .then(column.code(column.value()))
        .then(")::int8 AS code, count(*) AS properties")
        .then(column.range(column.value()))
        .then("\nFROM ")
        .then(matching)
        .then("\nJOIN " + tables.property() + " AS property ON property.id = matching.id")
        .then(column.tagJoin(column.value()))
        .then("\nWHERE " + column.isPresent(column.value()) + "\nGROUP BY 2");
  }

  /** A property with several offers of one value counts once for that value. */
  private Fragment countByOffers(FacetColumn column) {
    CatalogFilter facet = column.facet();
    String value = "bookable." + column.alias();
    List<Fragment> conditions = rowConditions(facet);
    conditions.add(Fragment.of(column.isPresent(value)));
    boolean isPath = facet.layout() instanceof FilterLayout.Path;
    return Fragment.of(
            "SELECT " + column.index() + " AS facet, entry.code, count(*) AS properties,\n")
        .then("  min(entry.lowest) AS lowest, max(entry.highest) AS highest\nFROM (\nSELECT (")
        .then(isPath ? Fragment.of("node.above") : column.codeOfProperty(value))
        .then(")::int8 AS code, bookable.property")
        .then(column.range(value))
        .then("\nFROM bookable")
        .then(isPath ? pathJoin(facet, value) : column.tagJoin(value))
        .then("\nWHERE ")
        .then(Fragment.join(" AND ", conditions))
        .then(column.isWhole() ? "\nGROUP BY 2" : "\nGROUP BY 1, 2")
        .then(having())
        .then("\n) AS entry\nGROUP BY 2");
  }

  /** Joins every code with itself and the codes above it, so that every level is counted. */
  private Fragment pathJoin(CatalogFilter facet, String column) {
    Dictionary dictionary = plan.release().dictionary(facet);
    List<Integer> codes = new ArrayList<>();
    List<Integer> above = new ArrayList<>();
    for (int code : dictionary.codes()) {
      for (int node : dictionary.pathTo(code)) {
        codes.add(code);
        above.add(node);
      }
    }
    return Fragment.of(
        "\nJOIN unnest(?, ?) AS node (code, above) ON node.code = " + column,
        new IntArray(codes),
        new IntArray(above));
  }
}
