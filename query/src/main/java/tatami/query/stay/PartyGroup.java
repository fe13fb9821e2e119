package tatami.query.stay;

import java.util.List;

/**
 * Offers that make the same of a party whose rooms are named, and whose price is a sum of cells
 * that stays inside 64 bits. For engines that test many offers at once.
 *
 * @param policies numbers of their child policies, {@link Offers#ABSENT} for none; empty where all
 *     policies make the same of the party
 * @param largestOccupancy of prices per room: the most heads that have a price of the room; {@link
 *     Offers#ABSENT} where that does not matter
 * @param fewestHeads fewest heads of a room that count
 * @param mostHeads most heads of a room that count
 * @param price what a night costs
 */
public record PartyGroup(
    List<Long> policies, long largestOccupancy, int fewestHeads, int mostHeads, NightPrice price) {

  /** Copies the list. */
  public PartyGroup {
    policies = List.copyOf(policies);
  }

  /** Tells whether offers with a policy may belong to the group. */
  public boolean hasPolicy(long policy) {
    return policies.isEmpty() || policies.contains(policy);
  }
}
