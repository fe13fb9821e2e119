package tatami.oracle.hotel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/** Whether the texts of a row are of the types of their columns. */
final class FieldCheck {

  private static final Set<String> WHOLE_NUMBERS =
      Set.of(
          "rank",
          "min_nights",
          "max_nights",
          "min_through",
          "max_through",
          "min_guests",
          "max_guests",
          "close_days",
          "advance_min",
          "advance_max",
          "rooms",
          "yen",
          "occupancy",
          "band",
          "age_from",
          "age_to",
          "band_yen",
          "rule",
          "from_nights",
          "rebate_yen",
          "free_every");
  private static final Set<String> DECIMALS =
      Set.of("rating", "room_size", "latitude", "longitude", "share", "percent");
  private static final Set<String> DATES =
      Set.of("day", "gone", "sale_from", "sale_to", "stay_from", "stay_to");
  private static final Set<String> TRUTHS =
      Set.of("closed", "arrival_closed", "departure_closed", "stop_sell", "counts");

  private FieldCheck() {}

  static boolean isGood(Map<String, String> row) {
    return row.entrySet().stream().allMatch(field -> isGood(field.getKey(), field.getValue()));
  }

  private static boolean isGood(String column, String text) {
    if (WHOLE_NUMBERS.contains(column)) {
      return text.matches("-?[0-9]+");
    }
    if (DECIMALS.contains(column)) {
      return text.matches("-?[0-9]+(\\.[0-9]+)?");
    }
    if (DATES.contains(column)) {
      return isDate(text);
    }
    if (TRUTHS.contains(column)) {
      return text.equals("true") || text.equals("false");
    }
    return switch (column) {
      case "zone" -> ZoneId.getAvailableZoneIds().contains(text);
      case "close_time" -> text.matches("([01][0-9]|2[0-3]):[0-5][0-9]");
      case "pattern" -> text.matches("[01]{1,62}");
      default -> true;
    };
  }

  private static boolean isDate(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text) != null;
    } catch (DateTimeException impossible) {
      return false;
    }
  }
}
