package tatami.searchtable.codec;

/** Values that no codec, or not the pinned one, can hold. */
public final class CodecException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says which value of which row cannot be held, by what, and the way out. */
  public CodecException(String reason) {
    super(reason);
  }
}
