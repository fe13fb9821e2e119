package tatami.searchbuild.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.ColumnDefinition.ListFormat;
import tatami.ingest.feed.ColumnReference;
import tatami.ingest.feed.ColumnType;
import tatami.ingest.feed.FeedDefinition;
import tatami.ingest.feed.FeedDefinition.DuplicatePolicy;
import tatami.searchbuild.catalog.Catalog.CalendarRange;
import tatami.searchbuild.catalog.SortDefinition.SortKey;
import tatami.searchbuild.catalog.StayDefinition.BandColumns;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.catalog.StayDefinition.ChildrenDefinition;
import tatami.searchbuild.catalog.StayDefinition.ColumnPair;
import tatami.searchbuild.catalog.StayDefinition.LeadTimeDefinition;
import tatami.searchbuild.catalog.StayDefinition.LengthLimits;
import tatami.searchbuild.catalog.StayDefinition.LongStayDefinition;
import tatami.searchbuild.catalog.StayDefinition.NightDefinition;
import tatami.searchbuild.catalog.StayDefinition.PriceDefinition;
import tatami.searchbuild.catalog.StayDefinition.StayLimitDefinition;

/** What the grammar allows beyond the catalogs that ship. */
class CatalogGrammarTest {

  @Test
  void startsTheCalendarAtTheFeedForANumberOfDays() {
    assertThat(CampCatalog.read().calendar()).isEqualTo(new CalendarRange(true, 90));
  }

  @Test
  void readsShareAndDuplicates() {
    assertThat(feed(CampCatalog.TEXT, "pitch").rejectedShare())
        .isEqualByComparingTo(new BigDecimal("0.025"));
    assertThat(feed(CampCatalog.TEXT, "night").duplicates()).isEqualTo(DuplicatePolicy.LAST);
  }

  @Test
  void separatesByTabWhereTheFilesAreTsv() {
    assertThat(feed(CampCatalog.with("camp.csv", "camp.tsv.gz"), "camp").separator())
        .isEqualTo('\t');
    assertThat(feed(CampCatalog.with("camp.csv", "camp.tsv.zst"), "camp").separator())
        .isEqualTo('\t');
    assertThat(
            feed(CampCatalog.with("camp.csv", "camp.tsv\n    separator: \";\""), "camp")
                .separator())
        .isEqualTo(';');
    assertThat(
            feed(CampCatalog.with("camp.csv", "camp.txt\n    separator: \"\\t\""), "camp")
                .separator())
        .isEqualTo('\t');
  }

  @Test
  void acceptsUtf8AsTheEncoding() {
    assertThat(feed(CampCatalog.with("camp.csv", "camp.csv\n    encoding: UTF-8"), "camp").files())
        .containsExactly("camp.csv");
  }

  @Test
  void readsHeaderNamesMapsAndStrippedCharacters() {
    String column =
        "least: { type: integer, from: [MIN, \"min nights\"], map: { '-': 0, none: \"\" },"
            + " strip: \" n\" }";

    assertThat(feed(CampCatalog.with("least: integer", column), "pitch").findColumn("least"))
        .contains(
            new ColumnDefinition(
                "least",
                ColumnType.INTEGER,
                List.of("MIN", "min nights"),
                false,
                Map.of("-", "0", "none", ""),
                " n",
                List.of()));
  }

  @Test
  void readsEveryFormOfAList() {
    assertThat(listFormats("split: \";\"")).containsExactly(new ListFormat.Split(";"));
    assertThat(listFormats("json: true")).containsExactly(new ListFormat.Json());
    assertThat(listFormats("list: braces")).containsExactly(new ListFormat.Braces());
    assertThat(listFormats("list: [braces, json], json: true, split: \"|\""))
        .containsExactly(new ListFormat.Json(), new ListFormat.Braces(), new ListFormat.Split("|"));
  }

  @Test
  void readsTheDayUnderAnyHeaderName() {
    String text =
        CampCatalog.with("day: date", "day: { from: [DATE, \"The Day\"], map: { never: \"\" } }");

    assertThat(feed(text, "night").calendar().day())
        .isEqualTo(
            new ColumnDefinition(
                "day",
                ColumnType.DATE,
                List.of("DATE", "The Day"),
                false,
                Map.of("never", ""),
                "",
                List.of()));
  }

