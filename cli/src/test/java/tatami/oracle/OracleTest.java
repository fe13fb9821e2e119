package tatami.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.oracle.OracleRequest.Budget;
import tatami.oracle.OracleRequest.Room;
import tatami.oracle.OracleRequest.Stay;
import tatami.oracle.OracleRequest.Where;

/** Four listings and a week, small enough to check every answer by hand. */
class OracleTest {

  private static final String LISTINGS =
      """
      id,neighbourhood_group_cleansed,neighbourhood_cleansed,room_type,property_type,amenities,\
      accommodates,minimum_nights,maximum_nights,number_of_reviews,review_scores_rating,latitude,longitude
      10,North,Pier 5/6,Whole,House,"{TV,""Hot ~ tub""}",4,1,,7,90,10.0,20.0
      9,North,Mill,Whole,House,"[""TV"", ""\\u6696\\u623f""]",2,2,3,7,,10.0,20.01
      8,,Mill,Room,,{},2,1,,9,95.5,10.0,179.9
      7,South,,Room,Hut,,3,1,,,95.50,,
      """;

  /**
   * 10: all week at 100; 9: limits per night; 8: one closed night, a contradiction; 7: no price.
   */
  private static final String CALENDAR =
      """
      listing_id,date,available,price,minimum_nights,maximum_nights
      10,2030-03-01,t,$100.00,,
      10,2030-03-02,t,$100.00,,
      10,2030-03-03,t,"$1,100.50",,
      10,2030-03-03,t,"$1,100.50",,
      10,2030-03-04,t,$100.00,,
      9,2030-03-01,t,$50.00,,
      9,2030-03-02,t,$50.00,1,1
      9,2030-03-03,t,$50.00,3,2
      9,2030-03-04,t,$50.00,,2147483647
      8,2030-03-01,t,$0.00,,
      8,2030-03-02,f,$10.00,,
      8,2030-03-03,t,$30.00,,
      8,2030-03-04,t,$30.00,,
      8,2030-03-04,t,$31.00,,
      7,2030-03-01,t,,,
      """;

  @TempDir private Path folder;
  private Oracle oracle;

  @BeforeEach
  void readTheCity() throws IOException {
    write("listings.csv.gz", LISTINGS);
    write("calendar.csv.gz", CALENDAR);
    oracle = new Oracle(CityReader.read(folder), LocalDate.of(2030, 3, 1), Set.of());
  }

  @Test
  void doesNotCountTheDayOfTheCheckOut() {
    assertThat(book(1, 2)).isEqualTo("9=10000 10=20000");
    assertThat(book(1, 3)).isEqualTo("9=15000 10=130050");
  }

  @Test
  void takesTheLimitsOfTheCheckInDateAndFallsBackToTheListings() {
    assertThat(book(1, 1)).isEqualTo("8=0 10=10000");
    assertThat(book(2, 1)).isEqualTo("9=5000 10=10000");
    assertThat(book(2, 2)).isEqualTo("10=120050");
    assertThat(book(3, 2)).isEqualTo("10=120050");
  }

  @Test
  void givesANightThatIsContradictedNoData() {
    assertThat(book(3, 1)).isEqualTo("8=3000 10=110050");
    assertThat(book(4, 1)).isEqualTo("10=10000");
  }

  @Test
  void showsWithoutDatesWhatOneNightCostsAtLeastAndAtMost() {
    assertThat(find(Stay.NONE, Where.NONE, null))
        .isEqualTo("8=0..3000 9=5000 10=10000..110050 7=none");
    assertThat(find(Stay.NONE, Where.NONE, new Budget(1L, null)))
        .isEqualTo("9=5000 10=10000..110050");
  }

  @Test
  void countsChildrenTowardsTheCapacity() {
    Stay three = new Stay(LocalDate.of(2030, 3, 1), 2, List.of(new Room(2, List.of(0))));
    assertThat(find(three, Where.NONE, null)).isEqualTo("10=20000");
  }

