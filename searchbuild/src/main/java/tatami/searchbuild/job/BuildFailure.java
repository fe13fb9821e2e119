package tatami.searchbuild.job;

/** A build that did not end well; the live release, if there is one, goes on serving. */
public abstract sealed class BuildFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  BuildFailure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** Returns the exit code of a command that fails so. */
  public int exitCode() {
    return exitCode;
  }

  /** The build itself failed. */
  public static final class Failed extends BuildFailure {
    private static final long serialVersionUID = 1L;

    Failed(String message, Throwable cause) {
      super(1, message, cause);
    }
  }

  /** A feed was refused. */
  public static final class FeedRefused extends BuildFailure {
    private static final long serialVersionUID = 1L;

    FeedRefused(String message) {
      super(3, message, null);
    }
  }

  /** Another build of this catalog runs. */
  public static final class AnotherRuns extends BuildFailure {
    private static final long serialVersionUID = 1L;

    AnotherRuns(String catalog) {
      super(
          4,
          "another build of catalog \"" + catalog + "\" runs; wait for it, or see `tatami status`",
          null);
    }
  }

  /** The release did not pass its checks. */
  public static final class GateRefused extends BuildFailure {
    private static final long serialVersionUID = 1L;

    GateRefused(String message) {
      super(5, message, null);
    }
  }
}
