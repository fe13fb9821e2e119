package tatami.ingest.source;

/** Receives the rows of a feed, one after the other, on the reading thread. */
public interface RowVisitor {

  /** Receives a row that has as many fields as the header. */
  void row(SourceRow row);

  /**
   * Receives a row that cannot be one.
   *
   * @param row the fields as they are
   * @param reason what is wrong with it
   */
  void brokenRow(SourceRow row, String reason);
}
