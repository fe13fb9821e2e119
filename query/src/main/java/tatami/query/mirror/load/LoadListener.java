package tatami.query.mirror.load;

/** Told how far the loading of a mirror is. Called from the thread that loads. */
@FunctionalInterface
public interface LoadListener {

  /**
   * A part was loaded.
   *
   * @param part what was loaded, such as the name of a table
   * @param cells how many values of nights it held, those that are missing among them; 0 where it
   *     is no calendar
   */
  void loaded(String part, long cells);
}
