package tatami.searchbuild.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.ColumnDefinition.ListFormat;
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
import tatami.searchtable.description.CubeShapes;

class ShippedCatalogTest {

  private final Catalog airbnb = read("airbnb");
  private final Catalog ryokan = read("ryokan");

  @Test
  void readsTheSettingsOfBoth() {
    assertThat(airbnb.name()).isEqualTo("airbnb");
    assertThat(airbnb.timeZone()).isEqualTo("UTC");
    assertThat(airbnb.currency()).isEqualTo("USD");
    assertThat(airbnb.calendar()).isEqualTo(new CalendarRange(true, 0));
    assertThat(airbnb.maximumNights()).isEqualTo(366);
    assertThat(ryokan.name()).isEqualTo("ryokan");
    assertThat(ryokan.timeZone()).isEqualTo("Asia/Tokyo");
    assertThat(ryokan.currency()).isEqualTo("JPY");
    assertThat(ryokan.calendar()).isEqualTo(new CalendarRange(false, 366));
    assertThat(ryokan.maximumNights()).isEqualTo(30);
  }

  @Test
  void readsAFeedWithItsDefaults() {
    FeedDefinition listing = airbnb.findFeed("listing").orElseThrow();

    assertThat(airbnb.feeds())
        .extracting(FeedDefinition::name)
        .containsExactly("listing", "calendar");
    assertThat(listing.files()).containsExactly("listings.csv.gz", "listings.csv");
    assertThat(listing.key()).containsExactly("id");
    assertThat(listing.calendar()).isNull();
    assertThat(listing.duplicates()).isEqualTo(DuplicatePolicy.REJECT);
    assertThat(listing.rejectedShare()).isEqualByComparingTo(new BigDecimal("0.05"));
    assertThat(listing.separator()).isEqualTo(',');
    assertThat(listing.findColumn("amenities"))
        .contains(
            new ColumnDefinition(
                "amenities",
                ColumnType.TEXT_LIST,
                List.of("amenities"),
                false,
                Map.of(),
                "",
                List.of(new ListFormat.Json(), new ListFormat.Braces())));
  }

  @Test
  void readsACalendarFeed() {
    FeedDefinition calendar = airbnb.findFeed("calendar").orElseThrow();

    assertThat(calendar.columns())
        .containsExactly(
            new ColumnDefinition(
                "id", ColumnType.BIGINT, List.of("listing_id"), false, Map.of(), "", List.of()));
    assertThat(calendar.calendar().day()).isEqualTo(ColumnReader.plain("date", ColumnType.DATE));
    assertThat(calendar.calendar().values())
        .extracting(ColumnDefinition::name)
        .containsExactly("available", "price", "minimum_nights", "maximum_nights");
    assertThat(calendar.findValue("available").orElseThrow().map())
        .isEqualTo(Map.of("t", "1", "f", "0"));
    assertThat(calendar.findValue("price").orElseThrow().strip()).isEqualTo("$,");
    assertThat(calendar.findValue("price").orElseThrow().type()).isEqualTo(ColumnType.MONEY);
  }

  @Test
  void readsAPropertyWithEveryKindOfFilter() {
    PropertyDefinition listing = airbnb.property();

    assertThat(listing.name()).isEqualTo("listing");
    assertThat(listing.from()).isEqualTo(new SqlText("listing", 46, 11));
    assertThat(listing.where()).isNull();
    assertThat(listing.filters())
        .containsExactly(
            new FilterDefinition.Path(
                "area", List.of("neighbourhood_group_cleansed", "neighbourhood_cleansed")),
            new FilterDefinition.Category("room_type", "room_type"),
            new FilterDefinition.Category("property_type", "property_type"),
            new FilterDefinition.Tags("amenities", "amenities"),
            new FilterDefinition.Number("rating", "review_scores_rating"),
            new FilterDefinition.Point("location", "latitude", "longitude"),
            new FilterDefinition.Keyword("words", List.of("name")));
    assertThat(listing.sorts())
        .containsExactly(
            new SortDefinition(
                "recommended",
                List.of(new SortKey("number_of_reviews", true), new SortKey("id", false))),
            new SortDefinition(
                "rating",
                List.of(
                    new SortKey("review_scores_rating", true), new SortKey("recommended", false))));
    assertThat(listing.show()).hasSize(15).startsWith("name", "room_type").endsWith("picture_url");
  }

