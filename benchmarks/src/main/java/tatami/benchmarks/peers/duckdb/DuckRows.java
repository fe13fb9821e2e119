package tatami.benchmarks.peers.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tatami.benchmarks.mixed.Facet;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.peers.folded.Hotels;
import tatami.benchmarks.peers.peer.PeerAnswer;
import tatami.benchmarks.peers.peer.PeerAnswer.Counted;
import tatami.benchmarks.peers.peer.PeerAnswer.Day;
import tatami.benchmarks.peers.peer.PeerAnswer.Hit;

/** Reads the rows of statements into an answer. */
final class DuckRows {

  private final Hotels hotels;
  private final boolean byPrice;
  private final List<RankedHit> hits = new ArrayList<>();
  private final Map<Facet, int[]> counts = new EnumMap<>(Facet.class);
  private int total;

  private record RankedHit(Hit hit, int recommended) {}

  DuckRows(Hotels hotels, boolean byPrice) {
    this.hotels = hotels;
    this.byPrice = byPrice;
  }

  /** Adds the rows of a page, of facets, or of both. */
  void add(ResultSet rows) throws SQLException {
    while (rows.next()) {
      int part = rows.getInt(1);
      int value = rows.getInt(2);
      int count = rows.getInt(5);
      if (part < 0) {
        Hit hit = new Hit(value, rows.getLong(3), rows.getLong(4), count);
        hits.add(new RankedHit(hit, rows.getInt(6)));
        total = rows.getInt(7);
      } else {
        counts(Facet.values()[part])[value] = count;
      }
    }
  }

  private int[] counts(Facet facet) {
    return counts.computeIfAbsent(
        facet,
        absent ->
            new int
                [switch (facet) {
                  case AREA -> hotels.places().count();
                  case KIND -> hotels.kinds().size();
                  case AMENITY -> hotels.amenities().size();
                  case MEAL -> hotels.meals().size();
                }]);
  }

  /** Returns the page; the rows of a union have no order. */
  PeerAnswer page() {
    Comparator<RankedHit> order = Comparator.comparingInt(RankedHit::recommended);
    if (byPrice) {
      order = Comparator.<RankedHit>comparingLong(one -> one.hit().lowest()).thenComparing(order);
    }
    hits.sort(order);
    Map<Facet, Counted> facets = new EnumMap<>(Facet.class);
    counts.forEach(
        (facet, values) ->
            facets.put(
                facet, Counted.of(facet == Facet.AREA ? hotels.places().addUp(values) : values)));
    return new PeerAnswer(total, hits.stream().map(RankedHit::hit).toList(), facets, List.of());
  }

  /** Reads a calendar that is one row. */
  static PeerAnswer calendarOfRow(ResultSet row, int firstDay) throws SQLException {
    List<Day> days = new ArrayList<>();
    row.next();
    for (int number = 0; number < MixedSearch.CALENDAR_DAYS; number++) {
      int column = 3 * number;
      int found = row.getInt(column + 3);
      if (found > 0) {
        long lowest = row.getLong(column + 1);
        days.add(new Day(firstDay + number, lowest, row.getLong(column + 2), found));
      }
    }
    return new PeerAnswer(0, List.of(), Map.of(), days);
  }

  /** Reads a calendar with a row for each day. */
  static PeerAnswer calendarOfRows(ResultSet rows) throws SQLException {
    List<Day> days = new ArrayList<>();
    while (rows.next()) {
      days.add(new Day(rows.getInt(1), rows.getLong(2), rows.getLong(3), rows.getInt(4)));
    }
    return new PeerAnswer(0, List.of(), Map.of(), days);
  }
}
