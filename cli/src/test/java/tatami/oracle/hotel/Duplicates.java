package tatami.oracle.hotel;

/** What becomes of rows of one key that contradict each other. */
public enum Duplicates {
  REJECT,
  FIRST,
  LAST
}
