package tatami.searchbuild.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tatami.searchtable.naming.NearestWord;

/** Collects what is wrong, so that a reader can go on and find the next problem. */
final class Problems {

  private static final int MOST_WORDS_LISTED = 15;

  private record Problem(Place place, String message) {}

  private final List<Problem> problems = new ArrayList<>();
  private int failures;

  void add(Place place, String message) {
    problems.add(new Problem(place, withoutControls(message)));
    failures++;
  }

  /**
   * Adds a word that nobody knows.
   *
   * @param word what was written, and where
   * @param what what the word should have been, {@code column}
   * @param where the part of the catalog, {@code in search.hotel.show}
   * @param known what it could have been
   */
  void addUnknown(YamlNode.Scalar word, String what, String where, Collection<String> known) {
    add(
        word.place(),
        "unknown " + what + " \"" + word.text() + "\" " + where + suggest(word.text(), known));
  }

  /** Notes that something cannot be used because of a problem that was added before. */
  void addFollowing() {
    failures++;
  }

  /**
   * Returns how many failures there were so far; readers compare it to know whether their part was
   * good.
   */
  int count() {
    return failures;
  }

  /** Lists the problems in the order of the file, each once. */
  List<CatalogProblem> list() {
    return problems.stream()
        .distinct()
        .sorted(Comparator.comparing(Problem::place))
        .map(
            problem ->
                new CatalogProblem(
                    problem.place().line(), problem.place().column(), problem.message()))
        .toList();
  }

  /** Returns the end of a message: the nearest known word, else the known words if they are few. */
  static String suggest(String unknown, Collection<String> known) {
    String nearest = suggestNearest(unknown, known);
    return nearest.isEmpty() ? listed(known) : nearest;
  }

  /** Returns the end of a message that lists the known words already: the nearest one, if any. */
  static String suggestNearest(String unknown, Collection<String> known) {
    return NearestWord.find(unknown, known)
        .map(nearest -> ", did you mean \"" + nearest + "\"?")
        .orElse("");
  }

  /** Writes control characters as their numbers: a file's text goes to a terminal. */
  private static String withoutControls(String message) {
    return message
        .codePoints()
        .mapToObj(
            point ->
                Character.isISOControl(point)
                    ? String.format("\\u%04x", point)
                    : Character.toString(point))
        .collect(Collectors.joining());
  }

  private static String listed(Collection<String> known) {
    if (known.isEmpty() || known.size() > MOST_WORDS_LISTED) {
      return "";
    }
    return known.stream().sorted().collect(Collectors.joining(", ", "; known: ", ""));
  }
}
