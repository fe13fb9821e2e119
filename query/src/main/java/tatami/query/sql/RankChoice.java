package tatami.query.sql;

import java.util.List;

/**
 * The few ranks that some nights have in each calendar of a shared table: a row needs no other
 * levels.
 */
final class RankChoice {

  private final List<List<Integer>> ranksOfCalendars;
  private final byte[] places;
  private final int firstNight;
  private final int nights;
  private final int ranks;

  /**
   * Keeps a choice.
   *
   * @param ranksOfCalendars by calendar, at least one rank each
   * @param places by calendar and night: the place of its rank among those of the calendar
   */
  RankChoice(List<List<Integer>> ranksOfCalendars, byte[] places, SharedRanks.Window window) {
    this(
        List.copyOf(ranksOfCalendars),
        places.clone(),
        window.firstNight(),
        window.nights(),
        ranksOfCalendars.stream().mapToInt(List::size).max().orElseThrow());
  }

  private RankChoice(
      List<List<Integer>> ranksOfCalendars, byte[] places, int firstNight, int nights, int ranks) {
    this.ranksOfCalendars = ranksOfCalendars;
    this.places = places;
    this.firstNight = firstNight;
    this.nights = nights;
    this.ranks = ranks;
  }

  /** Returns the same choice with more ranks than are needed, so that statements are alike. */
  RankChoice padded(int mostRanks) {
    return new RankChoice(ranksOfCalendars, places, firstNight, nights, mostRanks);
  }

  /** Returns the choice of a single calendar whose nights have one rank. */
  static RankChoice ofOneRank(SharedRanks.Window window) {
    return new RankChoice(List.of(List.of(0)), new byte[window.nights()], window);
  }

  /** Returns how many ranks are enough for every calendar, at least 1. */
  int ranks() {
    return ranks;
  }

  /** Returns the rank at a place for each calendar, a byte each; any where it has fewer ranks. */
  byte[] ofCalendars(int place) {
    byte[] chosen = new byte[ranksOfCalendars.size()];
    for (int calendar = 0; calendar < chosen.length; calendar++) {
      List<Integer> own = ranksOfCalendars.get(calendar);
      chosen[calendar] = own.get(Math.min(place, own.size() - 1)).byteValue();
    }
    return chosen;
  }

  /** Returns the place of a night's rank. */
  int place(int calendar, int night) {
    return places[calendar * nights + night - firstNight];
  }
}
