package tatami.query.mirror.shelf;

/** Told, in sentences for people, what happens to mirrors. Called by one thread at a time. */
public interface ShelfListener {

  /** Told how far a load is. */
  void progress(String line);

  /** Told what somebody should know, once for each cause. */
  void warn(String line);
}
