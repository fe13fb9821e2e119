package tatami.endtoend;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tatami.oracle.hotel.HotelRequest;
import tatami.oracle.hotel.HotelRequest.Asked;
import tatami.oracle.hotel.HotelRequest.Budget;
import tatami.oracle.hotel.HotelRequest.Guests;
import tatami.oracle.hotel.HotelRequest.Page;
import tatami.oracle.hotel.HotelRequest.Party;
import tatami.oracle.hotel.HotelRequest.Room;
import tatami.oracle.hotel.HotelRequest.Stay;

/**
 * Reads what is asked in a scene: {@code 2 nights from 3 for 2 adults + ages 5, 7 / 1 adult},
 * {@code any night for party of 3 adults in 2 rooms}, each with {@code within 100-200}; before it
 * {@code hints:} or {@code calendar 1-5:}.
 */
final class ScenarioQuestion {

  private static final Pattern CALENDAR = Pattern.compile("calendar (\\d+)-(\\d+): (.*)");
  private static final Pattern STAY =
      Pattern.compile(
          "(?:any night|(\\d+) nights?(?: from (\\d+))?) for (.+?)(?: within (\\d*)-(\\d*))?");
  private static final Pattern PARTY = Pattern.compile("party of (.+) in (\\d+) rooms?");
  private static final Pattern ROOM = Pattern.compile("(\\d+) adults?(?: \\+ ages? ([\\d, ]+))?");

  private final String scene;
  private final LocalDate firstNight;

  ScenarioQuestion(String scene, LocalDate firstNight) {
    this.scene = scene;
    this.firstNight = firstNight;
  }

  HotelQuestion read(String text) {
    Matcher calendar = CALENDAR.matcher(text);
    if (calendar.matches()) {
      LocalDate from = day(calendar.group(1));
      HotelRequest request = request(calendar.group(3));
      return new HotelQuestion.Calendar(
          request.withStay(request.stay().at(from)), from, day(calendar.group(2)));
    }
    return text.startsWith("hints: ")
        ? new HotelQuestion.WhyNot(request(text.substring("hints: ".length())), null)
        : new HotelQuestion.Search(request(text));
  }

  private HotelRequest request(String text) {
    Matcher stay = STAY.matcher(text);
    if (!stay.matches()) {
      throw new AssertionError("cannot read: " + text);
    }
    LocalDate checkIn = stay.group(2) == null ? null : day(stay.group(2));
    int nights = stay.group(1) == null ? 1 : Integer.parseInt(stay.group(1));
    Budget budget =
        stay.group(4) == null ? null : new Budget(amount(stay.group(4)), amount(stay.group(5)));
    return new HotelRequest(
        new Stay(checkIn, nights, guests(stay.group(3))),
        Map.of("kind", new Asked.AnyOf(List.of(scene))),
        budget,
        Page.PLAIN);
  }

  private static Long amount(String text) {
    return text.isEmpty() ? null : Long.valueOf(text);
  }

  private LocalDate day(String dayOfMonth) {
    return firstNight.withDayOfMonth(Integer.parseInt(dayOfMonth));
  }

  private static Guests guests(String text) {
    Matcher party = PARTY.matcher(text);
    if (party.matches()) {
      Room all = room(party.group(1));
      return new Guests(
          null, new Party(all.adults(), all.ages(), Integer.parseInt(party.group(2))));
    }
    return new Guests(Arrays.stream(text.split(" / ")).map(ScenarioQuestion::room).toList(), null);
  }

  private static Room room(String text) {
    Matcher room = ROOM.matcher(text);
    if (!room.matches()) {
      throw new AssertionError("cannot read: " + text);
    }
    List<Integer> ages =
        room.group(2) == null
            ? List.of()
            : Arrays.stream(room.group(2).split(", ?")).map(Integer::valueOf).toList();
    return new Room(Integer.parseInt(room.group(1)), ages);
  }
}
