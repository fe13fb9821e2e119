package tatami.benchmarks.peers.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.NumericDocValues;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.peers.folded.NumberedSearch;
import tatami.benchmarks.peers.peer.PeerAnswer;
import tatami.benchmarks.peers.peer.PeerAnswer.Day;

/** Collects a calendar: every night is read once for all stays that it is part of. */
final class CalendarCollector {

  private static final int DAYS = MixedSearch.CALENDAR_DAYS;

  /** Offers at a time; the nights of a block fit the second cache. */
  private static final int BLOCK = 512;

  private final OfferIndex index;
  private final NumberedSearch search;
  private final int nights;
  private final int adults;
  private final int firstDay;
  private final NumericDocValues[] prices;
  private final NumericDocValues[] stays;
  private final int[][] priceOfNight;
  private final int[][] lengths;
  private final int[] documents = new int[BLOCK];
  private final ClockRules clock;
  private final Rebates rebates;
  private final long[] lowest = new long[DAYS];
  private final long[] highest = new long[DAYS];
  private final int[] hotels = new int[DAYS];
  private final int[] lastHotel = new int[DAYS];

  CalendarCollector(OfferIndex index, NumberedSearch search) throws IOException {
    this.index = index;
    this.search = search;
    this.nights = search.search().nights();
    this.adults = search.search().adults();
    this.firstDay = search.checkIn();
    this.prices = new NumericDocValues[DAYS + nights - 1];
    for (int night = 0; night < prices.length; night++) {
      prices[night] = index.values(OfferFields.price(firstDay + night));
    }
    this.stays = new NumericDocValues[DAYS];
    for (int day = 0; day < DAYS; day++) {
      stays[day] = index.values(OfferFields.stays(firstDay + day));
    }
    this.priceOfNight = new int[prices.length][BLOCK];
    this.lengths = new int[DAYS][BLOCK];
    this.clock = new ClockRules(index, search);
    this.rebates = new Rebates(index, nights, adults);
    Arrays.fill(lowest, Long.MAX_VALUE);
    Arrays.fill(lastHotel, -1);
  }

  PeerAnswer collect() throws IOException {
    Candidates candidates = Candidates.of(index, search);
    for (int read = candidates.read(documents); read > 0; read = candidates.read(documents)) {
      for (int night = 0; night < prices.length; night++) {
        read(prices[night], read, priceOfNight[night]);
      }
      for (int day = 0; day < DAYS; day++) {
        read(stays[day], read, lengths[day]);
      }
      for (int column = 0; column < read; column++) {
        if (clock.read(documents[column])) {
          addOffer(column);
        }
      }
    }
    return new PeerAnswer(0, List.of(), Map.of(), days());
  }

  private void read(NumericDocValues values, int count, int[] row) throws IOException {
    for (int column = 0; column < count; column++) {
      values.advanceExact(documents[column]);
      row[column] = (int) values.longValue();
    }
  }

  private void addOffer(int column) throws IOException {
    int bit = search.lengthBit();
    long budget = search.budget();
    int document = documents[column];
    int hotel = index.hotel(document);
    for (int day = 0; day < DAYS; day++) {
      if ((lengths[day][column] & bit) != 0 && clock.allows(firstDay + day)) {
        long sum = sum(day, column);
        if (sum >= 0) {
          long total = rebates.total(document, adults * sum, priceOfNight, day, column);
          if (total <= budget) {
            add(day, hotel, total);
          }
        }
      }
    }
  }

  /** Returns the sum of the nights for one adult; negative if one cannot be sold. */
  private long sum(int day, int column) {
    long sum = 0;
    int worst = 0;
    for (int night = day; night < day + nights; night++) {
      int price = priceOfNight[night][column];
      worst |= price;
      sum += price;
    }
    return worst < 0 ? -1 : sum;
  }

  private void add(int day, int hotel, long total) {
    lowest[day] = Math.min(lowest[day], total);
    highest[day] = Math.max(highest[day], total);
    if (lastHotel[day] != hotel) {
      lastHotel[day] = hotel;
      hotels[day]++;
    }
  }

  private List<Day> days() {
    List<Day> days = new ArrayList<>(DAYS);
    for (int day = 0; day < DAYS; day++) {
      if (hotels[day] > 0) {
        days.add(new Day(firstDay + day, lowest[day], highest[day], hotels[day]));
      }
    }
    return days;
  }
}
