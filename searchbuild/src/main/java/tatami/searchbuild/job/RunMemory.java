package tatami.searchbuild.job;

import org.springframework.batch.infrastructure.item.ExecutionContext;

/** What a run must still know after a crash: the landed versions and the release's number. */
final class RunMemory {

  private static final String RELEASE = "release";
  private static final String VERSION = "version.";

  private final ExecutionContext context;
  private final Runnable save;

  /**
   * Remembers in a job's execution context.
   *
   * @param save writes the context to the database
   */
  RunMemory(ExecutionContext context, Runnable save) {
    this.context = context;
    this.save = save;
  }

  boolean hasRelease() {
    return context.containsKey(RELEASE);
  }

  int release() {
    return context.getInt(RELEASE);
  }

  void rememberRelease(int release) {
    context.putInt(RELEASE, release);
    save.run();
  }

  boolean hasVersion(String feed) {
    return context.containsKey(VERSION + feed);
  }

  int version(String feed) {
    return context.getInt(VERSION + feed);
  }

  void rememberVersion(String feed, int version) {
    context.putInt(VERSION + feed, version);
    save.run();
  }
}
