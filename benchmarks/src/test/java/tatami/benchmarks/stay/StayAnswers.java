package tatami.benchmarks.stay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the stay benchmark must answer with {@link #OFFERS} offers: worked out without SQL. */
final class StayAnswers {

  static final int OFFERS = 120;
  static final int SEARCHES = 12;

  private StayAnswers() {}

  /** Returns {@code answers.csv}. */
  static List<String> expected() throws IOException {
    try (InputStream file = StayAnswers.class.getResourceAsStream("answers.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  static List<String> header() {
    return new ArrayList<>(List.of("check_in,nights,budget,property:total"));
  }

  static String line(StaySearch search, List<PropertyTotal> answer) {
    return answer.stream()
        .map(found -> found.property() + ":" + found.total())
        .collect(
            Collectors.joining(
                " ", search.checkIn() + "," + search.nights() + "," + search.budget() + ",", ""));
  }

  static List<PropertyTotal> work(StaySearch search) {
    return IntStream.range(0, OFFERS)
        .mapToObj(offer -> new PropertyTotal(offer, total(OfferCalendar.of(offer), search)))
        .filter(found -> found.total() >= 0 && found.total() <= search.budget())
        .sorted(
            Comparator.comparingLong(PropertyTotal::total)
                .thenComparingInt(PropertyTotal::property))
        .limit(StaySearch.PAGE_SIZE)
        .toList();
  }

  /** Returns −1 if a night is sold out. */
  private static long total(OfferCalendar calendar, StaySearch search) {
    long total = 0;
    for (int night = search.firstNight(); night < search.firstNight() + search.nights(); night++) {
      if (calendar.rooms()[night] == 0) {
        return -1;
      }
      total += calendar.amounts()[night];
    }
    return total;
  }
}
