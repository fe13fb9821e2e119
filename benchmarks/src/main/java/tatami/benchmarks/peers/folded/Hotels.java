package tatami.benchmarks.peers.folded;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import tatami.benchmarks.mixed.Facet;
import tatami.benchmarks.peers.peer.PeerAnswer;

/** All hotels, numbered from 0 in the order of their places, and the values that they have. */
public final class Hotels implements PeerAnswer.Names {

  private final List<Hotel> hotels;
  private final Places places;
  private final List<String> kinds;
  private final List<String> amenities;
  private final List<String> meals;
  private final LocalDate firstNight;

  Hotels(List<Hotel> hotels, Collection<String> meals, LocalDate firstNight) {
    this.hotels = List.copyOf(hotels);
    this.places = Places.of(hotels);
    this.kinds = sorted(hotels.stream().map(Hotel::kind).filter(Objects::nonNull));
    this.amenities = sorted(hotels.stream().flatMap(hotel -> hotel.amenities().stream()));
    this.meals = sorted(meals.stream());
    this.firstNight = firstNight;
  }

  private static List<String> sorted(Stream<String> names) {
    TreeSet<String> sorted = new TreeSet<>();
    names.forEach(sorted::add);
    return List.copyOf(sorted);
  }

  /** Returns how many there are. */
  public int count() {
    return hotels.size();
  }

  /** Returns a hotel. */
  public Hotel get(int number) {
    return hotels.get(number);
  }

  /** Returns where they are. */
  public Places places() {
    return places;
  }

  /** Lists kinds in the order of their numbers. */
  public List<String> kinds() {
    return kinds;
  }

  /** Lists amenities in the order of their numbers. */
  public List<String> amenities() {
    return amenities;
  }

  /** Lists meals in the order of their numbers. */
  public List<String> meals() {
    return meals;
  }

  @Override
  public LocalDate firstNight() {
    return firstNight;
  }

  @Override
  public String hotel(int number) {
    return hotels.get(number).code();
  }

  @Override
  public String value(Facet facet, int number) {
    return switch (facet) {
      case AREA -> places.name(number);
      case KIND -> kinds.get(number);
      case AMENITY -> amenities.get(number);
      case MEAL -> meals.get(number);
    };
  }
}
