package tatami.query.mirror.offer;

import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.OfferColumns;

/**
 * The offers of each property side by side: what a set of offers says of their properties.
 *
 * <p>A property is told by its last offer. Adding to the offers of a set all ones below each last
 * offer carries into it exactly where the property has one; so a word of offers takes a few steps,
 * whatever is in it. The bits of last offers are then pushed together by the sheep-and-goats steps
 * of Hacker's Delight, section 7-4, whose masks are the same for every set.
 */
public final class Segments {

  private static final int STEPS = 6;

  /** The last offer of each property that has any. */
  private final long[] ends;

  /** By word and step: the bits of last offers that move down. */
  private final long[] moves;

  /** By word: how many last offers are in the words before. */
  private final int[] before;

  /** By the number of its last offer: the property; null where every property has offers. */
  private final int[] propertyOf;

  /** Looks at the offers of a release. */
  public Segments(OfferColumns offers) {
    int properties = offers.properties();
    ends = Bits.none(offers.count());
    for (int property = 0; property < properties; property++) {
      if (offers.firstOffer(property + 1) > offers.firstOffer(property)) {
        Bits.set(ends, offers.firstOffer(property + 1) - 1);
      }
    }
    moves = new long[ends.length * STEPS];
    before = new int[ends.length + 1];
    for (int word = 0; word < ends.length; word++) {
      before[word + 1] = before[word] + Long.bitCount(ends[word]);
      putMoves(ends[word], word * STEPS);
    }
    propertyOf = before[ends.length] == properties ? null : propertiesOfEnds(offers);
  }

  private int[] propertiesOfEnds(OfferColumns offers) {
    int[] found = new int[before[ends.length]];
    int number = 0;
    for (int end = Bits.next(ends, 0); end >= 0; end = Bits.next(ends, end + 1)) {
      found[number++] = offers.property(end);
    }
    return found;
  }

  private void putMoves(long mask, int at) {
    long left = mask;
    long zerosBelow = ~mask << 1;
    for (int step = 0; step < STEPS; step++) {
      long odd = zerosBelow ^ zerosBelow << 1;
      odd ^= odd << 2;
      odd ^= odd << 4;
      odd ^= odd << 8;
      odd ^= odd << 16;
      odd ^= odd << 32;
      long move = odd & left;
      moves[at + step] = move;
      left = left ^ move | move >>> (1 << step);
      zerosBelow &= ~odd;
    }
  }

  /**
   * Finds the properties that have an offer in a set.
   *
   * @param offers the set
   * @param found an empty set of properties, which takes them
   */
  public void findProperties(long[] offers, long[] found) {
    long carry = 0;
    for (int word = 0; word < ends.length; word++) {
      long end = ends[word];
      long ones = ~end;
      long some = offers[word] & ones;
      long sum = some + ones;
      long carryOut = (some & ones | (some | ones) & ~sum) >>> 63;
      long withCarry = sum + carry;
      carryOut |= sum == -1L && carry == 1 ? 1 : 0;
      carry = carryOut;
      long hit = (withCarry | offers[word]) & end;
      if (hit != 0) {
        put(word, hit, found);
      }
    }
  }

  private void put(int word, long hit, long[] found) {
    if (propertyOf != null) {
      for (long left = hit; left != 0; left &= left - 1) {
        long below = (left & -left) - 1;
        Bits.set(found, propertyOf[before[word] + Long.bitCount(ends[word] & below)]);
      }
      return;
    }
    long pushed = push(hit, word * STEPS);
    int first = before[word];
    int place = first >>> 6;
    found[place] |= pushed << first;
    if ((first & 63) != 0 && place + 1 < found.length) {
      found[place + 1] |= pushed >>> -first;
    }
  }

  private long push(long hit, int at) {
    long bits = hit;
    for (int step = 0; step < STEPS; step++) {
      long moving = bits & moves[at + step];
      bits = bits ^ moving | moving >>> (1 << step);
    }
    return bits;
  }

  /**
   * Adds all offers of some properties to a set.
   *
   * @param chosen the properties
   */
  public static void addOffers(OfferColumns offers, long[] chosen, long[] found) {
    for (int word = 0; word < chosen.length; word++) {
      for (long left = chosen[word]; left != 0; left &= left - 1) {
        int property = (word << 6) + Long.numberOfTrailingZeros(left);
        Bits.setRange(found, offers.firstOffer(property), offers.firstOffer(property + 1));
      }
    }
  }

  /** Returns about how many bytes they take. */
  public long bytes() {
    return (ends.length + moves.length) * (long) Long.BYTES
        + before.length * (long) Integer.BYTES
        + (propertyOf == null ? 0 : propertyOf.length * (long) Integer.BYTES);
  }
}
