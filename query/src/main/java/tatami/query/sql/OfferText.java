package tatami.query.sql;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tatami.query.engine.SearchPlan;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.stay.OfferNumber;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.StayLimit;
import tatami.searchtable.description.StayLayout.Window;

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
      codecs(stay.rules())
          .forEach(
              (number, codec) -> numbers[number.ordinal()] = NumberField.add(text, ROW, codec));
    }
  }

  /** Tells whether anything of a row is asked for that is not kept. */
  boolean isNeeded() {
    return !filters.isEmpty() || facets.stream().anyMatch(facet -> facet != null);
  }

  /** Returns where the numbers of an offer's rules are, in the order of the rules. */
  static Map<OfferNumber, NumberCodec> codecs(OfferRules rules) {
    Map<OfferNumber, NumberCodec> codecs = new EnumMap<>(OfferNumber.class);
    putWindow(codecs, rules.saleWindow(), OfferNumber.SALE_FROM, OfferNumber.SALE_TO);
    putWindow(codecs, rules.stayWindow(), OfferNumber.STAY_FROM, OfferNumber.STAY_TO);
    put(codecs, OfferNumber.MINIMUM_HEADS, rules.minimumHeads());
    put(codecs, OfferNumber.MAXIMUM_HEADS, rules.maximumHeads());
    putLimit(codecs, OfferNumber.MINIMUM_STAY, rules.minimumStay());
    putLimit(codecs, OfferNumber.MAXIMUM_STAY, rules.maximumStay());
    putLimit(codecs, OfferNumber.MINIMUM_STAY_THROUGH, rules.minimumStayThrough());
    putLimit(codecs, OfferNumber.MAXIMUM_STAY_THROUGH, rules.maximumStayThrough());
    put(codecs, OfferNumber.POLICY, rules.policy());
    put(codecs, OfferNumber.LONG_STAY, rules.longStay());
    put(codecs, OfferNumber.LEAD_TIME, rules.leadTime());
    put(codecs, OfferNumber.LARGEST_OCCUPANCY, rules.largestOccupancy());
    return codecs;
  }

  private static void putWindow(
      Map<OfferNumber, NumberCodec> codecs, Window window, OfferNumber from, OfferNumber to) {
    if (window != null) {
      put(codecs, from, window.from());
      put(codecs, to, window.to());
    }
  }

  private static void putLimit(
      Map<OfferNumber, NumberCodec> codecs, OfferNumber number, StayLimit limit) {
    if (limit != null) {
      put(codecs, number, limit.codec());
    }
  }

  private static void put(
      Map<OfferNumber, NumberCodec> codecs, OfferNumber number, NumberCodec codec) {
    if (codec != null) {
      codecs.put(number, codec);
    }
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
