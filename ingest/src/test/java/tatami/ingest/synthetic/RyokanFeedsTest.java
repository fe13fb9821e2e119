package tatami.ingest.synthetic;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static tatami.ingest.synthetic.GeneratedRows.fields;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tatami.ingest.synthetic.GeneratedFeeds.GeneratedFile;

/** Looks at one generation of 300 hotels, 40 nights. */
class RyokanFeedsTest {

  private static final RyokanSize SIZE = new RyokanSize(300, 4, 3, 40);
  private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 12, 20);

  private static final String[] HEADER_OF_RULES = {
    "stop_sell", "min_nights", "max_nights", "min_through", "max_through", "pattern"
  };

  @TempDir private static Path folder;

  private static GeneratedFeeds feeds;
  private static List<NamedCsvRecord> hotels;
  private static List<NamedCsvRecord> plans;
  private static List<NamedCsvRecord> rooms;
  private static List<NamedCsvRecord> planRooms;
  private static List<NamedCsvRecord> policies;
  private static List<NamedCsvRecord> longStays;
  private static List<NamedCsvRecord> hotelDays;
  private static List<NamedCsvRecord> planDays;
  private static List<NamedCsvRecord> stock;
  private static List<NamedCsvRecord> prices;

  @BeforeAll
  static void generate() throws IOException {
    feeds = RyokanFeeds.generate(SIZE, RyokanOptions.ofSeed(20_260_401), FIRST_NIGHT, folder);
    hotels = GeneratedRows.read(feeds, "hotel");
    plans = GeneratedRows.read(feeds, "plan");
    rooms = GeneratedRows.read(feeds, "room");
    planRooms = GeneratedRows.read(feeds, "plan_room");
    policies = GeneratedRows.read(feeds, "child_policy");
    longStays = GeneratedRows.read(feeds, "long_stay");
    hotelDays = GeneratedRows.read(feeds, "hotel_day");
    planDays = GeneratedRows.read(feeds, "plan_day");
    stock = GeneratedRows.read(feeds, "stock");
    prices = GeneratedRows.read(feeds, "price");
  }

  @Test
  void deliversAsManyRowsAsTheSizeAsks() {
    assertThat(hotels).hasSize(SIZE.hotels());
    assertThat(plans).hasSize(SIZE.hotels() * SIZE.plansPerHotel());
    assertThat(stock).hasSize(rooms.size() * SIZE.days());
    assertThat(feeds.files().stream().map(GeneratedFile::feed))
        .containsExactly(
            "hotel",
            "plan",
            "room",
            "plan_room",
            "child_policy",
            "long_stay",
            "hotel_day",
            "plan_day",
            "stock",
            "price");
    assertThat(feeds.files().stream().map(GeneratedFile::rows))
        .containsExactly(
            (long) hotels.size(),
            (long) plans.size(),
            (long) rooms.size(),
            (long) planRooms.size(),
            (long) policies.size(),
            (long) longStays.size(),
            (long) hotelDays.size(),
            (long) planDays.size(),
            (long) stock.size(),
            (long) prices.size());
  }

  @Test
  void leavesNothingButTheFeedsInTheFolder() {
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder(
            feeds.files().stream().map(GeneratedFile::name).toArray(String[]::new));
  }

  @Test
  void usesNoKeyTwice() {
    assertThat(keys(hotels, "hotel_code")).doesNotHaveDuplicates();
    assertThat(keys(plans, "hotel_code", "plan_code")).doesNotHaveDuplicates();
    assertThat(keys(rooms, "hotel_code", "room_code")).doesNotHaveDuplicates();
    assertThat(keys(planRooms, "hotel_code", "plan_code", "room_code")).doesNotHaveDuplicates();
    assertThat(keys(stock, "hotel_code", "room_code", "date")).doesNotHaveDuplicates();
    assertThat(keys(policies, "policy_code", "band")).doesNotHaveDuplicates();
    assertThat(keys(longStays, "hotel_code", "plan_code", "rule")).doesNotHaveDuplicates();
    assertThat(keys(hotelDays, "hotel_code", "date")).doesNotHaveDuplicates();
    assertThat(keys(planDays, "hotel_code", "plan_code", "date")).doesNotHaveDuplicates();
  }

  @Test
  void sellsOnlyPlansAndRoomsThatExist() {
    assertThat(keys(hotels, "hotel_code")).containsAll(keys(plans, "hotel_code"));
    assertThat(Set.copyOf(keys(plans, "hotel_code", "plan_code")))
        .isEqualTo(Set.copyOf(keys(planRooms, "hotel_code", "plan_code")));
    assertThat(Set.copyOf(keys(rooms, "hotel_code", "room_code")))
        .containsAll(keys(planRooms, "hotel_code", "room_code"))
        .isEqualTo(Set.copyOf(keys(stock, "hotel_code", "room_code")));
    assertThat(keys(plans, "hotel_code", "plan_code"))
        .containsAll(keys(longStays, "hotel_code", "plan_code"))
        .containsAll(keys(planDays, "hotel_code", "plan_code"));
    assertThat(keys(hotels, "hotel_code")).containsAll(keys(hotelDays, "hotel_code"));
  }

  @Test
  void pricesEveryNightOfAllOccupanciesUpToTheRooms() {
    Map<String, Map<String, Long>> nights =
        prices.stream()
            .filter(price -> price.getField("person_class").equals("adult"))
            .collect(
                groupingBy(
                    price -> fields(price, "hotel_code", "plan_code", "room_code"),
                    groupingBy(price -> price.getField("occupancy"), counting())));

    assertThat(nights.keySet())
        .isEqualTo(Set.copyOf(keys(planRooms, "hotel_code", "plan_code", "room_code")));
    long all = SIZE.days();
    assertThat(nights.values())
        .allSatisfy(
            series -> {
              assertThat(Set.copyOf(series.values())).isIn(Set.of(all), Set.of(all / 2));
              assertThat(series.keySet())
                  .isIn(Set.of("1"), Set.of("1", "2"), Set.of("1", "2", "3"));
            });
    assertThat(nights.values().stream().map(Map::size).distinct()).contains(1, 2, 3);
    assertThat(nights.values().stream().filter(series -> series.containsValue(all / 2)).count())
        .isBetween(1L, nights.size() / 10L);
  }

  @Test
  void coversTheNightsOfTheHorizon() {
    Set<String> nights =
        FIRST_NIGHT
            .datesUntil(FIRST_NIGHT.plusDays(SIZE.days()))
            .map(LocalDate::toString)
            .collect(toSet());

    assertThat(Set.copyOf(keys(stock, "date"))).isEqualTo(nights);
    assertThat(Set.copyOf(keys(prices, "date"))).isEqualTo(nights);
  }

  @Test
  void asksPlainAmounts() {
    assertThat(adultYen()).allMatch(yen -> yen >= 1_000);
    assertThat(prices.stream().map(price -> Integer.parseInt(price.getField("yen"))))
        .allMatch(yen -> yen >= 0 && yen <= 300_000 && yen % 10 == 0);
  }

  @Test
  void asksMoreAtNewYear() {
    assertThat(averageYen("2026-12-31")).isGreaterThan(averageYen("2027-01-19") * 5 / 4);
  }

  @Test
  void sellsOutThreeOfTwentyNightsInRuns() {
    double soldOut = stock.stream().filter(RyokanFeedsTest::isSoldOut).count();
    long runs = 0;
    for (int row = 0; row < stock.size(); row++) {
      boolean starts = row % SIZE.days() == 0 || !isSoldOut(stock.get(row - 1));
      runs += isSoldOut(stock.get(row)) && starts ? 1 : 0;
    }

    assertThat(soldOut / stock.size()).isBetween(0.10, 0.20);
    assertThat(soldOut / runs).isBetween(2.0, 4.0);
  }

  @Test
  void putsHotelsNearTheirCitiesInJapan() {
    Map<String, Vocabulary.Place> places =
        WordList.read("places.csv").list(Vocabulary.Place::of).stream()
            .collect(toMap(place -> place.prefecture() + "," + place.city(), place -> place));

    for (NamedCsvRecord hotel : hotels) {
      Vocabulary.Place place = places.get(fields(hotel, "prefecture", "city"));
      double latitude = Double.parseDouble(hotel.getField("latitude"));
      double longitude = Double.parseDouble(hotel.getField("longitude"));
      assertThat(latitude).isBetween(24.0, 45.6);
      assertThat(longitude).isBetween(122.9, 145.9);
      assertThat(Math.abs(latitude - place.latitude().doubleValue())).isLessThan(0.031);
      assertThat(Math.abs(longitude - place.longitude().doubleValue())).isLessThan(0.031);
    }
  }

  @Test
  void givesFewHotelsManyPlansAndSomeNone() {
    Map<String, Long> counts =
        plans.stream().collect(groupingBy(plan -> plan.getField("hotel_code"), counting()));

    assertThat(SIZE.hotels() - counts.size()).isBetween(3, 30);
    assertThat(counts.values()).anyMatch(count -> count >= 10L * SIZE.plansPerHotel());
    assertThat(counts.values().stream().filter(count -> count < SIZE.plansPerHotel()).count())
        .isGreaterThan(SIZE.hotels() / 2);
  }

  @Test
  void givesMostHotelsFewRoomTypesAndSomeDozens() {
    Map<String, Long> counts =
        rooms.stream().collect(groupingBy(room -> room.getField("hotel_code"), counting()));

    assertThat(counts).hasSize(SIZE.hotels());
    assertThat(counts.values()).allMatch(count -> count >= 3 && count <= 100);
    assertThat(counts.values().stream().filter(count -> count <= 6).count())
        .isGreaterThan(SIZE.hotels() * 2 / 3);
    assertThat(counts.values()).anyMatch(count -> count >= 40);
  }

  @Test
  void usesEveryKindAndMeal() {
    assertThat(Set.copyOf(keys(hotels, "kind")))
        .containsExactlyInAnyOrder("ryokan", "business_hotel", "resort", "minshuku");
    assertThat(Set.copyOf(keys(plans, "meal")))
        .containsExactlyInAnyOrder("room_only", "breakfast", "half_board", "full_board");
  }

  @Test
  void leavesSomeValuesAbsent() {
    assertThat(absentPercent(hotels, "rating")).isBetween(1L, 20L);
    assertThat(absentPercent(hotels, "station_minutes")).isBetween(5L, 30L);
    assertThat(absentPercent(hotels, "closed_on")).isBetween(94L, 99L);
    assertThat(absentPercent(plans, "min_nights")).isBetween(80L, 95L);
    assertThat(absentPercent(plans, "max_guests")).isBetween(30L, 60L);
    assertThat(absentPercent(plans, "child_policy")).isBetween(2L, 9L);
    assertThat(absentPercent(plans, "close_days")).isBetween(38L, 52L);
    assertThat(absentPercent(hotels, "name")).isZero();
  }

  @Test
  void offersPlansBeforeAndAfterTheirSale() {
    String today = FIRST_NIGHT.toString();

    assertThat(keys(plans, "sale_to")).anyMatch(day -> !day.isEmpty() && day.compareTo(today) < 0);
    assertThat(keys(plans, "sale_from")).anyMatch(day -> day.compareTo(today) > 0);
    assertThat(plans).allMatch(plan -> isWindow(plan, "sale_from", "sale_to"));
    assertThat(plans).allMatch(plan -> isWindow(plan, "stay_from", "stay_to"));
  }

  @Test
  void closesSalesBeforeTheCheckIn() {
    assertThat(keys(plans, "close_time"))
        .allMatch(time -> time.isEmpty() || time.matches("([01]\\d|2[0-3]):[0-5]\\d"))
        .contains("", "00:00", "18:00", "23:59");
    assertThat(plans)
        .noneMatch(
            plan -> plan.getField("close_days").isEmpty() && !plan.getField("close_time").isEmpty())
        .anyMatch(
            plan ->
                !plan.getField("close_days").isEmpty() && plan.getField("close_time").isEmpty());
    assertThat(keys(plans, "close_days")).contains("0", "1", "2", "3");
    assertThat(keys(plans, "advance_min")).contains("", "30", "60");
    assertThat(keys(plans, "advance_max")).contains("", "7", "60", "120", "180");
  }

  @Test
  void sharesThirtyNinePoliciesWithEveryClassAndPricing() {
    Set<String> codes = Set.copyOf(keys(policies, "policy_code"));
    Map<String, Long> uses =
        plans.stream()
            .map(plan -> plan.getField("child_policy"))
            .filter(code -> !code.isEmpty())
            .collect(groupingBy(code -> code, counting()));

    assertThat(codes).hasSize(39).containsAll(uses.keySet());
    assertThat(uses.values()).anyMatch(count -> count > 50);
    assertThat(Set.copyOf(keys(policies, "person_class")))
        .containsExactlyInAnyOrder("adult", "child_a", "child_b", "child_c", "child_d", "infant");
    assertThat(bands("person_class", "adult")).contains("12,", "10,17", "0,", "13,", "16,");
    assertThat(policies)
        .anyMatch(band -> fields(band, "person_class", "counts").equals("infant,f"))
        .anyMatch(band -> fields(band, "person_class", "counts").equals("infant,t"))
        .anyMatch(band -> band.getField("percent").equals("33.33"))
        .anyMatch(band -> band.getField("yen").equals("0"))
        .anyMatch(band -> !band.getField("yen").isEmpty() && !band.getField("yen").equals("0"))
        .anyMatch(band -> fields(band, "person_class", "percent", "yen").equals("child_b,,"))
        .noneMatch(band -> !band.getField("percent").isEmpty() && !band.getField("yen").isEmpty());
  }

  /** A child that counts is priced from two heads on; an infant that does not, beside one adult. */
  @Test
  void pricesClassesWhereThePolicyHasNoOtherPriceForThem() {
    Map<String, Set<String>> classes =
        prices.stream()
            .collect(
                groupingBy(
                    price -> fields(price, "hotel_code", "plan_code"),
                    mapping(price -> price.getField("person_class"), toSet())));
    Map<String, Set<String>> own =
        policies.stream()
            .filter(band -> band.getField("percent").isEmpty() && band.getField("yen").isEmpty())
            .collect(
                groupingBy(
                    band -> band.getField("policy_code"),
                    mapping(band -> band.getField("person_class"), toSet())));

    assertThat(classes.values()).anyMatch(set -> set.size() == 6);
    for (NamedCsvRecord plan : plans) {
      Set<String> expected = own.getOrDefault(plan.getField("child_policy"), Set.of("adult"));
      assertThat(expected).containsAll(classes.get(fields(plan, "hotel_code", "plan_code")));
    }
    assertThat(Set.copyOf(keys(prices, "occupancy", "person_class")))
        .contains("1,adult", "1,infant", "2,infant", "2,child_a", "3,child_d")
        .doesNotContain("1,child_a", "1,child_b", "1,child_c", "1,child_d");
  }

  @Test
  void takesSomethingOffLongStays() {
    assertThat(longStays)
        .allMatch(rule -> present(rule, "percent", "yen", "free_every") == 1)
        .allMatch(rule -> Integer.parseInt(rule.getField("from_nights")) >= 2)
        .anyMatch(rule -> present(rule, "percent") == 1)
        .anyMatch(rule -> present(rule, "yen") == 1)
        .anyMatch(rule -> present(rule, "free_every") == 1);
    assertThat(keys(longStays, "rule")).contains("1", "2", "3");
    assertThat(longStays.size()).isBetween(plans.size() / 20, plans.size() / 2);
  }

  @Test
  void closesHotelsArrivalsAndDepartures() {
    assertThat(keys(hotelDays, "closed")).contains("t", "f");
    assertThat(keys(hotelDays, "arrival_closed")).contains("t", "f");
    assertThat(keys(hotelDays, "departure_closed")).contains("t", "f");
    assertThat(hotelDays)
        .filteredOn(day -> day.getField("departure_closed").equals("t"))
        .allMatch(day -> day.getField("date").equals("2027-01-01"));
    assertThat(hotelDays.stream().map(day -> day.getField("hotel_code")).distinct().count())
        .isBetween(SIZE.hotels() / 10L, SIZE.hotels() * 7 / 10L);
  }

  @Test
  void limitsSinglePlansOnSingleDays() {
    assertThat(keys(planDays, "stop_sell")).contains("t", "f", "");
    for (String limit : List.of("min_nights", "max_nights", "min_through", "max_through")) {
      assertThat(keys(planDays, limit)).as(limit).contains("", "2", "3");
    }
    assertThat(keys(planDays, "pattern"))
        .allMatch(pattern -> pattern.matches("[01]{0,62}"))
        .anyMatch(pattern -> pattern.length() == 62)
        .anyMatch(pattern -> pattern.startsWith("0"))
        .contains("");
    assertThat(planDays).allMatch(day -> present(day, HEADER_OF_RULES) == 1);
  }

  @Test
  void stopsSellingSomeNightsAlthoughThereAreRooms() {
    double stopped =
        stock.stream().filter(night -> night.getField("stop_sell").equals("t")).count();

    assertThat(Set.copyOf(keys(stock, "stop_sell"))).containsExactlyInAnyOrder("", "t");
    assertThat(stopped / stock.size()).isBetween(0.002, 0.05);
    assertThat(stock)
        .anyMatch(night -> night.getField("stop_sell").equals("t") && !isSoldOut(night));
  }

  @Test
  void tellsAmenitiesAtEveryGrain() {
    assertThat(tags(hotels, "amenities")).hasSizeGreaterThanOrEqualTo(40);
    assertThat(tags(rooms, "room_tags")).hasSizeGreaterThanOrEqualTo(40);
    assertThat(tags(plans, "plan_tags")).hasSizeGreaterThanOrEqualTo(35);
  }

  @Test
  void namesHotelsInJapaneseWithKana() {
    assertThat(keys(hotels, "kana")).allMatch(kana -> kana.matches("[ァ-ヶー・ ]+"));
    assertThat(keys(hotels, "name")).allMatch(name -> name.matches(".*[\\p{IsHan}ァ-ヶ].*"));
  }

  private static long present(NamedCsvRecord record, String... columns) {
    return Arrays.stream(columns).filter(column -> !record.getField(column).isEmpty()).count();
  }

  private static Set<String> tags(List<NamedCsvRecord> records, String column) {
    return records.stream()
        .flatMap(record -> Arrays.stream(record.getField(column).split("\\|")))
        .filter(tag -> !tag.isEmpty())
        .collect(toSet());
  }

  private static List<String> bands(String column, String value) {
    return keys(
        policies.stream().filter(band -> band.getField(column).equals(value)).toList(),
        "age_from",
        "age_to");
  }

  private static boolean isWindow(NamedCsvRecord plan, String from, String to) {
    boolean open = plan.getField(from).isEmpty() || plan.getField(to).isEmpty();
    return open || plan.getField(from).compareTo(plan.getField(to)) <= 0;
  }

  private static boolean isSoldOut(NamedCsvRecord stock) {
    return stock.getField("rooms").equals("0");
  }

  private static Stream<Integer> adultYen() {
    return prices.stream()
        .filter(price -> price.getField("person_class").equals("adult"))
        .map(price -> Integer.parseInt(price.getField("yen")));
  }

  private static double averageYen(String date) {
    return prices.stream()
        .filter(price -> price.getField("date").equals(date))
        .mapToInt(price -> Integer.parseInt(price.getField("yen")))
        .average()
        .orElseThrow();
  }

  private static long absentPercent(List<NamedCsvRecord> records, String column) {
    long absent = records.stream().filter(record -> record.getField(column).isEmpty()).count();
    return 100 * absent / records.size();
  }

  private static List<String> keys(List<NamedCsvRecord> records, String... columns) {
    return records.stream().map(record -> fields(record, columns)).toList();
  }
}