  @Test
  void recommendsByKeyWhereNothingElseIsSaid() {
    String text =
        CampCatalog.with("      recommended: [stars desc, camp_code]\n", "")
            .replace("stars: [stars desc, recommended]", "stars: [stars desc, latitude]");

    assertThat(CampCatalog.parse(text).property().sorts())
        .containsExactly(
            new SortDefinition("recommended", List.of(new SortKey("camp_code", false))),
            new SortDefinition(
                "stars", List.of(new SortKey("stars", true), new SortKey("latitude", false))));
  }

  @Test
  void letsASortNameOneThatComesLater() {
    String text =
        CampCatalog.with(
            "recommended: [stars desc, camp_code]\n      stars: [stars desc, recommended]",
            "best: [stars, north]\n      recommended: [best]\n      north: latitude desc");

    assertThat(CampCatalog.parse(text).property().sorts())
        .containsExactly(
            new SortDefinition("recommended", List.of(new SortKey("best", false))),
            new SortDefinition(
                "best", List.of(new SortKey("stars", false), new SortKey("north", false))),
            new SortDefinition("north", List.of(new SortKey("latitude", true))));
  }

  @Test
  void findsTheOnlyValueOfACalendar() {
    String text =
        CampCatalog.with("  night:\n", stockFeed())
            .replace("stock: { feed: night, value: free }", "stock: left");

    assertThat(stay(text).stock()).isEqualTo(new CalendarValue("left", "rooms"));
    assertThat(stay(text.replace("stock: left", "stock: { feed: left }")).stock())
        .isEqualTo(new CalendarValue("left", "rooms"));
  }

  @Test
  void pinsTheCodecOfACalendar() {
    String text =
        CampCatalog.with("value: free }", "value: free, codec: own_days }")
            .replace("per: unit,", "per: unit, codec: shared_days,");

    assertThat(stay(text).stock()).isEqualTo(new CalendarValue("night", "free", "own_days"));
    assertThat(stay(text).price().amount())
        .isEqualTo(new CalendarValue("night", "fee", "shared_days"));
    assertThat(minimumStay("{ first: [night.least_nights], codec: own_days }").calendar())
        .isEqualTo(new CalendarValue("night", "least_nights", "own_days"));
  }

  @Test
  void readsAPricePerPersonWhoseKeysTheOfferLacks() {
    String text =
        CampCatalog.with("  night:\n", priceFeed())
            .replace(
                "price: { feed: night, value: fee, per: unit, capacity: heads_max }",
                "price: { feed: tariff, per: person, occupancy: heads, class: kind }");

    assertThat(stay(text).price())
        .isEqualTo(
            new PriceDefinition.PerPerson(new CalendarValue("tariff", "fee"), "heads", "kind"));
  }

  @Test
  void readsAPricePerRoom() {
    assertThat(stay(InnCatalog.TEXT).price())
        .isEqualTo(
            new PriceDefinition.PerRoom(new CalendarValue("price", "yen"), "heads", "person"));
    assertThat(stay(InnCatalog.with("per: room,", "per: room, codec: own_days,")).price().amount())
        .isEqualTo(new CalendarValue("price", "yen", "own_days"));
  }

  @Test
  void readsWhatClosesANight() {
    CalendarValue shut = new CalendarValue("inn_day", "shut");

    assertThat(stay(InnCatalog.TEXT).nights())
        .isEqualTo(
            new NightDefinition(
                List.of(shut),
                List.of(new CalendarValue("plan_day", "stop"), shut),
                List.of(new CalendarValue("inn_day", "no_arrival")),
                List.of(new CalendarValue("inn_day", "no_departure")),
                new CalendarValue("plan_day", "lengths")));
    assertThat(CampCatalog.parse(CampCatalog.TEXT).offer().stay().nights())
        .isEqualTo(NightDefinition.NONE);
  }

