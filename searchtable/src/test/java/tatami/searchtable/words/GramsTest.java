package tatami.searchtable.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GramsTest {

  private static final List<String> LETTERS = List.of("a", "b", "温", "泉", " ", "𠮷", "🛖", "ー");

  @Test
  void numbersEveryCodePointAndEveryPair() {
    assertThat(Grams.ofTexts(List.of("ab"))).containsExactly('a', 'b', 'a' << 16 | 'b');
    assertThat(Grams.ofTexts(List.of("aa", "a"))).containsExactly('a', 'a' << 16 | 'a');
    assertThat(Grams.ofTexts(List.of("温泉"))).containsExactly(0x6CC9, 0x6E29, 0x6E29 << 16 | 0x6CC9);
    assertThat(Grams.ofTexts(List.of("", ""))).isEmpty();
  }

  @Test
  void doesNotPairAcrossTexts() {
    assertThat(Grams.ofTexts(List.of("a", "b"))).containsExactly('a', 'b');
    assertThat(Grams.ofWords(List.of("a", "bc"))).containsExactly('a', 'b' << 16 | 'c');
  }

  @Test
  void takesACodePointBeyondTheBasicPlaneAsOne() {
    assertThat(Grams.ofTexts(List.of("🛖"))).containsExactly("🛖".codePointAt(0));
    assertThat(Grams.ofWords(List.of("𠮷野"))).hasSize(1);
  }

  @Test
  void aTextHasTheNumbersOfEveryPartOfIt() {
    long seed = Long.getLong("tatami.seed", System.nanoTime());
    System.err.println("seed: -Dtest=GramsTest -Dtatami.seed=" + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      List<String> letters =
          IntStream.rangeClosed(0, random.nextInt(12))
              .mapToObj(at -> LETTERS.get(random.nextInt(LETTERS.size())))
              .toList();
      int from = random.nextInt(letters.size());
      int to = from + 1 + random.nextInt(letters.size() - from);
      int[] ofText = Grams.ofTexts(List.of(String.join("", letters)));
      assertThat(ofText).as("seed=" + seed).isSorted().doesNotHaveDuplicates();
      String word = String.join("", letters.subList(from, to));
      for (int number : Grams.ofWords(List.of(word))) {
        assertThat(Arrays.binarySearch(ofText, number)).as("seed=" + seed).isNotNegative();
      }
    }
  }
}
