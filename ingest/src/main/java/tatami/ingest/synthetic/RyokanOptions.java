package tatami.ingest.synthetic;

import java.util.Objects;
import java.util.OptionalInt;
import tatami.ingest.compression.Compression;

/**
 * How feeds are generated, but for their size.
 *
 * @param seed another seed, other rows
 * @param price what a price is for
 * @param compression how files are packed
 * @param mess one of so many rows is broken, in [100, 1000000], so that no feed has too many bad
 *     rows to be taken; empty for none
 */
public record RyokanOptions(long seed, PricedPer price, Compression compression, OptionalInt mess) {

  private static final int SMALLEST_MESS = 100;
  private static final int LARGEST_MESS = 1_000_000;

  /** Refuses a mess out of bounds. */
  public RyokanOptions {
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(compression, "compression");
    if (mess.isPresent() && (mess.getAsInt() < SMALLEST_MESS || mess.getAsInt() > LARGEST_MESS)) {
      throw new IllegalArgumentException(
          "mess of synthetic feeds is out of bounds: mess=%d allowed=%d..%d"
              .formatted(mess.getAsInt(), SMALLEST_MESS, LARGEST_MESS));
    }
  }

  /** Returns what the demo has: prices per person, gzip, nothing broken. */
  public static RyokanOptions ofSeed(long seed) {
    return new RyokanOptions(seed, PricedPer.PERSON, Compression.GZ, OptionalInt.empty());
  }
}
