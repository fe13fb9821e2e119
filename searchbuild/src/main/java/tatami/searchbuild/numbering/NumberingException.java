package tatami.searchbuild.numbering;

/** Rows that cannot be numbered as the catalog asks. */
public final class NumberingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NumberingException(String reason) {
    super(reason);
  }
}
