package tatami.ingest.source;

/** A whole feed cannot be used; what was landed before it stays. */
public final class FeedRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String feed;

  /**
   * Refuses a feed.
   *
   * @param feed the feed's name in the catalog
   * @param reason what is wrong, where, and the bound
   */
  public FeedRefusedException(String feed, String reason) {
    super(printable("feed \"" + feed + "\": " + reason));
    this.feed = feed;
  }

  /**
   * Writes out control characters: a damaged feed must not reach a terminal or a table as it is.
   */
  private static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      boolean isShown = !Character.isISOControl(character) && !Character.isSurrogate(character);
      if (isShown || character == '\n' || isPair(text, index)) {
        printable.append(character);
      } else {
        printable.append(String.format("\\u%04X", (int) character));
      }
    }
    return printable.toString();
  }

  private static boolean isPair(String text, int index) {
    char character = text.charAt(index);
    return Character.isHighSurrogate(character)
        ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
        : Character.isLowSurrogate(character)
            && index > 0
            && Character.isHighSurrogate(text.charAt(index - 1));
  }

  /** Returns the feed's name in the catalog. */
  public String feed() {
    return feed;
  }
}
