package tatami.query.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.query.cursor.RequestDigest;
import tatami.query.request.Guests.NamedRooms;
import tatami.query.request.Guests.Room;
import tatami.query.request.Guests.SplitParty;

class GuestsRequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "party": {"adults": 2}, "rooms": [{"adults": 2}]|/party|{"adults":2}|either "rooms" or "party", not both
          "party": 2|/party|2|must be an object, got a number
          "party": null|/party|null|must be an object, got null
          "party": {}|/party/adults|null|a party needs at least one adult
          "party": {"adults": 0}|/party/adults|0|must be an integer from 1 to 32
          "party": {"adults": 99}|/party/adults|99|must be an integer from 1 to 32
          "party": {"adults": "2"}|/party/adults|"2"|must be an integer from 1 to 32, got a string
          "party": {"adults": 2.5}|/party/adults|2.5|must be an integer from 1 to 32
          "party": {"adults": 9, "rooms": 0}|/party/rooms|0|must be an integer from 1 to 8
          "party": {"adults": 9, "rooms": 9}|/party/rooms|9|must be an integer from 1 to 8
          "party": {"adults": 9, "rooms": [{"adults": 2}]}|/party/rooms|[{"adults":2}]|must be an integer from 1 to 8, got an array
          "party": {"adults": 2, "rooms": 3}|/party/adults|2|each room needs an adult: adults=2 rooms=3
          "party": {"adults": 2, "children": [-1]}|/party/children/0|-1|must be an integer from 0 to 17
          "party": {"adults": 2, "children": [3, 200]}|/party/children/1|200|must be an integer from 0 to 17
          "party": {"adults": 2, "children": [18]}|/party/children/0|18|must be an integer from 0 to 17
          "party": {"adults": 2, "children": ["5"]}|/party/children/0|"5"|must be an integer from 0 to 17, got a string
          "party": {"adults": 2, "children": 2}|/party/children|2|must be an array of at most 32 ages in years, got a number
          "party": {"adults": 31, "children": [4, 5]}|/party|{"adults":31,"children":[4,5]}|at most 32 people, got 33
          "party": {"adults": 2, "childs": [4]}|/party/childs|[4]|unknown field "childs"; known: adults, children, rooms
          "party": {"adlts": 2, "adults": 2}|/party/adlts|2|unknown field "adlts", did you mean "adults"? known: adults, children, rooms
          "rooms": [{"adults": 2, "children": [-1]}]|/rooms/0/children/0|-1|must be an integer from 0 to 17
          "rooms": [{"adults": 2}, {"adults": 1, "children": [200]}]|/rooms/1/children/0|200|must be an integer from 0 to 17
          "rooms": [{"adults": 99}]|/rooms/0/adults|99|must be an integer from 1 to 32
          "rooms": [{"children": [4]}]|/rooms/0/adults|null|each room needs at least one adult
          "rooms": [{"adults": 20}, {"adults": 12, "children": [0]}]|/rooms|[{"adults":20},{"adults":12,"children":[0]}]|at most 32 people in all rooms, got 33
          "rooms": [{"adults": 1, "rooms": 2}]|/rooms/0/rooms|2|unknown field "rooms"; known: adults, children
          "rooms": null|/rooms|null|must be an array of 1 to 8 rooms, got null
          """)
  void saysWhatIsWrongWithGuests(String guests, String pointer, String value, String detail) {
    assertThat(Requests.mistakes(() -> Requests.search("{\"stay\": {" + guests + "}}")))
        .containsExactly("/stay" + pointer + "|" + value + "|" + detail);
  }

  @Test
  void refusesNineRoomsAndThirtyThreeAges() {
    String nineRooms = list(9, "{\"adults\":1}");
    assertThat(Requests.mistakes(() -> guests("\"rooms\": " + nineRooms)))
        .containsExactly(
            "/stay/rooms|" + nineRooms + "|must be an array of 1 to 8 rooms, got 9 rooms");
    String ages = list(33, "1");
    assertThat(
            Requests.mistakes(
                () -> guests("\"party\": {\"adults\": 1, \"children\": " + ages + "}")))
        .containsExactly(
            "/stay/party/children|"
                + ages
                + "|must be an array of at most 32 ages in years, got 33 ages");
    String most = "\"party\": {\"adults\": 1, \"children\": " + list(32, "1") + "}";
    assertThat(Requests.mistakes(() -> guests(most)))
        .as("so many ages may be given, but not for so many people")
        .singleElement()
        .asString()
        .endsWith("|at most 32 people, got 33");
  }

  @Test
  void takesAsManyAsAreAllowed() {
    assertThat(guests("\"party\": {\"adults\": 32, \"rooms\": 8}").heads()).isEqualTo(32);
    assertThat(guests("\"party\": {\"adults\": 8, \"rooms\": 8}").roomCount()).isEqualTo(8);
    assertThat(guests("\"rooms\": " + list(8, "{\"adults\":4}")).heads()).isEqualTo(32);
    assertThat(guests("\"party\": {\"adults\": 1, \"children\": " + list(31, "0") + "}").heads())
        .isEqualTo(32);
  }

  @Test
  void readsRoomsOneByOneAndAPartyWithItsAgesInOrder() {
    assertThat(guests("\"rooms\": [{\"adults\": 2, \"children\": [17, 0]}, {\"adults\": 1}]"))
        .isEqualTo(new NamedRooms(List.of(new Room(2, List.of(17, 0)), new Room(1, List.of()))));
    assertThat(guests("\"party\": {\"adults\": 5, \"children\": [7, 3], \"rooms\": 2}"))
        .isEqualTo(new SplitParty(5, List.of(3, 7), 2));
    assertThat(guests("\"party\": {\"adults\": 3}")).isEqualTo(new SplitParty(3, List.of(), 1));
    assertThat(guests("")).isEqualTo(new NamedRooms(List.of(new Room(2, List.of()))));
  }

  @Test
  void aCursorBelongsToItsGuests() {
    List<String> guests =
        List.of(
            "",
            "\"rooms\": [{\"adults\": 3}]",
            "\"rooms\": [{\"adults\": 2, \"children\": [3]}]",
            "\"rooms\": [{\"adults\": 2, \"children\": [4]}]",
            "\"rooms\": [{\"adults\": 1}, {\"adults\": 1}]",
            "\"party\": {\"adults\": 2}",
            "\"party\": {\"adults\": 2, \"children\": [3]}",
            "\"party\": {\"adults\": 2, \"rooms\": 2}");
    assertThat(guests.stream().map(each -> RequestDigest.of(search(each)))).doesNotHaveDuplicates();
    assertThat(RequestDigest.of(search("\"party\": {\"adults\": 1, \"children\": [3, 4]}")))
        .isEqualTo(RequestDigest.of(search("\"party\": {\"adults\": 1, \"children\": [4, 3]}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "rooms": [{"adults": 2, "children": [9]}, {"adults": 1, "children": [4]}]|3|[4, 9]
          "party": {"adults": 3, "children": [9, 4], "rooms": 2}|3|[4, 9]
          """)
  void theSamePeopleMaySleepInOtherRooms(String given, int adults, String ages) {
    Guests guests = guests(given);
    assertThat(guests.findSplit(0)).isEmpty();
    assertThat(guests.findSplit(1)).contains(new SplitParty(adults, List.of(4, 9), 1));
    assertThat(guests.findSplit(3)).contains(new SplitParty(adults, List.of(4, 9), 3));
    assertThat(guests.findSplit(4)).isEmpty();
    assertThat(guests.findSplit(3).orElseThrow().childAges()).hasToString(ages);
  }

  @Test
  void childrenAreHeadsOfTheirRoom() {
    assertThat(new Room(2, List.of(0, 17)).heads()).isEqualTo(4);
    assertThat(new Room(1, List.of()).heads()).isEqualTo(1);
  }

  @Test
  void thereAreNoNineRooms() {
    assertThat(new SplitParty(20, List.of(), 8).findSplit(9)).isEmpty();
    assertThat(new SplitParty(20, List.of(), 8).findSplit(8)).isPresent();
    assertThatThrownBy(() -> new SplitParty(1, List.of(), 2)).hasMessage("adults=1 rooms=2");
  }

  private static String list(int count, String entry) {
    return IntStream.range(0, count)
        .mapToObj(index -> entry)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static SearchRequest search(String guests) {
    return Requests.search("{\"stay\": {" + guests + "}}");
  }

  private static Guests guests(String guests) {
    return search(guests).stay().guests();
  }
}
