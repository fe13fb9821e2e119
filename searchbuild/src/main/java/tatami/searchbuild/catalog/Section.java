package tatami.searchbuild.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import tatami.searchbuild.catalog.YamlNode.Entry;
import tatami.searchbuild.catalog.YamlNode.Scalar;
import tatami.searchtable.naming.NearestWord;

/**
 * A map of the catalog with its path. Reads typed values; what does not fit is added to the
 * problems and answered as absent, so that reading goes on.
 */
final class Section {

  private final String path;
  private final Place place;
  private final Map<String, Entry> entries;
  private final Problems problems;
  private final Set<String> misspelt = new HashSet<>();

  private Section(String path, Place place, List<Entry> entries, Problems problems) {
    this.path = path;
    this.place = place;
    this.entries = new LinkedHashMap<>();
    this.problems = problems;
    entries.forEach(entry -> this.entries.put(entry.word().text(), entry));
  }

  /**
   * Opens a node that should be a map.
   *
   * @param path its path from the top, empty for the top
   * @param place where a missing word is reported
   */
  static Optional<Section> open(YamlNode node, String path, Place place, Problems problems) {
    if (node instanceof YamlNode.Mapping) {
      return Optional.of(new Section(path, place, ((YamlNode.Mapping) node).entries(), problems));
    }
    complain(node, path.isEmpty() ? "the catalog" : path, "a map of words", problems);
    return Optional.empty();
  }

  /** Opens an entry of this section as a section of its own. */
  Optional<Section> open(Entry entry) {
    return open(entry.value(), pathOf(entry.word().text()), entry.word().place(), problems);
  }

  /** Adds a problem for every word that is not among those that may stand here. */
  void allow(Collection<String> known) {
    for (Entry entry : entries.values()) {
      Scalar word = entry.word();
      if (!known.contains(word.text())) {
        LaterWords.find(word.text(), where())
            .ifPresentOrElse(
                message -> problems.add(word.place(), message),
                () -> problems.addUnknown(word, "word", where(), known));
        NearestWord.find(word.text(), known).ifPresent(misspelt::add);
      }
    }
  }

  /** Lists the entries in the order of the file. */
  List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  boolean has(String word) {
    return entries.containsKey(word);
  }

  Optional<YamlNode> find(String word) {
    return Optional.ofNullable(entries.get(word)).map(Entry::value);
  }

  /** Where a word stands; the section's own place if it does not. */
  Place placeOf(String word) {
    return has(word) ? entries.get(word).word().place() : place;
  }

  /** Where the section is named. */
  Place place() {
    return place;
  }

  String path() {
    return path;
  }

  String pathOf(String word) {
    return path.isEmpty() ? word : path + "." + word;
  }

  /** The section for the end of a sentence: {@code in feeds.hotel}. */
  String where() {
    return path.isEmpty() ? "at the top" : "in " + path;
  }

  /** Adds a problem for each of the words that is missing, and not just written wrong. */
  void require(String... words) {
    for (String word : words) {
      if (!has(word) && misspelt.contains(word)) {
        problems.addFollowing();
      } else if (!has(word)) {
        problems.add(place, pathOf(word) + " is missing");
      }
    }
  }

  Optional<Section> section(String word) {
    return Optional.ofNullable(entries.get(word)).flatMap(this::open);
  }

  /** Reads a text that is not empty. */
  Optional<Scalar> text(String word) {
    return find(word).flatMap(node -> readText(node, pathOf(word), "a text"));
  }

  /** Reads one text or a list of texts; empty where the word is absent. */
  List<Scalar> texts(String word) {
    YamlNode node = find(word).orElse(null);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof YamlNode.Sequence)) {
      return readText(node, pathOf(word), "a text or a list of texts").stream().toList();
    }
    List<Scalar> texts = new ArrayList<>();
    for (YamlNode item : ((YamlNode.Sequence) node).items()) {
      readText(item, "an item of " + pathOf(word), "a text").ifPresent(texts::add);
    }
    if (((YamlNode.Sequence) node).items().isEmpty()) {
      problems.add(node.place(), pathOf(word) + " is an empty list");
    }
    return texts;
  }

  OptionalInt wholeNumber(String word, int least, int most) {
    String expected = "a whole number from " + least + " to " + most;
    Optional<Scalar> text = find(word).flatMap(node -> readText(node, pathOf(word), expected));
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (text.get().text().matches("-?[0-9]{1,9}")) {
      int number = Integer.parseInt(text.get().text());
      if (number >= least && number <= most) {
        return OptionalInt.of(number);
      }
    }
    complain(text.get(), pathOf(word), expected, problems);
    return OptionalInt.empty();
  }

  /** Reads true or false; false where the word is absent. */
  boolean flag(String word) {
    return choice(word, List.of("true", "false")).filter("true"::equals).isPresent();
  }

  Optional<String> choice(String word, List<String> choices) {
    Optional<Scalar> text = text(word);
    if (text.isPresent() && !choices.contains(text.get().text())) {
      String written = text.get().text();
      problems.add(
          text.get().place(),
          pathOf(word)
              + " is "
              + choices.stream().collect(Collectors.joining(" or "))
              + ", got \""
              + written
              + "\""
              + Problems.suggestNearest(written, choices));
      return Optional.empty();
    }
    return text.map(Scalar::text);
  }

  private Optional<Scalar> readText(YamlNode node, String what, String expected) {
    if (node instanceof Scalar && !((Scalar) node).text().isEmpty()) {
      return Optional.of((Scalar) node);
    }
    complain(node, what, expected, problems);
    return Optional.empty();
  }

  private static void complain(YamlNode node, String what, String expected, Problems problems) {
    if (node instanceof YamlNode.Refused) {
      problems.addFollowing();
    } else {
      problems.add(node.place(), what + " is " + expected + ", got " + node.describe());
    }
  }
}
