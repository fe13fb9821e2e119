package tatami.benchmarks.peers.lucene;

import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.util.FixedBitSet;
import tatami.benchmarks.mixed.Facet;
import tatami.benchmarks.peers.peer.PeerAnswer.Counted;

/** Counts facets, a hotel at a time. */
final class FacetCounts {

  private final HotelColumns hotels;
  private final FixedBitSet found;
  private final int[] places;
  private final int[] kinds;
  private final int[] meals;

  FacetCounts(HotelColumns hotels) {
    this.hotels = hotels;
    this.found = new FixedBitSet(hotels.hotels().count());
    this.places = new int[hotels.hotels().places().count()];
    this.kinds = new int[hotels.hotels().kinds().size()];
    this.meals = new int[hotels.hotels().meals().size()];
  }

  /** Counts a hotel that passes all filters. */
  void addFound(int hotel) {
    found.set(hotel);
    if (hotels.kind(hotel) >= 0) {
      kinds[hotels.kind(hotel)]++;
    }
  }

  /** Counts a hotel that passes all filters but that of the area. */
  void addPlace(int hotel) {
    if (hotels.place(hotel) >= 0) {
      places[hotels.place(hotel)]++;
    }
  }

  /** Counts a hotel whose offers pass all filters but that of the meal; a bit for each meal. */
  void addMeals(long mealBits) {
    for (long left = mealBits; left != 0; left &= left - 1) {
      meals[Long.numberOfTrailingZeros(left)]++;
    }
  }

  /** Returns the counts of all facets that have one. */
  Map<Facet, Counted> counted() {
    Map<Facet, Counted> counted = new EnumMap<>(Facet.class);
    counted.put(Facet.AREA, Counted.of(hotels.hotels().places().addUp(places)));
    counted.put(Facet.KIND, Counted.of(kinds));
    counted.put(Facet.AMENITY, Counted.of(hotels.amenities(found)));
    counted.put(Facet.MEAL, Counted.of(meals));
    return counted;
  }
}
