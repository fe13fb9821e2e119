package tatami.oracle.hotel;

import java.util.Locale;

/** Person classes, in the order in which heads of a room are counted. */
enum PersonKind {
  ADULT,
  CHILD_A,
  CHILD_B,
  CHILD_C,
  CHILD_D,
  INFANT;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the class of a word, null for any other word. */
  static PersonKind of(String word) {
    for (PersonKind kind : values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    return null;
  }
}
