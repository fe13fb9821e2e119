package tatami.oracle.hotel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A plan in a room type.
 *
 * @param plan key of the plan
 * @param room key of the room type
 * @param row columns of plan and room
 * @param bands child policy in its order; null where the offer has none
 * @param rebates rules of long stays
 * @param cells calendars, by feed and day: the values of the row
 * @param prices by occupancy and class, such as {@code 2 adult}, {@code 3 room} or empty: amounts
 */
record Offer(
    String plan,
    String room,
    Map<String, String> row,
    List<Band> bands,
    List<Rebate> rebates,
    Map<String, Map<LocalDate, Map<String, String>>> cells,
    Map<String, Map<LocalDate, Long>> prices) {

  List<String> key() {
    return List.of(plan, room);
  }

  Integer number(String column) {
    String text = row.get(column);
    return text == null ? null : Integer.valueOf(text);
  }

  LocalDate date(String column) {
    String text = row.get(column);
    return text == null ? null : LocalDate.parse(text);
  }

  /** Returns the text of a calendar's cell, null where there is none. */
  String cell(String feed, String value, LocalDate day) {
    return cells.getOrDefault(feed, Map.of()).getOrDefault(day, Map.of()).get(value);
  }

  boolean isTrue(String feed, String value, LocalDate day) {
    return "true".equals(cell(feed, value, day));
  }

  Integer numberOn(String feed, String value, LocalDate day) {
    String text = cell(feed, value, day);
    return text == null ? null : Integer.valueOf(text);
  }

  /** Returns an amount, null where there is no cell. */
  Long price(String of, LocalDate day) {
    return prices.getOrDefault(of, Map.of()).get(day);
  }

  /**
   * Ages that are alike.
   *
   * @param share basis points of the adult's cell, null where it is not priced so
   * @param amount per head and night, null where it is not priced so
   */
  record Band(int from, int to, PersonKind kind, boolean counts, Long share, Long amount) {

    boolean holds(int age) {
      return from <= age && age <= to;
    }
  }

  /** What a long stay costs less; of the last three one is not null. */
  record Rebate(int fromNights, Long share, Long amount, Integer freeEvery) {}
}
