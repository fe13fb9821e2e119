package tatami.searchtable.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts what somebody typed into folded words.
 *
 * <p>White space parts words. Between two quotes ({@code "}, of any width) stands a phrase: one
 * word, with its blanks; a quote that is not closed lasts to the end. Nothing but blanks is no
 * phrase.
 */
public final class SearchWords {

  private static final char QUOTE = '"';

  private final Set<String> words = new LinkedHashSet<>();
  private final StringBuilder word = new StringBuilder();
  private boolean isQuoted;

  private SearchWords() {}

  /**
   * Returns the words of a text in order, each once and none empty; none where nothing was typed.
   * No word has a quote.
   */
  public static List<String> of(String typed) {
    SearchWords reader = new SearchWords();
    FoldedText.of(typed).chars().forEach(letter -> reader.read((char) letter));
    reader.endWord();
    return List.copyOf(reader.words);
  }

  private void read(char letter) {
    if (letter == QUOTE) {
      endWord();
      isQuoted = !isQuoted;
    } else if (letter == ' ' && !isQuoted) {
      endWord();
    } else {
      word.append(letter);
    }
  }

  private void endWord() {
    if (word.chars().anyMatch(letter -> letter != ' ')) {
      words.add(word.toString());
    }
    word.setLength(0);
  }
}
