package tatami.query.mirror.cube;

import tatami.query.mirror.bits.Bits;

/**
 * What properties cost for one party, one check-in and one length, whatever offers are asked for.
 *
 * @param clock the offers that the clock let take bookings for the check-in: it holds for this
 *     object alone
 * @param bookable properties with an offer that can be booked
 * @param lowest by property: the {@link PriceCode} of its lowest total, {@link PriceCode#NONE}
 * @param highest by property: the code of its highest total; anything where it has none
 */
public record CubeSlab(long[] clock, long[] bookable, char[] lowest, char[] highest) {

  /** Adds a total of a property, before others see the slab. */
  void add(int property, char code) {
    if (lowest[property] == PriceCode.NONE) {
      Bits.set(bookable, property);
      highest[property] = code;
    }
    lowest[property] = (char) Math.min(lowest[property], code);
    highest[property] = (char) Math.max(highest[property], code);
  }

  /** Returns about how many bytes it takes. */
  static long bytes(int properties) {
    return properties * (2L * Character.BYTES) + (properties + 7L) / 8;
  }
}
