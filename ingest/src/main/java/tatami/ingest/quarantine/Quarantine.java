package tatami.ingest.quarantine;

/** Takes rejected rows. */
public interface Quarantine {

  /** Keeps one row; called on the reading thread, once per row. */
  void keep(RejectedRow row);
}
