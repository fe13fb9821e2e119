package tatami.query.mirror.offer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.OfferColumns;
import tatami.query.stay.OfferNumber;
import tatami.query.stay.Offers;

/**
 * Sets of offers by the numbers of their rules, each made when it is first asked for: a release has
 * few policies, lead times, limits and lengths. Thread-safe.
 */
public final class NumberSets {

  /** So many sets are kept; then all are forgotten. */
  private static final int MOST_SETS = 512;

  private final OfferColumns offers;
  private final Map<List<Object>, long[]> sets = new ConcurrentHashMap<>();

  /** Looks at the numbers of a release's offers. */
  public NumberSets(OfferColumns offers) {
    this.offers = offers;
  }

  private long[] make(IntPredicate test) {
    long[] set = Bits.none(offers.count());
    for (int offer = 0; offer < offers.count(); offer++) {
      if (test.test(offer)) {
        Bits.set(set, offer);
      }
    }
    return set;
  }

  private long[] keep(List<Object> key, Supplier<long[]> making) {
    long[] known = sets.get(key);
    if (known != null) {
      return known;
    }
    if (sets.size() >= MOST_SETS) {
      sets.clear();
    }
    long[] made = making.get();
    sets.put(key, made);
    return made;
  }

  private long[] withNumber(OfferNumber number, String what, long bound, LongTest test) {
    return keep(
        List.of(number, what, bound), () -> make(offer -> test.test(offers.number(number, offer))));
  }

  /** Tests a number, which may be {@link Offers#ABSENT}. */
  private interface LongTest {
    boolean test(long number);
  }

  /** Returns the offers with a number. */
  public long[] equal(OfferNumber number, long value) {
    return withNumber(number, "is", value, found -> found == value);
  }

  /** Returns the offers with one of some numbers, or {@link Offers#ABSENT} where that is one. */
  public long[] anyOf(OfferNumber number, List<Long> values) {
    return keep(
        List.of(number, values),
        () -> make(offer -> values.contains(offers.number(number, offer))));
  }

  /** Returns the offers whose number is at most this, or absent. */
  public long[] atMost(OfferNumber number, long value) {
    return withNumber(number, "at most", value, found -> found <= value);
  }

  /** Returns the offers whose number is at least this, or absent. */
  public long[] atLeast(OfferNumber number, long value) {
    return withNumber(number, "at least", value, found -> found == Offers.ABSENT || found >= value);
  }

  /** Returns the offers whose own limits let stays of some nights in. */
  public long[] ofLength(int nights) {
    return keep(List.of("length", nights), () -> make(offer -> hasLength(offer, nights)));
  }

  private boolean hasLength(int offer, int nights) {
    return nights >= offers.number(OfferNumber.MINIMUM_STAY, offer)
        && nights >= offers.number(OfferNumber.MINIMUM_STAY_THROUGH, offer)
        && isAtMost(nights, offers.number(OfferNumber.MAXIMUM_STAY, offer))
        && isAtMost(nights, offers.number(OfferNumber.MAXIMUM_STAY_THROUGH, offer));
  }

  private static boolean isAtMost(int nights, long limit) {
    return limit == Offers.ABSENT || nights <= limit;
  }

  /** Returns about how many bytes they take. */
  public long bytes() {
    return (long) sets.size() * Bits.words(offers.count()) * Long.BYTES;
  }
}
