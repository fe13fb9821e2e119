package tatami.searchtable.description;

import java.util.List;

/**
 * Stays whose totals a memory engine keeps for every property.
 *
 * @param adults the parties: so many adults in one room, each once, the most frequent first
 * @param nights longest stay
 */
public record CubeShapes(List<Integer> adults, int nights) {

  /** Refuses what is no stay. */
  public CubeShapes {
    adults = List.copyOf(adults);
    boolean isParty = adults.stream().allMatch(count -> count >= 1);
    if (adults.isEmpty() || !isParty || nights < 1) {
      throw new IllegalArgumentException("adults=" + adults + " nights=" + nights);
    }
  }
}
