package tatami.ingest.synthetic;

import java.util.List;

/**
 * What becomes of children: bands in the order in which they are tried.
 *
 * @param code its name in the feeds
 * @param bands at least one
 */
record ChildPolicy(String code, List<Band> bands) {

  static final String ADULT = "adult";

  /** How the price of a head is found. */
  enum Pricing {
    /** By prices of its own class. */
    OWN,
    /** A share of the adult's price, in hundredths of a percent. */
    PERCENT,
    /** An amount per head and night. */
    YEN,
    /** Nothing. */
    FREE
  }

  /**
   * Ages that are alike.
   *
   * @param ageTo itself inside; empty for no end
   * @param counts whether the head counts towards the occupancy
   * @param value hundredths of a percent of {@link Pricing#PERCENT} and, where prices of the class
   *     are generated, of {@link Pricing#OWN}; yen of {@link Pricing#YEN}
   */
  record Band(
      int ageFrom, String ageTo, String personClass, boolean counts, Pricing pricing, int value) {

    boolean hasPricesOfItsOwn() {
      return pricing == Pricing.OWN && !personClass.equals(ADULT);
    }
  }

  /** Lists the bands of children whose class has prices of its own. */
  List<Band> bandsWithPrices() {
    return bands.stream().filter(Band::hasPricesOfItsOwn).toList();
  }
}
