package tatami.ingest.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tatami.ingest.synthetic.Vocabulary.Place;
import tatami.ingest.synthetic.Vocabulary.Season;

class VocabularyTest {

  private final List<Place> places = WordList.read("places.csv").list(Place::of);

  @Test
  void knowsTwoToFourCitiesOfEachPrefecture() {
    Map<String, Long> cities =
        places.stream().collect(Collectors.groupingBy(Place::prefecture, Collectors.counting()));

    assertThat(cities).hasSize(47);
    assertThat(cities.values()).allMatch(count -> count >= 2 && count <= 4);
    assertThat(places.stream().map(Place::region).distinct())
        .containsExactly(
            "Hokkaido", "Tohoku", "Kanto", "Chubu", "Kansai", "Chugoku", "Shikoku", "Kyushu");
  }

  @Test
  void keepsAPrefectureInOneRegion() {
    Map<String, Long> regions =
        places.stream()
            .map(place -> place.prefecture() + "/" + place.region())
            .distinct()
            .collect(Collectors.groupingBy(path -> path.split("/")[0], Collectors.counting()));

    assertThat(regions.values()).containsOnly(1L);
  }

  @Test
  void namesNoCityOfAPrefectureTwice() {
    assertThat(places.stream().map(place -> place.prefecture() + "/" + place.city()))
        .doesNotHaveDuplicates();
    assertThat(places.stream().map(Place::kana)).allMatch(kana -> kana.matches("[ァ-ヶー]+"));
  }

  @Test
  void hasMoreThanFortyAmenitiesOfHotelsAndTwentyOfRooms() {
    List<String> amenities = WordList.read("amenities.csv").list(line -> line.getField("amenity"));

    assertThat(amenities).hasSize(48).doesNotHaveDuplicates();
    assertThat(WordList.read("room_amenities.csv").list(line -> line.getField("amenity")))
        .hasSize(24)
        .doesNotHaveDuplicates();
  }

  @Test
  void followsASeasonOverTheTurnOfTheYear() {
    Season newYear = new Season(MonthDay.of(12, 29), MonthDay.of(1, 3), 3);
    Function<String, Boolean> contains = day -> newYear.contains(MonthDay.parse("--" + day));

    assertThat(List.of("12-29", "12-31", "01-01", "01-03")).allMatch(contains::apply);
    assertThat(List.of("12-28", "01-04", "07-01")).noneMatch(contains::apply);
  }
}