  @Test
  void readsLimitsThroughTheStay() {
    assertThat(stay(InnCatalog.TEXT).lengths())
        .isEqualTo(
            new LengthLimits(
                null,
                null,
                new StayLimitDefinition(new CalendarValue("plan_day", "least", "own_days"), null),
                new StayLimitDefinition(new CalendarValue("plan_day", "most"), "longest")));
    assertThat(
            stay(InnCatalog.with("{ first: [plan_day.least], codec: own_days }", "ahead_least"))
                .lengths()
                .minimumThrough())
        .isEqualTo(new StayLimitDefinition(null, "ahead_least"));
  }

  @Test
  void readsLeadTimesWholeAndInPart() {
    assertThat(stay(InnCatalog.TEXT).leadTime())
        .isEqualTo(new LeadTimeDefinition("close_days", "close_time", "ahead_least", "ahead_most"));
    assertThat(
            stay(InnCatalog.with("{ days: close_days, time: close_time, min", "{ min")).leadTime())
        .isEqualTo(new LeadTimeDefinition(null, null, "ahead_least", "ahead_most"));
    assertThat(stay(InnCatalog.with(", time: close_time, min: ahead_least", "")).leadTime())
        .isEqualTo(new LeadTimeDefinition("close_days", null, null, "ahead_most"));
  }

  @Test
  void readsChildPoliciesWholeAndInPart() {
    assertThat(stay(InnCatalog.TEXT).children())
        .isEqualTo(
            new ChildrenDefinition(
                "child_policy",
                "band",
                new BandColumns(
                    "policy_code",
                    "band",
                    "age_from",
                    "age_to",
                    "kind",
                    "counts",
                    "share",
                    "yen")));
    String less =
        InnCatalog.with(", to: age_to", "")
            .replace(", counts: counts, percent: share, amount: yen }\n    ", " }\n    ")
            .replace("key: [policy_code, band]", "key: [band, policy_code]");
    assertThat(stay(less).children().bands())
        .isEqualTo(
            new BandColumns("policy_code", "band", "age_from", null, "kind", null, null, null));
  }

  @Test
  void readsRebatesWholeAndInPart() {
    assertThat(stay(InnCatalog.TEXT).longStay())
        .isEqualTo(new LongStayDefinition("rebate", "rule", "nights", "share", "yen", "each"));
    assertThat(
            stay(InnCatalog.with("nights, percent: share, amount: yen, free", "nights, free"))
                .longStay())
        .isEqualTo(new LongStayDefinition("rebate", "rule", "nights", null, null, "each"));
  }

  @Test
  void findsTheZoneOfAProperty() {
    assertThat(CampCatalog.parse(InnCatalog.TEXT).property().timeZone()).isEqualTo("zone");
    assertThat(CampCatalog.read().property().timeZone()).isNull();
  }

  @Test
  void takesTheTypeOfAColumnFromWhatRowsAreMadeOf() {
    Catalog catalog =
        CampCatalog.parse(
            InnCatalog.with("longest: integer", "longest: integer\n      kind: date"));

    assertThat(catalog.columnType("kind")).isEqualTo(ColumnType.DATE);
    assertThat(catalog.columnType("age_from")).isEqualTo(ColumnType.INTEGER);
    assertThat(catalog.columnType("inn_code")).isEqualTo(ColumnType.TEXT);
  }

  @Test
  void readsWhatColumnsReferTo() {
    ColumnReference policy = new ColumnReference("band", "policy_code");

    FeedDefinition plan = feed(InnCatalog.TEXT, "plan");

    assertThat(plan.references()).containsExactly(new ColumnReference("inn", "inn_code"), policy);
    assertThat(plan.findColumn("child_policy").orElseThrow().reference()).isEqualTo(policy);
    assertThat(feed(InnCatalog.TEXT, "band").references()).isEmpty();
  }

  @Test
  void readsAReferenceToAFeedThatComesLater() {
    String text =
        InnCatalog.with(
            "policy_code: text\n", "policy_code: { type: text, references: rebate.plan_code }\n");

    assertThat(feed(text, "band").references())
        .containsExactly(new ColumnReference("rebate", "plan_code"));
  }

