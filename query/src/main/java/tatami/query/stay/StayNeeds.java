package tatami.query.stay;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which cells a question about stays reads.
 *
 * @param firstNight first night, from 0 for the horizon's first
 * @param lastNight last night, itself inside, at most the horizon's last; calendars of departure
 *     are read one night further where the horizon has it
 * @param prices places of price tables in the release's list
 */
public record StayNeeds(int firstNight, int lastNight, SortedSet<Integer> prices) {

  /** Copies the set. */
  public StayNeeds {
    prices = Collections.unmodifiableSortedSet(new TreeSet<>(prices));
    if (firstNight < 0 || lastNight < firstNight) {
      throw new IllegalArgumentException("firstNight=" + firstNight + " lastNight=" + lastNight);
    }
  }
}
