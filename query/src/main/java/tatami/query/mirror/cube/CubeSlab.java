package tatami.query.mirror.cube;

/**
 * What properties cost for one party, one check-in and one length, whatever offers are asked for.
 *
 * @param bookable properties with an offer that can be booked
 * @param lowest by property: the {@link PriceCode} of its lowest total, {@link PriceCode#NONE}
 * @param highest by property: the code of its highest total; anything where it has none
 */
public record CubeSlab(long[] bookable, char[] lowest, char[] highest) {

  /** Returns about how many bytes it takes. */
  static long bytes(int properties) {
    return properties * (2L * Character.BYTES) + (properties + 7L) / 8;
  }
}
