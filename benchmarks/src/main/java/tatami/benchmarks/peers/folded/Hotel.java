package tatami.benchmarks.peers.folded;

import java.util.List;

/**
 * A hotel.
 *
 * @param code its key
 * @param recommended its place in the order of recommendation, from 1
 * @param kind null for none
 * @param path region, prefecture and city, those that are there
 * @param latitude in 1e-7 degrees, null for none
 * @param longitude in 1e-7 degrees, null for none
 * @param amenities their names
 */
public record Hotel(
    String code,
    int recommended,
    String kind,
    List<String> path,
    Integer latitude,
    Integer longitude,
    List<String> amenities) {

  /** Copies the lists. */
  public Hotel {
    path = List.copyOf(path);
    amenities = List.copyOf(amenities);
  }
}