  @Test
  void neverHasTwoRooms() {
    List<Room> two = List.of(new Room(1, null), new Room(1, null));
    assertThat(find(new Stay(LocalDate.of(2030, 3, 1), 1, two), Where.NONE, null)).isEmpty();
  }

  @Test
  void matchesANodeWithItsSubtree() {
    assertThat(inArea("North")).isEqualTo("9=5000 10=10000..110050");
    assertThat(inArea("North/Pier 5~16")).isEqualTo("10=10000..110050");
    assertThat(inArea("Mill")).isEqualTo("8=0..3000");
    assertThat(inArea("South")).isEqualTo("7=none");
  }

  @Test
  void readsTagsOfBothKinds() {
    assertThat(tagged(List.of("Hot ~ tub"), null)).isEqualTo("10=10000..110050");
    assertThat(tagged(List.of("暖房"), null)).isEqualTo("9=5000");
    assertThat(tagged(null, List.of("TV"))).isEqualTo("8=0..3000 7=none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          わーい          ; ワーイ
          Ａ　Ｂ "c  D"   ; a, b, c d
          ﾜ-ｲ "x          ; ワーイ, x
          "" " " y""      ; y
          """)
  void foldsAndCutsWords(String typed, String words) {
    assertThat(String.join(", ", WordRules.words(typed))).isEqualTo(words);
  }

  @Test
  void findsAWordInsideAText() {
    assertThat(WordRules.hasAll("温泉の宿 ゆー", "ノ宿 \"宿 ユ\" -")).isTrue();
    assertThat(WordRules.hasAll("温泉の宿 ゆー", "宿の")).isFalse();
    assertThat(WordRules.hasAll(null, "a")).isFalse();
  }

  @Test
  void countsAFacetWithoutItsOwnFilter() {
    Where mill = new Where(List.of("Mill"), null, null, null, null, null, null);
    OracleRequest request =
        new OracleRequest(
            Stay.NONE, mill, null, null, null, null, List.of("area", "room_type", "rating"), null);
    OracleAnswer answer = oracle.answer(request);
    assertThat(answer.counts())
        .hasToString(
            "{area=[ValueCount[value=North, count=2], ValueCount[value=Mill, count=1],"
                + " ValueCount[value=North/Mill, count=1],"
                + " ValueCount[value=North/Pier 5~16, count=1], ValueCount[value=South, count=1]],"
                + " room_type=[ValueCount[value=Room, count=1]]}");
    assertThat(answer.numbers()).hasToString("{rating=[95.5]}");
  }

  @Test
  void measuresInMillimetres() {
    GlobePoint north = GlobePoint.ofDegrees(10, 20);
    assertThat(north.millimetresTo(GlobePoint.ofDegrees(10, 20.01))).isEqualTo(1_095_058L);
    assertThat(north.millimetresTo(GlobePoint.ofDegrees(11, 20))).isEqualTo(111_195_080L);
  }

  private String inArea(String node) {
    return find(Stay.NONE, new Where(List.of(node), null, null, null, null, null, null), null);
  }

  private String tagged(List<String> all, List<String> none) {
    OracleRequest.Tags tags = new OracleRequest.Tags(all, null, none);
    return find(Stay.NONE, new Where(null, null, null, tags, null, null, null), null);
  }

  private String book(int day, int nights) {
    return find(new Stay(LocalDate.of(2030, 3, day), nights, null), Where.NONE, null);
  }

  private String find(Stay stay, Where where, Budget budget) {
    OracleRequest request =
        new OracleRequest(stay, where, budget, null, null, null, List.of(), null);
    return oracle.answer(request).hits().stream()
        .map(hit -> hit.listing().id() + "=" + price(hit.price()))
        .collect(Collectors.joining(" "));
  }

  private static String price(OracleAnswer.PriceRange price) {
    if (price == null) {
      return "none";
    }
    return price.min() == price.max() ? "" + price.min() : price.min() + ".." + price.max();
  }

  private void write(String file, String text) throws IOException {
    try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(folder.resolve(file)))) {
      bytes.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