  @Test
  void letsACalendarCheckItsCurrencyAndRefer() {
    String text =
        InnCatalog.with(
            "columns: { inn_code: text }",
            "columns: { inn_code: { type: text, references: inn.inn_code } }");

    assertThat(feed(text, "price").findColumn("unit").orElseThrow().type())
        .isEqualTo(ColumnType.CURRENCY);
    assertThat(feed(text, "inn_day").references())
        .containsExactly(new ColumnReference("inn", "inn_code"));
  }

  @Test
  void pinsTheColumnsThatNumberWhatOffersShare() {
    String pins =
        "layout: { codec: { policy: int2, long_stay: bits, lead_time: int4, largest_occupancy: bits,"
            + " maximum_stay_through: int8 } }\n    stay:\n";

    LayoutDefinition layout = CampCatalog.parse(InnCatalog.with("stay:\n", pins)).offer().layout();

    assertThat(layout.codecs()).hasSize(5).containsEntry("policy", "int2");
    String zoneAlone =
        InnCatalog.with("stay:\n", "layout: { order: lead_time }\n    stay:\n")
            .replaceAll(" *lead_time: \\{.*\n", "");
    assertThat(CampCatalog.problemsOf(zoneAlone)).isEmpty();
    assertThat(CampCatalog.problemsOf(zoneAlone.replace(", time_zone: zone", ""))).hasSize(1);
  }

  @Test
  void leavesAUnitWithoutALimitOfHeads() {
    assertThat(stay(CampCatalog.with(", capacity: heads_max", "")).price())
        .isEqualTo(new PriceDefinition.PerUnit(new CalendarValue("night", "fee"), null));
  }

  @Test
  void leavesOneEndOfAWindowOpen() {
    assertThat(stay(CampCatalog.with("sale: [opens, shuts]", "sale: { to: shuts }")).saleWindow())
        .isEqualTo(new ColumnPair(null, "shuts"));
    assertThat(stay(CampCatalog.with("sale: [opens, shuts]", "heads: { from: least }")).heads())
        .isEqualTo(new ColumnPair("least", null));
  }

  @Test
  void readsEveryFormOfALimit() {
    assertThat(minimumStay("{ first: [night.least_nights, pitch.least] }"))
        .isEqualTo(new StayLimitDefinition(new CalendarValue("night", "least_nights"), "least"));
    assertThat(minimumStay("{ first: [night.least_nights] }"))
        .isEqualTo(new StayLimitDefinition(new CalendarValue("night", "least_nights"), null));
    assertThat(minimumStay("{ first: pitch.least }"))
        .isEqualTo(new StayLimitDefinition(null, "least"));
    assertThat(minimumStay("least")).isEqualTo(new StayLimitDefinition(null, "least"));
  }

  @Test
  void needsNoOfferAndNoCalendar() {
    String text =
        CampCatalog.TEXT
            .substring(0, CampCatalog.TEXT.indexOf("  pitch:\n    from"))
            .replace("calendar: { start: feed, days: 90 }\n", "")
            .replaceAll("(?s)  night:.*search:", "search:");

    Catalog catalog = CampCatalog.parse(text);

    assertThat(catalog.offer()).isNull();
    assertThat(catalog.calendar()).isNull();
    assertThat(catalog.property().name()).isEqualTo("camp");
  }

  @Test
  void pinsNothingWhereNothingIsSaid() {
    assertThat(CampCatalog.read().property().layout()).isEqualTo(LayoutDefinition.NONE);
    assertThat(CampCatalog.read().offer().layout()).isEqualTo(LayoutDefinition.NONE);
    assertThat(propertyLayout("{}")).isEqualTo(LayoutDefinition.NONE);
  }

