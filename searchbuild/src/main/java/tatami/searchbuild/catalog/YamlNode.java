package tatami.searchbuild.catalog;

import java.util.List;

/**
 * A piece of YAML with its place. Every scalar is a text here; what it stands for is ours to say.
 */
sealed interface YamlNode {

  /** Where it begins. */
  Place place();

  /** What it is, for messages. */
  String describe();

  /**
   * A text.
   *
   * @param text its characters, unquoted
   * @param plain whether it was written without quotes and block marks
   * @param place where it begins, quotes and block marks included
   * @param textPlace where its first character stands
   */
  record Scalar(String text, boolean plain, Place place, Place textPlace) implements YamlNode {
    @Override
    public String describe() {
      return plain && text.isEmpty() ? "nothing" : '"' + text + '"';
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> items, Place place) implements YamlNode {
    @Override
    public String describe() {
      return "a list";
    }
  }

  /** A map; each word stands in it once. */
  record Mapping(List<Entry> entries, Place place) implements YamlNode {
    @Override
    public String describe() {
      return "a map";
    }
  }

  /** What was refused already: whoever meets it says nothing more. */
  record Refused(Place place) implements YamlNode {
    @Override
    public String describe() {
      return "a refused value";
    }
  }

  /** A word of a map, with what stands behind it. */
  record Entry(Scalar word, YamlNode value) {}
}
