package tatami.ingest.synthetic;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static tatami.ingest.synthetic.GeneratedRows.fields;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tatami.ingest.synthetic.GeneratedFeeds.GeneratedFile;

/** Looks at one generation of 300 hotels, 40 nights. */
class RyokanFeedsTest {

  private static final RyokanSize SIZE = new RyokanSize(300, 4, 3, 40);
  private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 12, 20);

  @TempDir private static Path folder;

  private static GeneratedFeeds feeds;
  private static List<NamedCsvRecord> hotels;
  private static List<NamedCsvRecord> plans;
  private static List<NamedCsvRecord> rooms;
  private static List<NamedCsvRecord> planRooms;
  private static List<NamedCsvRecord> stock;
  private static List<NamedCsvRecord> prices;

  @BeforeAll
  static void generate() throws IOException {
    feeds = RyokanFeeds.generate(SIZE, 20_260_401, FIRST_NIGHT, folder);
    hotels = GeneratedRows.read(feeds, "hotel");
    plans = GeneratedRows.read(feeds, "plan");
    rooms = GeneratedRows.read(feeds, "room");
    planRooms = GeneratedRows.read(feeds, "plan_room");
    stock = GeneratedRows.read(feeds, "stock");
    prices = GeneratedRows.read(feeds, "price");
  }

  @Test
  void deliversAsManyRowsAsTheSizeAsks() {
    assertThat(hotels).hasSize(SIZE.hotels());
    assertThat(plans).hasSize(SIZE.hotels() * SIZE.plansPerHotel());
    assertThat(stock).hasSize(rooms.size() * SIZE.days());
    assertThat(feeds.files().stream().map(GeneratedFile::feed))
        .containsExactly("hotel", "plan", "room", "plan_room", "stock", "price");
    assertThat(feeds.files().stream().map(GeneratedFile::rows))
        .containsExactly(
            (long) hotels.size(),
            (long) plans.size(),
            (long) rooms.size(),
            (long) planRooms.size(),
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
  }

  @Test
  void sellsOnlyPlansAndRoomsThatExist() {
    assertThat(keys(hotels, "hotel_code")).containsAll(keys(plans, "hotel_code"));
    assertThat(Set.copyOf(keys(plans, "hotel_code", "plan_code")))
        .isEqualTo(Set.copyOf(keys(planRooms, "hotel_code", "plan_code")));
    assertThat(Set.copyOf(keys(rooms, "hotel_code", "room_code")))
        .containsAll(keys(planRooms, "hotel_code", "room_code"))
        .isEqualTo(Set.copyOf(keys(stock, "hotel_code", "room_code")));
  }

  @Test
  void pricesEveryNightOfAllOccupanciesUpToTheRooms() {
    Map<String, Map<String, Long>> nights =
        prices.stream()
            .collect(
                groupingBy(
                    price -> fields(price, "hotel_code", "plan_code", "room_code"),
                    groupingBy(price -> price.getField("occupancy"), counting())));

    assertThat(nights.keySet())
        .isEqualTo(Set.copyOf(keys(planRooms, "hotel_code", "plan_code", "room_code")));
    assertThat(nights.values())
        .allSatisfy(
            series -> {
              assertThat(series.values()).containsOnly((long) SIZE.days());
              assertThat(series.keySet())
                  .isIn(Set.of("1"), Set.of("1", "2"), Set.of("1", "2", "3"));
            });
    assertThat(nights.values().stream().map(Map::size).distinct()).contains(1, 2, 3);
    assertThat(keys(prices, "person_class")).containsOnly("adult");
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
    assertThat(prices.stream().map(price -> Integer.parseInt(price.getField("yen"))))
        .allMatch(yen -> yen >= 1_000 && yen <= 300_000 && yen % 10 == 0);
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
  void givesFewHotelsManyPlans() {
    Map<String, Long> counts =
        plans.stream().collect(groupingBy(plan -> plan.getField("hotel_code"), counting()));

    assertThat(counts).hasSize(SIZE.hotels());
    assertThat(counts.values()).anyMatch(count -> count >= 5L * SIZE.plansPerHotel());
    assertThat(counts.values().stream().filter(count -> count < SIZE.plansPerHotel()).count())
        .isGreaterThan(SIZE.hotels() / 2);
  }

  @Test
  void givesEachHotelThreeToTwelveRooms() {
    Map<String, Long> counts =
        rooms.stream().collect(groupingBy(room -> room.getField("hotel_code"), counting()));

    assertThat(counts).hasSize(SIZE.hotels());
    assertThat(counts.values()).allMatch(count -> count >= 3 && count <= 12);
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

  private static boolean isWindow(NamedCsvRecord plan, String from, String to) {
    boolean open = plan.getField(from).isEmpty() || plan.getField(to).isEmpty();
    return open || plan.getField(from).compareTo(plan.getField(to)) <= 0;
  }

  private static boolean isSoldOut(NamedCsvRecord stock) {
    return stock.getField("rooms").equals("0");
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
