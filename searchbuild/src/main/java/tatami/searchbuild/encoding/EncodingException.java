package tatami.searchbuild.encoding;

/** A value that cannot be held in a search table. */
public final class EncodingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says which value of which row, by what bound, and the way out. */
  public EncodingException(String reason) {
    super(reason);
  }
}