  @Test
  void readsAnOfferWithAPricePerUnit() {
    StayDefinition stay = airbnb.offer().stay();

    assertThat(stay)
        .isEqualTo(
            new StayDefinition(
                new CalendarValue("calendar", "available"),
                new PriceDefinition.PerUnit(new CalendarValue("calendar", "price"), "accommodates"),
                new LengthLimits(
                    new StayLimitDefinition(
                        new CalendarValue("calendar", "minimum_nights"), "minimum_nights"),
                    new StayLimitDefinition(
                        new CalendarValue("calendar", "maximum_nights"), "maximum_nights"),
                    null,
                    null),
                null,
                null,
                null,
                NightDefinition.NONE,
                null,
                null,
                null,
                new CubeShapes(List.of(2, 1), 7)));
    assertThat(airbnb.offer().show()).isEmpty();
    assertThat(airbnb.offer().filters()).isEmpty();
  }

  @Test
  void readsAnOfferWithAPricePerPerson() {
    OfferDefinition offer = ryokan.offer();

    assertThat(ryokan.property().where().text()).isEqualTo("closed_on IS NULL");
    assertThat(offer.from().text())
        .isEqualTo(
            "plan JOIN plan_room USING (hotel_code, plan_code)"
                + " JOIN room USING (hotel_code, room_code)");
    assertThat(offer.key()).containsExactly("plan_code", "room_code");
    assertThat(offer.stay())
        .isEqualTo(
            new StayDefinition(
                new CalendarValue("stock", "rooms"),
                new PriceDefinition.PerPerson(
                    new CalendarValue("price", "yen"), "occupancy", "person_class"),
                new LengthLimits(
                    new StayLimitDefinition(value("plan_day", "min_nights"), "min_nights"),
                    new StayLimitDefinition(value("plan_day", "max_nights"), "max_nights"),
                    new StayLimitDefinition(value("plan_day", "min_through"), null),
                    new StayLimitDefinition(value("plan_day", "max_through"), null)),
                new ColumnPair("sale_from", "sale_to"),
                new ColumnPair("stay_from", "stay_to"),
                new ColumnPair("min_guests", "max_guests"),
                new NightDefinition(
                    List.of(value("hotel_day", "closed")),
                    List.of(value("stock", "stop_sell"), value("plan_day", "stop_sell")),
                    List.of(value("hotel_day", "arrival_closed")),
                    List.of(value("hotel_day", "departure_closed")),
                    value("plan_day", "pattern")),
                new LeadTimeDefinition("close_days", "close_time", "advance_min", "advance_max"),
                new ChildrenDefinition(
                    "child_policy",
                    "child_policy",
                    new BandColumns(
                        "policy_code",
                        "band",
                        "age_from",
                        "age_to",
                        "person_class",
                        "counts",
                        "percent",
                        "yen")),
                new LongStayDefinition(
                    "long_stay", "rule", "from_nights", "percent", "yen", "free_every"),
                new CubeShapes(List.of(2, 1), 7)));
    assertThat(offer.show()).containsExactly("plan_name", "room_name", "meal");
  }

  @Test
  void readsTheThreePriceModelsOfOneKindOfFeed() {
    Catalog room = read("ryokan/per-room.yaml");
    Catalog unit = read("ryokan/per-unit.yaml");

    assertThat(room.offer().stay().price())
        .isEqualTo(new PriceDefinition.PerRoom(value("price", "yen"), "occupancy", "person_class"));
    assertThat(unit.offer().stay().price())
        .isEqualTo(new PriceDefinition.PerUnit(value("price", "yen"), "capacity"));
    for (Catalog sibling : List.of(room, unit)) {
      assertThat(sibling.offer().stay().children()).isEqualTo(ryokan.offer().stay().children());
      assertThat(sibling.offer().stay().nights()).isEqualTo(ryokan.offer().stay().nights());
      assertThat(sibling.feeds())
          .extracting(FeedDefinition::name)
          .isEqualTo(ryokan.feeds().stream().map(FeedDefinition::name).toList());
    }
    assertThat(List.of(ryokan.name(), room.name(), unit.name())).doesNotHaveDuplicates();
  }

  private static CalendarValue value(String feed, String name) {
    return new CalendarValue(feed, name);
  }

  private static Catalog read(String name) {
    Path project = Path.of(System.getProperty("tatami.projectFolder", ".."));
    return CatalogFile.read(project.resolve("catalogs").resolve(name), CatalogOverrides.none());
  }
}
