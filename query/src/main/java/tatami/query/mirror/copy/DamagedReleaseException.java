package tatami.query.mirror.copy;

/** A release is not what its build wrote. */
public final class DamagedReleaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param message names the table
   */
  public DamagedReleaseException(String message) {
    super(message);
  }
}
