package tatami.query.stay.split;

import java.util.function.Predicate;

/**
 * Goes through all that a room in part known can become, types that cost alike taken as one: of
 * those, a later one has more than it must only where the earlier ones have all they may. What is
 * refused while some types are open is not gone through.
 */
final class Fillings {

  private final Party party;
  private final int[] alikeBefore;
  private final NextRoom next;
  private final int occupancy;
  private final Predicate<NextRoom> asked;
  private final int[] heads;
  private final int[] mostCounted;
  private final int[] mostUncounted;

  /**
   * Binds to a room.
   *
   * @param occupancy how many of its heads count
   * @param alikeBefore by type, the last of those before it that cost alike; below 0 for none
   */
  Fillings(
      Party party, int[] alikeBefore, NextRoom next, int occupancy, Predicate<NextRoom> asked) {
    this.party = party;
    this.alikeBefore = alikeBefore;
    this.next = next;
    this.occupancy = occupancy;
    this.asked = asked;
    heads = next.lowest().clone();
    mostCounted = mostFrom(true);
    mostUncounted = mostFrom(false);
  }

  /** Asks for one after another; says whether one of them will do. */
  boolean goThrough() {
    int counted = party.counted(heads);
    int lackingUncounted = next.uncounted() + counted;
    for (int ofType : heads) {
      lackingUncounted -= ofType;
    }
    return fill(0, occupancy - counted, lackingUncounted);
  }

  /** Returns, by type, how many more heads of it and of those behind it there may be. */
  private int[] mostFrom(boolean counts) {
    int[] most = new int[heads.length + 1];
    for (int type = heads.length - 1; type >= 0; type--) {
      int more = party.counts[type] == counts ? next.highest()[type] - heads[type] : 0;
      most[type] = most[type + 1] + more;
    }
    return most;
  }

  private boolean fill(int type, int counted, int uncounted) {
    boolean isPossible =
        counted >= 0
            && uncounted >= 0
            && counted <= mostCounted[type]
            && uncounted <= mostUncounted[type];
    if (!isPossible || type == heads.length) {
      return isPossible && asked.test(next.known(heads));
    }
    if (isWorthAsking(type) && !asked.test(next.knownUpTo(type, heads))) {
      return false;
    }
    int least = heads[type];
    int most = mayHaveMore(type) ? next.highest()[type] : least;
    boolean isFound = false;
    for (int count = least; count <= most && !isFound; count++) {
      heads[type] = count;
      int more = count - least;
      isFound =
          party.counts[type]
              ? fill(type + 1, counted - more, uncounted)
              : fill(type + 1, counted, uncounted - more);
    }
    heads[type] = least;
    return isFound;
  }

  /** Says whether much is open behind the types up to one, the last of which was just chosen. */
  private boolean isWorthAsking(int type) {
    return type > 1 && heads.length - type > 1 && party.counts[type - 1];
  }

  private boolean mayHaveMore(int type) {
    int before = alikeBefore[type];
    return before < 0 || heads[before] == next.highest()[before];
  }
}
