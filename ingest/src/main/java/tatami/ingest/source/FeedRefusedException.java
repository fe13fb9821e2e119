package tatami.ingest.source;

/** A whole feed cannot be used; what was landed before it stays. */
public final class FeedRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String feed;

  /**
   * Refuses a feed.
   *
   * @param feed the feed's name in the catalog
   * @param reason what is wrong, where, and the bound; a NUL that it quotes is made visible, as no
   *     database can keep it
   */
  public FeedRefusedException(String feed, String reason) {
    super("feed \"" + feed + "\": " + reason.replace('\0', '␀'));
    this.feed = feed;
  }

  /** Returns the feed's name in the catalog. */
  public String feed() {
    return feed;
  }
}
