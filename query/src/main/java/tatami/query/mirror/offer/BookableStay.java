package tatami.query.mirror.offer;

import java.util.List;
import tatami.query.mirror.bits.Bits;

/**
 * Which offers can be booked for one stay, whatever it costs: those that are in all of some sets,
 * in none of others, and in all of those of one group. Immutable.
 */
public final class BookableStay {

  private final long[][] all;
  private final long[][] none;
  private final LengthSets.Allowed lengths;
  private final long[][][] groups;

  BookableStay(
      List<long[]> all, List<long[]> none, LengthSets.Allowed lengths, List<long[][]> groups) {
    this.all = all.toArray(new long[0][]);
    this.none = none.toArray(new long[0][]);
    this.lengths = lengths;
    this.groups = groups.toArray(new long[0][][]);
  }

  /** Keeps of a set the offers that can be booked. */
  public void keep(long[] offers) {
    for (long[] set : all) {
      Bits.and(offers, set);
    }
    for (long[] set : none) {
      Bits.andNot(offers, set);
    }
    lengths.keep(offers);
    keepGroups(offers);
  }

  private void keepGroups(long[] offers) {
    if (groups.length == 1) {
      for (long[] set : groups[0]) {
        Bits.and(offers, set);
      }
      return;
    }
    long[] any = new long[offers.length];
    for (long[][] group : groups) {
      long[] ofGroup = offers.clone();
      for (long[] set : group) {
        Bits.and(ofGroup, set);
      }
      Bits.or(any, ofGroup);
    }
    System.arraycopy(any, 0, offers, 0, any.length);
  }

  /** Tells whether an offer can be booked. */
  public boolean has(int offer) {
    for (long[] set : all) {
      if (!Bits.get(set, offer)) {
        return false;
      }
    }
    for (long[] set : none) {
      if (Bits.get(set, offer)) {
        return false;
      }
    }
    return lengths.has(offer) && isInGroup(offer);
  }

  private boolean isInGroup(int offer) {
    for (long[][] group : groups) {
      boolean isIn = true;
      for (int set = 0; set < group.length && isIn; set++) {
        isIn = Bits.get(group[set], offer);
      }
      if (isIn) {
        return true;
      }
    }
    return false;
  }
}
