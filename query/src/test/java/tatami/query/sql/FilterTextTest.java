package tatami.query.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tatami.query.engine.GrainConditions;
import tatami.query.engine.SearchPlan;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.release.OpenRelease;
import tatami.query.release.TestReleases;
import tatami.query.request.Condition;
import tatami.query.request.Condition.HasWords;
import tatami.query.request.RequestReader;
import tatami.query.request.SearchRequest;
import tatami.query.request.SortOrder;
import tatami.query.stay.OfferNumber;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.StayLayout.NightRules;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.PriceModel;
import tatami.searchtable.description.StayLayout.StayLimit;
import tatami.searchtable.description.StayLayout.Window;

/** The statements that find properties and offers, to the letter. */
class FilterTextTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-08-25");
  private static final OpenRelease BOATS = TestReleases.boats(PriceModel.PER_UNIT);
  private static final OpenRelease PIERS = TestReleases.piers();
  private static final String ID = "int4send((property.id)::int4)";
  private static final String ABSENT = "int8 '-9223372036854775808'";

  @Test
  void aRowPassesEveryConditionOfItsGrain() {
    SearchPlan plan =
        plan(
            BOATS,
            """
            {"where": {"area": ["North"], "deal": ["fix"], "tag": {"all": ["new"]},
              "berth": {"within": [1, 2, 3, 4], "near": {"lat": 1, "lon": 2, "km": 3}}}}
            """);
    PropertyText text = new PropertyText(plan, List.of(), SortOrder.RECOMMENDED, true);
    assertThat(Told.of(text.statement(null)))
        .as("a circle is decided before, and an offer's deal by the offers")
        .isEqualTo(
            selected(ID)
                + " FROM \"boats_r7\".\"boat\" AS property"
                + " WHERE property.\"filter_area\" BETWEEN ? AND ?"
                + " AND property.\"filter_berth_latitude\" BETWEEN ? AND ?"
                + " AND property.\"filter_berth_longitude\" BETWEEN ? AND ?"
                + " AND property.\"filter_tag\" @> ?"
                + " | 0 2 10000000 30000000 20000000 40000000 [0]");
    assertThat(Told.of(text.statement(new int[] {4, 8})))
        .contains(" WHERE property.id = ANY (?) AND property.\"filter_area\" BETWEEN ? AND ? AND ")
        .contains(" | [4, 8] 0 2 ");
    assertThat(text.failed()).isNull();
    assertThat(text.sortKey()).isNull();
  }

  @Test
  void aConditionOnACountedFilterIsToldOfAndNotRequired() {
    SearchPlan plan =
        plan(
            BOATS,
            """
            {"where": {"area": ["North"], "kind": ["sail"], "tag": {"any": ["red"]}},
             "facets": ["kind", "tag", "area", "deal"]}
            """);
    PropertyText text =
        new PropertyText(plan, plan.request().facets(), plan.request().sort(), true);
    assertThat(Told.of(text.statement(null)))
        .as("but one more tag narrows what is found")
        .isEqualTo(
            "SELECT count(*) AS records, string_agg("
                + ID
                + " || int4send((CASE WHEN property.\"filter_area\" BETWEEN ? AND ? THEN 0 ELSE 4"
                + " END + CASE WHEN property.\"filter_kind\" = ANY (?) THEN 0 ELSE 1 END)::int4)"
                + " || int8send(COALESCE(property.\"filter_kind\", "
                + ABSENT
                + ")) || int8send(COALESCE(property.\"filter_area\", "
                + ABSENT
                + ")), '') AS fields,"
                + " string_agg(array_send(property.\"filter_tag\"), '') AS varying_0"
                + " FROM \"boats_r7\".\"boat\" AS property"
                + " WHERE property.\"filter_tag\" && ? | 0 2 [0] [2]");
    assertThat(text.failed()).isEqualTo(new RecordField(4, 4));
    assertThat(text.facets().get(3)).as("the deal is the offers' own").isNull();
    assertThat(GrainConditions.of(plan.request(), Grain.PROPERTY, plan.request().facets()).must())
        .hasOnlyElementsOfType(Condition.HasTags.class)
        .hasSize(1);
  }

  @Test
  void aStatementIsNeededForAnyOfItsParts() {
    assertThat(isNeeded(BOATS, "{}")).isFalse();
    assertThat(isNeeded(BOATS, "{\"where\": {\"deal\": [\"fix\"]}}")).isFalse();
    assertThat(isNeeded(BOATS, "{\"facets\": [\"deal\"]}")).isFalse();
    assertThat(isNeeded(BOATS, "{\"sort\": \"price\"}")).isFalse();
    assertThat(isNeeded(BOATS, "{\"where\": {\"kind\": [\"sail\"]}}")).isTrue();
    assertThat(isNeeded(BOATS, "{\"facets\": [\"kind\"]}")).isTrue();
    assertThat(isNeeded(BOATS, "{\"sort\": \"speed\"}")).isTrue();
    SearchPlan counted = plan(BOATS, "{\"where\": {\"kind\": [\"sail\"]}, \"facets\": [\"kind\"]}");
    assertThat(new Filters(counted, Grain.PROPERTY, counted.request().facets()).isEmpty())
        .as("a condition of which is only told is one")
        .isFalse();
    assertThat(new Filters(counted, Grain.OFFER, counted.request().facets()).isEmpty()).isTrue();
  }

  @Test
  void anOrderIsTheCatalogsRank() {
    SearchPlan plan = plan(BOATS, "{\"sort\": \"speed\"}");
    PropertyText text = new PropertyText(plan, List.of(), plan.request().sort(), true);
    assertThat(Told.of(text.statement(null)))
        .isEqualTo(
            selected(ID + " || int4send((property.\"sort_speed\")::int4)")
                + " FROM \"boats_r7\".\"boat\" AS property |");
    assertThat(text.sortKey()).isEqualTo(new RecordField(4, 4));
    assertThat(text.id()).isEqualTo(new RecordField(0, 4));
  }

  @Test
  void theRelevanceIsAboutTheFirstTextsOfTheProperty() {
    HasWords ofBoats = words("words", Grain.PROPERTY, "a", "5%");
    HasWords ofCrews = words("crew", Grain.PROPERTY, "b");
    HasWords ofOffers = words("notes", Grain.OFFER, "c");
    SearchPlan plan = ofWords(List.of(ofBoats, ofOffers, ofCrews));
    PropertyText text = new PropertyText(plan, List.of(), SortOrder.RELEVANCE, true);
    assertThat(Told.of(text.statement(null)))
        .startsWith(
            selected(
                    ID
                        + " || int4send((CASE WHEN words_0.text_1 LIKE ALL (?)"
                        + " AND words_1.text_1 LIKE ALL (?) THEN 0 ELSE 1 END)::int4)")
                + " FROM \"boats_r7\".\"boat\" AS property"
                + " JOIN \"boats_r7\".\"words_table\" AS words_0 ON words_0.id = property.id"
                + " JOIN \"boats_r7\".\"crew_table\" AS words_1 ON words_1.id = property.id"
                + " WHERE property.\"id\" IN (")
        .contains(" | [%a%, %5\\%%] [%b%] [")
        .doesNotContain("notes");
    assertThat(
            Told.of(new PropertyText(plan, List.of(), SortOrder.RECOMMENDED, true).statement(null)))
        .as("nothing is joined for another order")
        .startsWith(selected(ID) + " FROM \"boats_r7\".\"boat\" AS property WHERE ");
  }

  @Test
  void offersWithoutDatesHaveNoStock() {
    SearchPlan plan =
        plan(
            PIERS,
            "{\"where\": {\"deal\": [\"fix\"], \"kind\": [\"sail\"]}, \"facets\": [\"tag\"]}");
    OfferText text = OfferText.of(plan, plan.request().facets(), true, true);
    String select =
        "SELECT count(*) AS records, string_agg(int4send((offer.id)::int4)"
            + " || int4send((offer.property)::int4), '') AS fields,"
            + " string_agg(array_send(offer.\"filter_tag\"), '') AS varying_0"
            + " FROM \"boats_r7\".\"berth\" AS offer WHERE ";
    assertThat(Told.of(text.statement(null)))
        .isEqualTo(select + "offer.\"filter_deal\" = ANY (?) | [0]");
    assertThat(Told.of(text.statement(new int[] {7})))
        .isEqualTo(
            select + "offer.property = ANY (?) AND offer.\"filter_deal\" = ANY (?) | [7] [0]");
    assertThat(text.stock()).isNull();
    assertThat(text.failed()).isNull();
    assertThat(text.number(OfferNumber.SALE_FROM)).isNull();
    assertThat(List.of(text.id(), text.property()))
        .containsExactly(new RecordField(0, 4), new RecordField(4, 4));
  }

  @Test
  void offersWithDatesHaveStockAndTheNumbersOfTheirRules() {
    SearchPlan plan =
        plan(BOATS, "{\"where\": {\"deal\": [\"fix\"]}, \"facets\": [\"kind\", \"deal\"]}");
    OfferText text = OfferText.of(plan, plan.request().facets(), true, true);
    assertThat(Told.of(text.statement(null)))
        .contains("int4send((offer.property)::int4) || int4send((offer.stock)::int4) || int8send(")
        .contains("int8send(COALESCE(offer.\"sale_from\", " + ABSENT + "))")
        .contains("int8send(COALESCE(offer.\"max\", " + ABSENT + "))")
        .endsWith(
            " || int4send((CASE WHEN offer.\"filter_deal\" = ANY (?) THEN 0 ELSE 2 END)::int4)"
                + " || int8send(COALESCE(offer.\"filter_deal\", "
                + ABSENT
                + ")), '') AS fields FROM \"boats_r7\".\"offer\" AS offer | [0]");
    assertThat(text.stock()).isEqualTo(new RecordField(8, 4));
    assertThat(text.failed()).isNotNull();
    assertThat(text.number(OfferNumber.SALE_FROM)).isNotNull();
    assertThat(text.number(OfferNumber.POLICY)).isNull();
    assertThat(text.facets().get(0)).isNull();
    assertThat(text.facets().get(1)).isNotNull();
  }

  @Test
  void everyRuleHasItsNumber() {
    OfferRules all =
        new OfferRules(
            new Window(codec("sale_from"), codec("sale_to")),
            new Window(codec("stay_from"), codec("stay_to")),
            codec("minimum_heads"),
            codec("maximum_heads"),
            new StayLimit(codec("minimum_stay"), null, null),
            new StayLimit(codec("maximum_stay"), null, null),
            new StayLimit(codec("minimum_stay_through"), null, null),
            new StayLimit(codec("maximum_stay_through"), null, null),
            NightRules.NONE,
            codec("policy"),
            codec("long_stay"),
            codec("lead_time"),
            codec("largest_occupancy"));
    List<String> told = new ArrayList<>();
    OfferNumber.codecs(all)
        .forEach((number, codec) -> told.add(number.name().toLowerCase() + " " + codec.column()));
    assertThat(told)
        .hasSize(OfferNumber.values().length)
        .allMatch(line -> line.split(" ")[0].equals(line.split(" ")[1]));
    OfferRules none =
        new OfferRules(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new StayLimit(null, null, null),
            NightRules.NONE,
            null,
            null,
            null,
            null);
    assertThat(OfferNumber.codecs(none)).isEqualTo(Map.of());
  }

  private static String selected(String fields) {
    return "SELECT count(*) AS records, string_agg(" + fields + ", '') AS fields";
  }

  private static NumberCodec codec(String column) {
    return PlainNumber.required(column, IntegerWidth.INT4);
  }

  private static HasWords words(String name, Grain grain, String... words) {
    FilterLayout layout = new FilterLayout.Keyword(name, name + "_table", 1);
    return new HasWords(new CatalogFilter(layout, grain), List.of(words));
  }

  private static SearchPlan ofWords(List<Condition> where) {
    SearchRequest asked = plan(BOATS, "{}").request();
    SearchRequest request =
        new SearchRequest(
            asked.stay(),
            where,
            asked.price(),
            SortOrder.RELEVANCE,
            asked.size(),
            asked.offers(),
            asked.facets(),
            asked.priceFacet(),
            asked.show(),
            asked.warnings());
    return new SearchPlan(BOATS, request, null, null, null);
  }

  private static boolean isNeeded(OpenRelease release, String json) {
    SearchPlan plan = plan(release, json);
    return new PropertyText(plan, plan.request().facets(), plan.request().sort(), true).isNeeded();
  }

  private static SearchPlan plan(OpenRelease release, String json) {
    SearchRequest request = RequestReader.read(RequestReader.parse(json), release, TODAY, false);
    return new SearchPlan(release, request, null, null, null);
  }
}
