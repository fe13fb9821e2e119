package tatami.query.problem;

/** The kinds of problems, each with its HTTP status. */
public enum ProblemKind {
  /** The request is wrong. */
  BAD_REQUEST(400, "bad-request", "Bad request"),
  /** No such catalog. */
  UNKNOWN_CATALOG(404, "unknown-catalog", "Unknown catalog"),
  /** No such property. */
  UNKNOWN_KEY(404, "unknown-key", "Unknown key"),
  /** The cursor's release is no longer kept. */
  RELEASE_GONE(410, "release-gone", "Release gone"),
  /** Our own mistake. */
  INTERNAL(500, "internal", "Internal error"),
  /** Nothing to search yet, or the database cannot be used. */
  UNAVAILABLE(503, "unavailable", "Unavailable"),
  /** The search took too long. */
  TIMEOUT(504, "timeout", "Timeout");

  private final int status;
  private final String word;
  private final String title;

  ProblemKind(int status, String word, String title) {
    this.status = status;
    this.word = word;
    this.title = title;
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  String type() {
    return "urn:tatami:problem:" + word;
  }

  String title() {
    return title;
  }
}
