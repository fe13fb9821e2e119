package tatami.query.request;

import java.util.List;
import java.util.Optional;
import tatami.query.release.CatalogFilter;
import tatami.query.request.Condition.HasWords;
import tatami.searchtable.words.SearchWords;
import tools.jackson.databind.JsonNode;

/** Reads the words that a filter's texts must have. */
final class WordsReader {

  private static final int MOST_CODE_POINTS = 100;

  private final CatalogFilter filter;
  private final Findings findings;

  WordsReader(CatalogFilter filter, Findings findings) {
    this.filter = filter;
    this.findings = findings;
  }

  /** Returns the condition; empty where it is refused. */
  Optional<HasWords> read(JsonNode node, String pointer) {
    if (!node.isString()) {
      findings.refuse(pointer, node, "must be a string, got " + RequestObject.kindOf(node));
      return Optional.empty();
    }
    String typed = node.stringValue();
    int codePoints = typed.codePointCount(0, typed.length());
    if (codePoints > MOST_CODE_POINTS) {
      String most = "at most " + MOST_CODE_POINTS + " characters, got " + codePoints;
      findings.refuse(pointer, node, most);
      return Optional.empty();
    }
    if (hasSignOfNoText(typed)) {
      String sign = "has a sign that no text has: NUL or one half of a surrogate pair";
      findings.refuse(pointer, node, sign);
      return Optional.empty();
    }
    List<String> words = SearchWords.of(typed);
    if (words.isEmpty()) {
      findings.refuse(pointer, node, "must have a word to search for; leave it out for none");
      return Optional.empty();
    }
    return Optional.of(new HasWords(filter, words));
  }

  /** Tells whether no stored text can hold a text. */
  static boolean hasSignOfNoText(String text) {
    return text.codePoints().anyMatch(WordsReader::isInNoText);
  }

  /** PostgreSQL stores no NUL; half a pair of surrogates is no character in UTF-8. */
  private static boolean isInNoText(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }
}
