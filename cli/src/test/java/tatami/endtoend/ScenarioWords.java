package tatami.endtoend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says what was answered in the words of a scene, from the JSON of the product. */
final class ScenarioWords {

  private ScenarioWords() {}

  /** Returns {@code 400}, {@code 400..500} or with rooms {@code 400 as 2 adults / 1 adult}. */
  static String price(JsonNode hit) {
    if (hit.path("price").isNull()) {
      return "no price";
    }
    StringBuilder words = new StringBuilder(range(hit.path("price")));
    if (hit.path("offers").size() > 1) {
      List<String> offers = new ArrayList<>();
      for (JsonNode offer : hit.path("offers")) {
        String key =
            offer.path("key").values().stream()
                .map(JsonNode::asString)
                .collect(Collectors.joining("/"));
        offers.add(key + " " + offer.path("total").asString("?"));
      }
      words.append(" (").append(String.join(", ", offers)).append(')');
    }
    JsonNode rooms = hit.path("offers").path(0).path("rooms");
    if (!rooms.isEmpty()) {
      words.append(" as ");
      words.append(
          rooms.values().stream().map(ScenarioWords::room).collect(Collectors.joining(" / ")));
    }
    return words.toString();
  }

  private static String range(JsonNode price) {
    long min = price.path("min").asLong(-1);
    long max = price.path("max").asLong(-1);
    return min == max ? String.valueOf(min) : min + ".." + max;
  }

  private static String room(JsonNode room) {
    List<Integer> ages = room.path("children").values().stream().map(age -> age.asInt(-1)).toList();
    return room(room.path("adults").asInt(-1), ages);
  }

  private static String room(int adults, List<Integer> ages) {
    String words = adults + (adults == 1 ? " adult" : " adults");
    if (ages.isEmpty()) {
      return words;
    }
    String list = ages.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return words + (ages.size() == 1 ? " + age " : " + ages ") + list;
  }

  /** Returns {@code 1: 400; 2: no_stock 1}. */
  static String calendar(JsonNode answer) {
    List<String> days = new ArrayList<>();
    for (JsonNode day : answer.path("days")) {
      String number = dayOfMonth(day.path("check_in"));
      String what =
          day.path("price").isNull() ? codes(day.path("why_not")) : range(day.path("price"));
      days.add(number + ": " + what);
    }
    return String.join("; ", days);
  }

  private static String codes(JsonNode counts) {
    return counts.values().stream()
        .map(count -> count.path("code").asString("?") + " " + count.path("count").asInt(-1))
        .collect(Collectors.joining(" "));
  }

  private static String dayOfMonth(JsonNode date) {
    return String.valueOf(LocalDate.parse(date.stringValue()).getDayOfMonth());
  }

  /** Returns {@code no_stock 1; from 4: 1 at 400; in 2 rooms: 1 at 500; up to 900: 1 at 900}. */
  static String hints(JsonNode answer) {
    List<String> words = new ArrayList<>();
    words.add(
        answer.path("why_not").isEmpty()
            ? "matching " + answer.path("matching").asInt(-1)
            : codes(answer.path("why_not")));
    for (JsonNode hint : answer.path("hints")) {
      String what =
          hint.has("check_in")
              ? "from " + dayOfMonth(hint.path("check_in"))
              : hint.has("rooms")
                  ? "in " + hint.path("rooms").asInt(-1) + " rooms"
                  : "up to " + hint.path("budget").path("max").asLong(-1);
      words.add(
          what
              + ": "
              + hint.path("count").asInt(-1)
              + " at "
              + hint.path("price").path("min").asLong(-1));
    }
    return String.join("; ", words);
  }
}
