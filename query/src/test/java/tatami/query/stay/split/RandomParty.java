package tatami.query.stay.split;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A party under a child policy.
 *
 * @param ages of its children
 * @param types of children
 */
record RandomParty(int adults, List<Integer> ages, int rooms, List<ChildType> types) {

  /** Draws a party of at most so many people. */
  static RandomParty draw(Random random, int mostHeads, int mostRooms, int mostTypes) {
    int rooms = 1 + random.nextInt(mostRooms);
    int adults = rooms + random.nextInt(mostHeads - rooms + 1);
    adults = random.nextBoolean() ? adults : Math.min(adults, rooms + random.nextInt(2));
    int children = random.nextInt(mostHeads - adults + 1);
    int oldest = 1 + random.nextInt(17);
    List<Integer> ages = new ArrayList<>();
    for (int child = 0; child < children; child++) {
      ages.add(random.nextInt(oldest + 1));
    }
    return new RandomParty(adults, ages, rooms, types(random, ages, 1 + random.nextInt(mostTypes)));
  }

  /** Draws a party of many ties: few ages, in bands of neighbours, and rooms of a few adults. */
  static RandomParty drawAlike(Random random, int mostHeads) {
    int rooms = 2 + random.nextInt(3);
    int adults = Math.min(mostHeads, rooms + random.nextInt(2 * rooms + 1));
    int oldest = 1 + random.nextInt(6);
    int bands = 1 + random.nextInt(3);
    Map<Integer, List<Integer>> byBand = new TreeMap<>();
    List<Integer> ages = new ArrayList<>();
    for (int child = adults; child < mostHeads; child++) {
      int age = random.nextInt(oldest + 1);
      ages.add(age);
      byBand.computeIfAbsent(age * bands / (oldest + 1), each -> new ArrayList<>()).add(age);
    }
    List<ChildType> types = new ArrayList<>();
    byBand.values().forEach(each -> types.add(new ChildType(random.nextInt(3) > 0, each)));
    if (random.nextBoolean()) {
      Collections.reverse(types);
    }
    return new RandomParty(adults, ages, rooms, types);
  }

  private static List<ChildType> types(Random random, List<Integer> ages, int mostTypes) {
    Map<Integer, Integer> typeOfAge = new TreeMap<>();
    ages.forEach(age -> typeOfAge.computeIfAbsent(age, each -> random.nextInt(mostTypes)));
    Map<Integer, List<Integer>> byType = new TreeMap<>();
    ages.forEach(
        age -> byType.computeIfAbsent(typeOfAge.get(age), each -> new ArrayList<>()).add(age));
    List<ChildType> types = new ArrayList<>();
    byType.values().forEach(each -> types.add(new ChildType(random.nextInt(3) > 0, each)));
    return types;
  }

  PartySplits splits() {
    return FreshSplits.of(adults, types, rooms);
  }

  int typeOf(int age) {
    for (int type = 0; type < types.size(); type++) {
      if (types.get(type).ages().contains(age)) {
        return 1 + type;
      }
    }
    throw new IllegalArgumentException("age=" + age);
  }

  boolean counts(int type) {
    return type == 0 || types.get(type - 1).counts();
  }
}
