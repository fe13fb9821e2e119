package tatami.searchtable.description;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a head in a room is priced as, in the order in which heads of a room are counted. */
public enum PersonClass {
  /** A grown-up, or a child of an age that counts as one. */
  ADULT,
  /** The first class of children. */
  CHILD_A,
  /** The second class of children. */
  CHILD_B,
  /** The third class of children. */
  CHILD_C,
  /** The fourth class of children. */
  CHILD_D,
  /** The smallest. */
  INFANT;

  /** Returns the word that feeds and price tables use, such as {@code child_a}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds a class by its word. */
  public static Optional<PersonClass> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /** Lists the words, in order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(PersonClass::word).toList();
  }
}
