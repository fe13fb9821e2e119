package tatami.query.sql;

import java.util.ArrayList;
import java.util.List;
import tatami.query.engine.SearchPlan;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.request.SortOrder;

/** Writes the statement that finds properties, with what their order and their facets need. */
final class PropertyText {

  private static final String ROW = Tables.alias(Grain.PROPERTY);

  private final SearchPlan plan;
  private final Tables tables;
  private final Filters filters;
  private final RecordText text = new RecordText();
  private final RecordField id = text.integer(ROW + "id");
  private final RecordField failed;
  private final RecordField sortKey;
  private final List<FacetField> facets = new ArrayList<>();

  /**
   * Plans the statement.
   *
   * @param counted filters whose values are counted
   * @param sort the order that is asked for, or {@link SortOrder#RECOMMENDED} where none matters
   * @param withFacets whether what is counted is selected, not kept
   */
  PropertyText(SearchPlan plan, List<CatalogFilter> counted, SortOrder sort, boolean withFacets) {
    this.plan = plan;
    tables = new Tables(plan.release().description());
    filters = new Filters(plan, Grain.PROPERTY, counted);
    failed = filters.addFailed(text, tables);
    sortKey = addSortKey(sort);
    for (CatalogFilter facet : counted) {
      boolean isHere = withFacets && facet.grain() == Grain.PROPERTY;
      facets.add(isHere ? FacetField.add(text, ROW, facet.layout()) : null);
    }
  }

  private RecordField addSortKey(SortOrder sort) {
    return switch (sort.kind()) {
      case RANK -> text.integer(ROW + Tables.quoted(sort.column()));
      case RELEVANCE -> text.integer(WordsText.relevance(plan));
      default -> null;
    };
  }

  /** Tells whether there is anything to ask: else every property passes, and nothing is counted. */
  boolean isNeeded() {
    return !filters.isEmpty()
        || sortKey != null
        || facets.stream().anyMatch(facet -> facet != null);
  }

  /**
   * Writes the statement.
   *
   * @param among surrogates of the properties that are looked at; null for all
   */
  Fragment statement(int[] among) {
    Fragment restriction =
        among == null ? null : Fragment.of(ROW + "id = ANY (?)", new IntArray(among));
    Fragment words =
        sortKey != null && plan.request().sort().kind() == SortOrder.Kind.RELEVANCE
            ? WordsText.relevanceJoin(plan, tables)
            : Fragment.EMPTY;
    return text.select()
        .then("\nFROM " + tables.property() + " AS property")
        .then(words)
        .then(filters.where(tables, restriction));
  }

  /** Returns how the records are laid out. */
  RecordText records() {
    return text;
  }

  RecordField id() {
    return id;
  }

  /** Returns the flags that a row fails; null where there are none. */
  RecordField failed() {
    return failed;
  }

  /** Returns the place in the order; null where the table does not know it. */
  RecordField sortKey() {
    return sortKey;
  }

  /** Returns what is counted, by the facet's place; null for one of offers, or kept. */
  List<FacetField> facets() {
    return facets;
  }
}
