package tatami.oracle;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a text has what somebody typed. */
public final class WordRules {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"?|([^ \"]+)");

  private WordRules() {}

  /** Tells whether a text, null where it is absent, has all words of a request. */
  static boolean hasAll(String text, String typed) {
    return allIn(text == null ? List.of() : List.of(text), typed);
  }

  /** Tells whether each word of a request is in one of some texts. */
  public static boolean allIn(List<String> texts, String typed) {
    List<String> folded = texts.stream().map(WordRules::fold).toList();
    return words(typed).stream()
        .allMatch(word -> folded.stream().anyMatch(text -> text.contains(word)));
  }

  /** Returns what was typed, word by word, folded. */
  public static List<String> words(String typed) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(fold(typed));
    while (matcher.find()) {
      String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      if (!word.replace(" ", "").isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static String fold(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder folded = new StringBuilder();
    composed
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            point -> {
              boolean space = isWhiteSpace(point);
              if (!space) {
                folded.appendCodePoint(katakana(point));
              } else if (folded.isEmpty() || folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
              }
            });
    return folded.toString();
  }

  private static int katakana(int point) {
    if (Character.UnicodeBlock.of(point) == Character.UnicodeBlock.HIRAGANA) {
      boolean stays = point >= 0x3097 && point <= 0x309C || point == 0x309F || point == 0x3040;
      return stays ? point : point - 0x3040 + 0x30A0;
    }
    return switch (point) {
      case '-', '‐', '‑', '–', '—', '−', 'ｰ' -> 'ー';
      default -> point;
    };
  }

  private static boolean isWhiteSpace(int point) {
    return (point >= 9 && point <= 13) || point == 0x85 || Character.isSpaceChar(point);
  }
}
