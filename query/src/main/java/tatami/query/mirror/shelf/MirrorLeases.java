package tatami.query.mirror.shelf;

import java.util.Optional;

/** Lends mirrors to requests. Thread-safe; whoever opened it closes it. */
public interface MirrorLeases extends AutoCloseable {

  /** Nothing is in memory. */
  MirrorLeases NONE = catalog -> Optional.empty();

  /**
   * Finds the mirror of a catalog's live release; empty where there is none, or none yet.
   *
   * @return to be closed when the answer is written
   */
  Optional<MirrorLease> find(String catalog);

  /** Lends no more; what is lent stays. */
  @Override
  default void close() {}
}
