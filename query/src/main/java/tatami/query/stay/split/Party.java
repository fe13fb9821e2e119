package tatami.query.stay.split;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** People by type and by age. Immutable; its arrays are nobody's to write. */
final class Party {

  /** The type of adults. */
  static final int ADULTS = 0;

  /** How many rooms there are. */
  final int rooms;

  /** How many heads of each type there are. */
  final int[] heads;

  /** Whether a type counts towards the occupancy. */
  final boolean[] counts;

  /** The types that count, ascending. */
  final int[] counted;

  /** The types that do not count, ascending. */
  final int[] uncounted;

  /** The ages of children, each once, ascending. */
  final int[] ages;

  /** The type of the children of an age, by the place of the age. */
  final int[] typeOfAge;

  /** How many children are of an age, by the place of the age. */
  final int[] headsOfAge;

  Party(int adults, List<ChildType> children, int rooms) {
    if (rooms < 1 || adults < rooms) {
      throw new IllegalArgumentException("adults=" + adults + " rooms=" + rooms);
    }
    this.rooms = rooms;
    heads = new int[children.size() + 1];
    counts = new boolean[heads.length];
    heads[ADULTS] = adults;
    counts[ADULTS] = true;
    Map<Integer, Integer> typeByAge = new TreeMap<>();
    Map<Integer, Integer> headsByAge = new TreeMap<>();
    for (int type = 1; type < heads.length; type++) {
      ChildType child = children.get(type - 1);
      heads[type] = child.ages().size();
      counts[type] = child.counts();
      for (int age : child.ages()) {
        Integer other = typeByAge.put(age, type);
        if (other != null && other != type) {
          throw new IllegalArgumentException("an age of two types: age=" + age);
        }
        headsByAge.merge(age, 1, Integer::sum);
      }
    }
    counted = typesThatCount(true);
    uncounted = typesThatCount(false);
    ages = typeByAge.keySet().stream().mapToInt(Integer::intValue).toArray();
    typeOfAge = typeByAge.values().stream().mapToInt(Integer::intValue).toArray();
    headsOfAge = headsByAge.values().stream().mapToInt(Integer::intValue).toArray();
  }

  /** Returns how many types there are, adults among them. */
  int types() {
    return heads.length;
  }

  /** Returns how many of some heads count. */
  int counted(int[] headsOfTypes) {
    int counted = 0;
    for (int type = 0; type < headsOfTypes.length; type++) {
      counted += counts[type] ? headsOfTypes[type] : 0;
    }
    return counted;
  }

  private int[] typesThatCount(boolean count) {
    return IntStream.range(0, heads.length).filter(type -> counts[type] == count).toArray();
  }
}
