package tatami.searchtable.description;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of children: bands of ages in their order, of which the first that holds an age
 * counts. An age without a band is not taken in.
 *
 * @param bands the bands, in order
 */
public record ChildPolicy(List<AgeBand> bands) {

  /** Copies the list. */
  public ChildPolicy {
    bands = List.copyOf(bands);
  }

  /** Finds the band of an age in years. */
  public Optional<AgeBand> findBand(int age) {
    return bands.stream().filter(band -> band.holds(age)).findFirst();
  }

  /** How the price of a head is found. */
  public enum BandPricing {
    /** By the price cells of the band's own class. */
    OWN_CELLS,
    /** A share of the adult's cell, in basis points: per head and night, rounded half up. */
    SHARE_OF_ADULT,
    /** So many minor units per head and night. */
    AMOUNT,
    /** Nothing. */
    FREE
  }

  /**
   * Ages that are alike.
   *
   * @param firstAge lowest age in years
   * @param lastAge highest age in years, itself inside
   * @param personClass what a head of that age is
   * @param counts whether the head counts towards the occupancy
   * @param pricing how its price is found
   * @param amount basis points of {@link BandPricing#SHARE_OF_ADULT}, minor units of {@link
   *     BandPricing#AMOUNT}, else 0
   */
  public record AgeBand(
      int firstAge,
      int lastAge,
      PersonClass personClass,
      boolean counts,
      BandPricing pricing,
      long amount) {

    /** Refuses a band that holds no age, and a negative amount. */
    public AgeBand {
      Objects.requireNonNull(personClass, "personClass");
      Objects.requireNonNull(pricing, "pricing");
      if (firstAge < 0 || lastAge < firstAge || amount < 0) {
        throw new IllegalArgumentException(
            "firstAge=" + firstAge + " lastAge=" + lastAge + " amount=" + amount);
      }
    }

    /** Tells whether an age is in the band. */
    public boolean holds(int age) {
      return age >= firstAge && age <= lastAge;
    }
  }
}
