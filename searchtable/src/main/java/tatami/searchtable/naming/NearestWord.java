package tatami.searchtable.naming;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known word that is nearest to an unknown one, for "did you mean".
 *
 * <p>The distance counts inserted, left out and replaced characters and swapped neighbours; case
 * does not count. A word is near when the distance is at most one third of the longer word's
 * length, and at least one slip is always allowed. Pure and thread-safe; a word whose length alone
 * puts it out of reach costs nothing, so a hostile word of any length is cheap.
 */
public final class NearestWord {

  private NearestWord() {}

  /**
   * Returns the nearest known word; of equally near ones the first by code point.
   *
   * @param unknown what was written
   * @param known the words that would have been right, in any order
   * @return empty where no word is near
   */
  public static Optional<String> find(String unknown, Collection<String> known) {
    String nearest = null;
    int nearestDistance = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distanceWithinReach(unknown, candidate);
      boolean nearer =
          distance < nearestDistance
              || (distance == nearestDistance
                  && nearest != null
                  && candidate.compareTo(nearest) < 0);
      if (nearer) {
        nearest = candidate;
        nearestDistance = distance;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Returns the distance, or {@link Integer#MAX_VALUE} for a word that is not near. */
  private static int distanceWithinReach(String unknown, String candidate) {
    int reach = Math.max(1, Math.max(unknown.length(), candidate.length()) / 3);
    if (Math.abs(unknown.length() - candidate.length()) > reach) {
      return Integer.MAX_VALUE;
    }
    int distance = distance(unknown.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
    boolean nothingInCommon = distance >= Math.max(unknown.length(), candidate.length());
    return distance > reach || nothingInCommon ? Integer.MAX_VALUE : distance;
  }

  private static int distance(String left, String right) {
    int[] beforePrevious = new int[right.length() + 1];
    int[] previous = new int[right.length() + 1];
    int[] current = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
        if (areSwapped(left, i, right, j)) {
          current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
        }
      }
      int[] free = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = free;
    }
    return previous[right.length()];
  }

  private static boolean areSwapped(String left, int i, String right, int j) {
    return i > 1
        && j > 1
        && left.charAt(i - 1) == right.charAt(j - 2)
        && left.charAt(i - 2) == right.charAt(j - 1);
  }
}
