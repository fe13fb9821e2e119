package tatami.benchmarks.peers.lucene;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;
import tatami.benchmarks.peers.folded.Hotel;
import tatami.benchmarks.peers.folded.Hotels;

/** What ranks and facets read of hotels: arrays and bitsets in the heap, one for all indexes. */
final class HotelColumns {

  private final Hotels hotels;
  private final int[] recommended;
  private final int[] places;
  private final int[] kinds;
  private final FixedBitSet[] amenities;

  HotelColumns(Hotels hotels) {
    this.hotels = hotels;
    this.recommended = new int[hotels.count()];
    this.places = new int[hotels.count()];
    this.kinds = new int[hotels.count()];
    this.amenities = new FixedBitSet[hotels.amenities().size()];
    Arrays.setAll(amenities, amenity -> new FixedBitSet(hotels.count()));
    for (int number = 0; number < hotels.count(); number++) {
      Hotel hotel = hotels.get(number);
      recommended[number] = hotel.recommended();
      places[number] = hotels.places().leaf(number);
      kinds[number] = hotels.kinds().indexOf(hotel.kind() == null ? "" : hotel.kind());
      for (String amenity : hotel.amenities()) {
        amenities[hotels.amenities().indexOf(amenity)].set(number);
      }
    }
  }

  Hotels hotels() {
    return hotels;
  }

  int recommended(int hotel) {
    return recommended[hotel];
  }

  /** Returns the lowest place of a hotel; negative for none. */
  int place(int hotel) {
    return places[hotel];
  }

  /** Returns the kind of a hotel; negative for none. */
  int kind(int hotel) {
    return kinds[hotel];
  }

  /** Counts the hotels of a set with each amenity. */
  int[] amenities(FixedBitSet among) {
    int[] counts = new int[amenities.length];
    for (int amenity = 0; amenity < counts.length; amenity++) {
      counts[amenity] = (int) FixedBitSet.intersectionCount(amenities[amenity], among);
    }
    return counts;
  }

  /** Returns the bytes of arrays and bitsets. */
  long bytes() {
    long sets = Arrays.stream(amenities).mapToLong(set -> set.getBits().length).sum();
    return sets * Long.BYTES + 3L * recommended.length * Integer.BYTES;
  }
}
