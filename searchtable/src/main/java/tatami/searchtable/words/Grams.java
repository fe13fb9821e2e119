package tatami.searchtable.words;

import java.util.Collection;
import java.util.stream.IntStream;

/**
 * Numbers for the pieces of a folded text: each code point, and each pair of neighbours.
 *
 * <p>A text that has a word has all numbers of that word; a text that has them all need not have
 * the word, because their order is lost and far code points can share a number.
 *
 * <pre>
 * one code point            its value
 * two up to U+FFFF          first &lt;&lt; 16 | second
 * two, one of them above    mixed into 32 bits
 * </pre>
 */
public final class Grams {

  private static final int PRIME = 0x9E3779B1;

  private Grams() {}

  /** Returns the numbers of some folded texts together: ascending as signed ints, each once. */
  public static int[] ofTexts(Collection<String> texts) {
    return texts.stream()
        .map(text -> text.codePoints().toArray())
        .flatMapToInt(points -> IntStream.concat(IntStream.of(points), pairs(points)))
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * Returns the numbers that a text with all of these words has: the pairs of each word, or the
   * code point of a word that is but one. Ascending as signed ints, each once.
   */
  public static int[] ofWords(Collection<String> words) {
    return words.stream()
        .map(word -> word.codePoints().toArray())
        .flatMapToInt(points -> points.length == 1 ? IntStream.of(points) : pairs(points))
        .sorted()
        .distinct()
        .toArray();
  }

  private static IntStream pairs(int[] points) {
    return IntStream.range(1, points.length).map(at -> pair(points[at - 1], points[at]));
  }

  private static int pair(int first, int second) {
    boolean isNarrow = first <= Character.MAX_VALUE && second <= Character.MAX_VALUE;
    return isNarrow ? first << Character.SIZE | second : (first * 31 + second) * PRIME;
  }
}
