package tatami.endtoend;

import static tatami.endtoend.RandomSearches.pick;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tatami.oracle.Listing;
import tatami.oracle.WordRules;

/** Makes random words, mostly parts of a listing's name, written in another way now and then. */
final class RandomWords {

  private static final List<String> GAPS = List.of(" ", " ", "\u3000", "  ", "\t", " \n");
  private static final List<UnaryOperator<String>> SPELLINGS =
      List.of(
          word -> word,
          word -> word,
          word -> word.toUpperCase(Locale.ROOT),
          word -> word.toLowerCase(Locale.ROOT),
          word -> shift(word, '!', '~', 'Ａ' - 'A'),
          word -> shift(word, 'ァ', 'ヶ', 'ぁ' - 'ァ'),
          word -> shift(word, 'ぁ', 'ゖ', 'ァ' - 'ぁ'),
          word -> word.replace('-', '\u2013').replace('ー', '-'));

  private RandomWords() {}

  /** Returns what somebody might type: at least one word, at most 100 code points. */
  static String make(List<Listing> listings, Listing model, Random random) {
    if (random.nextInt(12) == 0) {
      return pick(random, List.of("no such words", "無い宿", "% _", "\\", "'--", "🛸"));
    }
    int count = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
    List<String> words = new ArrayList<>();
    for (int word = 0; word < count; word++) {
      boolean isStrange = random.nextInt(8) == 0;
      String name = (isStrange ? pick(random, listings) : model).text("name");
      words.add(word(name == null ? "a" : name, random));
    }
    String typed = String.join(pick(random, GAPS), words);
    boolean usable = typed.codePointCount(0, typed.length()) <= 100;
    return usable && !WordRules.words(typed).isEmpty() ? typed : "a";
  }

  private static String word(String name, Random random) {
    boolean isPhrase = random.nextInt(4) == 0;
    int[] points = name.codePoints().toArray();
    int from = random.nextInt(points.length);
    int longest = isPhrase ? 14 : random.nextInt(3) == 0 ? 1 : 6;
    int to = Math.min(points.length, from + 1 + random.nextInt(longest));
    String part = pick(random, SPELLINGS).apply(new String(points, from, to - from));
    return isPhrase ? quoted(part, random) : part;
  }

  private static String quoted(String part, Random random) {
    String inside = part.replace("\"", "");
    return switch (random.nextInt(4)) {
      case 0 -> "＂" + inside + "＂";
      case 1 -> "\"" + inside;
      default -> "\"" + inside + "\"";
    };
  }

  private static String shift(String word, char first, char last, int by) {
    return word.chars()
        .mapToObj(letter -> letter >= first && letter <= last ? letter + by : letter)
        .map(letter -> String.valueOf((char) letter.intValue()))
        .collect(Collectors.joining());
  }
}
