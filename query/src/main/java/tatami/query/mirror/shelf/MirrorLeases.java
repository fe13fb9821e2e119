package tatami.query.mirror.shelf;

import java.util.Optional;

/** Lends mirrors to requests. Thread-safe. */
public interface MirrorLeases {

  /** Nothing is in memory. */
  MirrorLeases NONE = catalog -> Optional.empty();

  /**
   * Finds the mirror of a catalog's live release; empty where there is none, or none yet.
   *
   * @return to be closed when the answer is written
   */
  Optional<MirrorLease> find(String catalog);
}