  @Test
  void pinsCodecsOfEveryColumnOfTheProperty() {
    String pins =
        "{ codec: { filter_county: bits, filter_extras: array, filter_stars: int8,"
            + " filter_place_latitude: int4, filter_place_longitude: int8, sort_stars: int2 } }";

    assertThat(propertyLayout(pins))
        .isEqualTo(
            new LayoutDefinition(
                Map.of(
                    "filter_county", "bits",
                    "filter_extras", "array",
                    "filter_stars", "int8",
                    "filter_place_latitude", "int4",
                    "filter_place_longitude", "int8",
                    "sort_stars", "int2"),
                List.of()));
  }

  @Test
  void pinsTheOrderOfColumns() {
    assertThat(propertyLayout("{ order: [filter_extras, id, sort_stars] }"))
        .isEqualTo(new LayoutDefinition(Map.of(), List.of("filter_extras", "id", "sort_stars")));
    assertThat(propertyLayout("{ order: id }").order()).containsExactly("id");
  }

  @Test
  void pinsTheColumnsThatTheRulesOfAStayGiveTheOffer() {
    String pins =
        "layout: { codec: { property: int8, stock: int4, sale_from: bits, sale_to: int2,"
            + " minimum_stay: bits, maximum_heads: int8, filter_surface: int2 },"
            + " order: [stock, sale_to] }\n    stay:\n";

    LayoutDefinition layout = CampCatalog.parse(CampCatalog.with("stay:\n", pins)).offer().layout();

    assertThat(layout.codecs()).hasSize(7).containsEntry("sale_from", "bits");
    assertThat(layout.order()).containsExactly("stock", "sale_to");
  }

  private static LayoutDefinition propertyLayout(String pins) {
    String text = CampCatalog.with("show: [title]", "show: [title]\n    layout: " + pins);
    return CampCatalog.parse(text).property().layout();
  }

  @Test
  void findsFeedsInJoinsBracketsAndQuotes() {
    for (String from :
        List.of(
            "camp AS c LEFT JOIN pitch p ON p.camp_code = c.camp_code",
            "(SELECT camp_code, stars FROM camp) AS best JOIN pitch USING (camp_code)",
            "camp, LATERAL (SELECT 1 FROM pitch) AS x",
            "'\"camp\" CROSS JOIN Pitch'")) {
      String text =
          CampCatalog.with("    from: camp\n", "    from: " + from + "\n")
              .replace("show: [title]", "show: surface");
      assertThat(CampCatalog.problemsOf(text)).as(from).isEmpty();
    }
  }

  @Test
  void saysWhereTheFirstCharacterOfSqlStands() {
    assertThat(where("closed IS NULL")).isEqualTo(new SqlText("closed IS NULL", 40, 12));
    assertThat(where("\"closed IS NULL\"")).isEqualTo(new SqlText("closed IS NULL", 40, 13));
    assertThat(where("|\n\n        closed\n          IS NULL\n"))
        .isEqualTo(new SqlText("closed\n  IS NULL", 42, 9));
  }

  private static SqlText where(String written) {
    return CampCatalog.parse(CampCatalog.with("closed IS NOT TRUE", written)).property().where();
  }

  private static FeedDefinition feed(String text, String name) {
    return CampCatalog.parse(text).findFeed(name).orElseThrow();
  }

  private static List<ListFormat> listFormats(String written) {
    String text = CampCatalog.with("split: \";\"", written);
    return feed(text, "camp").findColumn("extras").orElseThrow().listFormats();
  }

  private static StayDefinition stay(String text) {
    return CampCatalog.parse(text).offer().stay();
  }

  private static StayLimitDefinition minimumStay(String written) {
    return stay(CampCatalog.with("{ first: [night.least_nights, pitch.least] }", written))
        .lengths()
        .minimum();
  }

  private static String stockFeed() {
    return """
      left:
        files: left.csv
        key: pitch_code
        columns: { pitch_code: text }
        calendar: { day: date, values: { rooms: boolean } }
    """
            .replaceAll("(?m)^  (?=left)", "  ")
        + "  night:\n";
  }

  private static String priceFeed() {
    return """
      tariff:
        files: tariff.csv
        key: [camp_code, heads, kind]
        columns: { camp_code: text, heads: integer, kind: text }
        calendar: { day: date, values: { fee: money } }
    """
        + "  night:\n";
  }
}
