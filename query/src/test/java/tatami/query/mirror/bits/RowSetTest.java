package tatami.query.mirror.bits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roaringbitmap.RoaringBitmap;

/** Sets in both forms, against sets of numbers. */
class RowSetTest {

  private static final int ROWS = 1_000;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 500, 1_000})
  void bothFormsDoTheSame(int size) {
    Random random = new Random(size);
    TreeSet<Integer> members = draw(random, size);
    RowSet set = RowSet.of(ROWS, RoaringBitmap.bitmapOf(array(members)));
    assertThat(set.isDense()).as("many are dense").isEqualTo(size * 64 >= ROWS);
    assertThat(set.count()).isEqualTo(size);
    for (int row = 0; row < ROWS; row++) {
      assertThat(set.contains(row)).isEqualTo(members.contains(row));
    }
    TreeSet<Integer> others = draw(random, 300);
    long[] added = words(others);
    set.addTo(added);
    assertThat(rows(added)).isEqualTo(union(others, members));
    long[] kept = words(others);
    set.keepIn(kept);
    TreeSet<Integer> both = new TreeSet<>(others);
    both.retainAll(members);
    assertThat(rows(kept)).isEqualTo(both);
    assertThat(set.countBoth(words(others))).isEqualTo(both.size());
    long[] left = words(others);
    set.takeFrom(left);
    TreeSet<Integer> rest = new TreeSet<>(others);
    rest.removeAll(members);
    assertThat(rows(left)).isEqualTo(rest);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 500})
  void rowsGoInAndOut(int size) {
    TreeSet<Integer> members = draw(new Random(7), size);
    RowSet set = RowSet.of(ROWS, RoaringBitmap.bitmapOf(array(members)));
    int first = members.first();
    set.put(first, false);
    assertThat(set.contains(first)).isFalse();
    assertThat(set.count()).isEqualTo(size - 1);
    set.put(first, true);
    assertThat(set.contains(first)).isTrue();
    assertThat(set.count()).isEqualTo(size);
  }

  private static TreeSet<Integer> draw(Random random, int size) {
    TreeSet<Integer> members = new TreeSet<>();
    while (members.size() < size) {
      members.add(random.nextInt(ROWS));
    }
    return members;
  }

  private static int[] array(TreeSet<Integer> members) {
    return members.stream().mapToInt(Integer::intValue).toArray();
  }

  private static long[] words(TreeSet<Integer> members) {
    long[] words = Bits.none(ROWS);
    members.forEach(row -> Bits.set(words, row));
    return words;
  }

  private static TreeSet<Integer> rows(long[] words) {
    TreeSet<Integer> rows = new TreeSet<>();
    for (int row = Bits.next(words, 0); row >= 0; row = Bits.next(words, row + 1)) {
      rows.add(row);
    }
    return rows;
  }

  private static TreeSet<Integer> union(TreeSet<Integer> one, TreeSet<Integer> other) {
    TreeSet<Integer> union = new TreeSet<>(one);
    union.addAll(other);
    return union;
  }
}
