package tatami.benchmarks.peers.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.NumericDocValues;
import tatami.benchmarks.peers.folded.NumberedSearch;
import tatami.benchmarks.peers.peer.PeerAnswer;

/** Ranks and counts the hotels of a page; offers come hotel by hotel. */
final class PageCollector {

  private static final int RANK_BITS = 31;

  private final OfferIndex index;
  private final HotelColumns hotels;
  private final NumberedSearch search;
  private final TopHotels top = new TopHotels();
  private final FacetCounts facets;
  private final NumericDocValues meals;
  private final long askedMeals;
  private final int hotelFrom;
  private final int hotelTo;

  private int hotel = -1;
  private int offers;
  private long lowest;
  private long highest;
  private long mealBits;

  /** Collects a page, with facets or without. */
  PageCollector(OfferIndex index, HotelColumns hotels, NumberedSearch search, boolean isWithFacets)
      throws IOException {
    this.index = index;
    this.hotels = hotels;
    this.search = search;
    this.facets = isWithFacets ? new FacetCounts(hotels) : null;
    this.meals = isWithFacets ? index.values(OfferFields.MEAL_NUMBER) : null;
    this.askedMeals = search.meals().stream().mapToLong(meal -> 1L << meal).sum();
    this.hotelFrom = search.hotelFrom();
    this.hotelTo = search.hotelTo();
  }

  PeerAnswer collect() throws IOException {
    Candidates candidates =
        facets == null ? Candidates.of(index, search) : Candidates.ofFacets(index, search);
    StayColumns stay = new StayColumns(index, search);
    int[] documents = new int[StayColumns.BLOCK];
    long[] totals = new long[StayColumns.BLOCK];
    for (int read = candidates.read(documents); read > 0; read = candidates.read(documents)) {
      int kept = stay.keep(documents, read, totals);
      for (int place = 0; place < kept; place++) {
        add(documents[place], totals[place]);
      }
    }
    finish();
    return new PeerAnswer(
        top.total(), top.hits(), facets == null ? Map.of() : facets.counted(), List.of());
  }

  private void add(int document, long total) throws IOException {
    int next = index.hotel(document);
    if (next != hotel) {
      finish();
      start(next);
    }
    if (facets == null || isAskedMeal(document)) {
      lowest = Math.min(lowest, total);
      highest = Math.max(highest, total);
      offers++;
    }
  }

  private boolean isAskedMeal(int document) throws IOException {
    meals.advanceExact(document);
    long meal = meals.longValue();
    long bit = meal < 0 ? 0 : 1L << meal;
    mealBits |= bit;
    return askedMeals == 0 || (askedMeals & bit) != 0;
  }

  private void start(int next) {
    hotel = next;
    offers = 0;
    lowest = Long.MAX_VALUE;
    highest = Long.MIN_VALUE;
    mealBits = 0;
  }

  private void finish() {
    if (hotel < 0) {
      return;
    }
    boolean isInArea = hotelFrom <= hotel && hotel < hotelTo;
    if (offers > 0 && isInArea) {
      long rank = hotels.recommended(hotel);
      long key = search.search().byPrice() ? lowest << RANK_BITS | rank : rank;
      top.add(key, hotel, lowest, highest, offers);
    }
    if (facets != null) {
      count(isInArea);
    }
  }

  private void count(boolean isInArea) {
    if (offers > 0) {
      facets.addPlace(hotel);
      if (isInArea) {
        facets.addFound(hotel);
      }
    }
    if (isInArea) {
      facets.addMeals(mealBits);
    }
  }
}
