package tatami.benchmarks.peers.peer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import tatami.benchmarks.mixed.Answered;
import tatami.benchmarks.mixed.Answered.Line;
import tatami.benchmarks.mixed.Answered.Part;
import tatami.benchmarks.mixed.Facet;

/**
 * The answer of an engine inside the process.
 *
 * @param total hotels that match; 0 of a calendar
 * @param hits the first of them in their order; empty for a calendar
 * @param facets those that were asked for
 * @param days of a calendar, by date, those with a hotel; empty for a page
 */
public record PeerAnswer(int total, List<Hit> hits, Map<Facet, Counted> facets, List<Day> days) {

  /**
   * A hotel of a page.
   *
   * @param hotel its number
   * @param lowest lowest total in minor units
   * @param highest highest total in minor units
   * @param offers that match
   */
  public record Hit(int hotel, long lowest, long highest, int offers) {}

  /**
   * A check-in date.
   *
   * @param day days after the first night of the horizon
   * @param lowest lowest total in minor units
   * @param highest highest total in minor units
   * @param hotels that match
   */
  public record Day(int day, long lowest, long highest, int hotels) {}

  /** What the numbers of an answer stand for. */
  public interface Names {

    /** Returns the key of a hotel. */
    String hotel(int number);

    /** Returns the value of a facet. */
    String value(Facet facet, int number);

    /** Returns the first night of the horizon. */
    LocalDate firstNight();
  }

  /** Returns the same with names. */
  public Answered answered(Names names) {
    Map<String, Part> parts = new TreeMap<>();
    put(
        parts,
        "page",
        total,
        hits.stream()
            .map(
                hit ->
                    new Line(names.hotel(hit.hotel()), hit.lowest(), hit.highest(), hit.offers()))
            .toList());
    facets.forEach(
        (facet, counted) ->
            put(
                parts,
                facet.filter(),
                counted.total(),
                counted.lines(number -> names.value(facet, number))));
    put(
        parts,
        "calendar",
        days.size(),
        days.stream()
            .map(
                day ->
                    new Line(
                        names.firstNight().plusDays(day.day()).toString(),
                        day.lowest(),
                        day.highest(),
                        day.hotels()))
            .toList());
    return new Answered(parts);
  }

  private static void put(Map<String, Part> parts, String name, long total, List<Line> lines) {
    if (!lines.isEmpty()) {
      parts.put(name, new Part(total, lines));
    }
  }

  /**
   * The values of a facet with the largest counts.
   *
   * @param total values with a count, those that are not listed too
   * @param largest count descending, then by number
   */
  public record Counted(int total, List<Count> largest) {

    /**
     * A value.
     *
     * @param value its number; numbers are in the order of the names
     * @param hotels that would match
     */
    public record Count(int value, int hotels) {}

    private static final int VALUE_BITS = 32;

    /** Takes the largest of the counts of all values. */
    public static Counted of(int[] hotels) {
      long[] order = new long[hotels.length];
      int total = 0;
      for (int value = 0; value < hotels.length; value++) {
        if (hotels[value] > 0) {
          order[total++] = (long) -hotels[value] << VALUE_BITS | value;
        }
      }
      Arrays.sort(order, 0, total);
      Count[] largest = new Count[Math.min(total, Facet.MOST_VALUES)];
      for (int place = 0; place < largest.length; place++) {
        int value = (int) order[place];
        largest[place] = new Count(value, hotels[value]);
      }
      return new Counted(total, List.of(largest));
    }

    private List<Line> lines(IntFunction<String> name) {
      return largest.stream()
          .map(count -> new Line(name.apply(count.value()), 0, 0, count.hotels()))
          .toList();
    }
  }
}
