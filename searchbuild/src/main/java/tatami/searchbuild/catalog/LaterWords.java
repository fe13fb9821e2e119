package tatami.searchbuild.catalog;

import java.util.Map;
import java.util.Optional;

/** Words that are promised but not built yet: they are refused as such, never as unknown. */
final class LaterWords {

  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("rows_change", "a bound on how much the number of rows may change"),
          Map.entry("due", "the time when a feed should be there"),
          Map.entry("when_late", "what happens when a feed is late"),
          Map.entry("as_of", "the time that a feed describes"),
          Map.entry("tablespace", "the place of the tables"),
          Map.entry("by", "prices by group"),
          Map.entry("group", "prices by group"),
          Map.entry("price", "prices without dates"),
          Map.entry("facets", "choosing the facets"),
          Map.entry("cubes", "cubes of lowest prices"),
          Map.entry("golden", "searches that a build must answer"));

  private LaterWords() {}

  /** Returns what is said about a word that the grammar does not know; empty for any other. */
  static Optional<String> find(String word, String where) {
    return Optional.ofNullable(MEANINGS.get(word))
        .map(meaning -> notYet("\"" + word + "\" " + where + " (" + meaning + ")", "leave it out"));
  }

  /** Says that something is not available yet. */
  static String notYet(String what, String wayOut) {
    return what + " is not available yet: " + wayOut;
  }
}
