package tatami.searchtable.words;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Folds a text: compatibility forms are composed (NFKC), case is taken out (upper, then lower, of
 * the root locale), hiragana becomes katakana, dashes become the long vowel mark, and every run of
 * white space becomes one blank.
 */
public final class FoldedText {

  private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");

  private static final char LONG_VOWEL_MARK = 'ー';

  /** Hyphen-minus, hyphen, no-break hyphen, en dash, em dash, minus, half-width long vowel mark. */
  private static final String DASHES = "-\u2010\u2011\u2013\u2014\u2212\uFF70";

  private static final char FIRST_HIRAGANA = 'ぁ';
  private static final char LAST_HIRAGANA = 'ゖ';
  private static final char FIRST_ITERATION_MARK = 'ゝ';
  private static final char LAST_ITERATION_MARK = 'ゞ';
  private static final int TO_KATAKANA = 'ァ' - 'ぁ';

  private FoldedText() {}

  /**
   * Returns the folded form of a text. It has no white space but single blanks, which it keeps at
   * both ends; it is empty for an empty text only.
   */
  public static String of(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String caseless = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(caseless.length());
    for (int index = 0; index < caseless.length(); index++) {
      folded.append(fold(caseless.charAt(index)));
    }
    return WHITE_SPACE.matcher(folded).replaceAll(" ");
  }

  private static char fold(char letter) {
    boolean isHiragana =
        (letter >= FIRST_HIRAGANA && letter <= LAST_HIRAGANA)
            || (letter >= FIRST_ITERATION_MARK && letter <= LAST_ITERATION_MARK);
    if (isHiragana) {
      return (char) (letter + TO_KATAKANA);
    }
    return DASHES.indexOf(letter) < 0 ? letter : LONG_VOWEL_MARK;
  }
}
