package tatami.query.sql;

import java.util.ArrayList;
import java.util.List;
import tatami.query.engine.SearchPlan;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.stay.OfferNumber;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.StayLayout;

/** Writes the statement that finds offers, with the numbers of their rules and their facets. */
final class OfferText {

  private static final String ROW = Tables.alias(Grain.OFFER);

  private final Tables tables;
  private final Filters filters;
  private final RecordText text = new RecordText();
  private final RecordField id = text.integer(ROW + "id");
  private final NumberField[] numbers = new NumberField[OfferNumber.values().length];
  private final List<FacetField> facets = new ArrayList<>();
  private RecordField property;
  private RecordField stock;
  private RecordField failed;

  private OfferText(ReleaseDescription description, Filters filters) {
    this.tables = new Tables(description);
    this.filters = filters;
  }

  /**
   * Plans the statement of a search.
   *
   * @param counted filters whose values are counted
   * @param withNumbers whether properties, stock and rules are selected, not kept
   * @param withFacets whether what is counted is selected, not kept
   */
  static OfferText of(
      SearchPlan plan, List<CatalogFilter> counted, boolean withNumbers, boolean withFacets) {
    ReleaseDescription description = plan.release().description();
    OfferText offers = new OfferText(description, new Filters(plan, Grain.OFFER, counted));
    if (withNumbers) {
      offers.addNumbers(description.stay());
    }
    offers.failed = offers.filters.addFailed(offers.text, offers.tables);
    for (CatalogFilter facet : counted) {
      boolean isHere = withFacets && facet.grain() == Grain.OFFER;
      offers.facets.add(isHere ? FacetField.add(offers.text, ROW, facet.layout()) : null);
    }
    return offers;
  }

  /** Plans the statement that selects the numbers of all offers. */
  static OfferText ofNumbers(ReleaseDescription description) {
    OfferText offers = new OfferText(description, Filters.NONE);
    offers.addNumbers(description.stay());
    return offers;
  }

  private void addNumbers(StayLayout stay) {
    property = text.integer(ROW + "property");
    if (stay != null) {
      stock = text.integer(ROW + "stock");
      OfferNumber.codecs(stay.rules())
          .forEach(
              (number, codec) -> numbers[number.ordinal()] = NumberField.add(text, ROW, codec));
    }
  }

  /** Tells whether anything of a row is asked for that is not kept. */
  boolean isNeeded() {
    return !filters.isEmpty() || facets.stream().anyMatch(facet -> facet != null);
  }

  /**
   * Writes the statement.
   *
   * @param ofProperties surrogates of the properties whose offers are looked at; null for all
   */
  Fragment statement(int[] ofProperties) {
    Fragment restriction =
        ofProperties == null
            ? null
            : Fragment.of(ROW + "property = ANY (?)", new IntArray(ofProperties));
    return text.select()
        .then("\nFROM " + tables.offer() + " AS offer")
        .then(filters.where(tables, restriction));
  }

  /** Returns how the records are laid out. */
  RecordText records() {
    return text;
  }

  RecordField id() {
    return id;
  }

  /** Returns the property; null where numbers are not selected. */
  RecordField property() {
    return property;
  }

  /** Returns the stock row; null where the catalog has no dates, or numbers are not selected. */
  RecordField stock() {
    return stock;
  }

  /** Returns the flags that a row fails; null where there are none. */
  RecordField failed() {
    return failed;
  }

  /** Returns where a number is; null where the release has no such rule. */
  NumberField number(OfferNumber number) {
    return numbers[number.ordinal()];
  }

  /** Returns what is counted, by the facet's place; null for one of properties, or kept. */
  List<FacetField> facets() {
    return facets;
  }
}
