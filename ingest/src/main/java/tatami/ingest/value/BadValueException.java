package tatami.ingest.value;

/** A text that is no value of its column's type; costs the row, not the feed. */
public final class BadValueException extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN_CHARACTERS = 80;

  BadValueException(String column, String text, String reason) {
    super(
        "column \"" + column + "\": " + reason + ", got \"" + shortened(text) + '"',
        null,
        false,
        false);
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
  }
}
