package tatami.oracle.hotel;

import java.util.EnumSet;
import java.util.Set;

/**
 * What one question met.
 *
 * @param features what it asked for, and what its offers had
 * @param codes why properties do not match
 */
public record Sightings(Set<HotelFeature> features, Set<WhyNotCode> codes) {

  static Sightings none() {
    return new Sightings(EnumSet.noneOf(HotelFeature.class), EnumSet.noneOf(WhyNotCode.class));
  }

  void see(HotelFeature feature, boolean seen) {
    if (seen) {
      features.add(feature);
    }
  }
}
