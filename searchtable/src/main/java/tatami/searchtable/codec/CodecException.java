package tatami.searchtable.codec;

import java.util.function.IntFunction;

/** Values that no codec, or not the pinned one, can hold. */
public final class CodecException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int NO_ROW = -1;

  private final String what;
  private final int row;
  private final String wayOut;

  CodecException(String what, int row, String wayOut) {
    super(what + " of row " + row + "; " + wayOut);
    this.what = what;
    this.row = row;
    this.wayOut = wayOut;
  }

  /** Says which codec cannot hold the values, and the way out. */
  public CodecException(String what, String wayOut) {
    super(what + "; " + wayOut);
    this.what = what;
    this.row = NO_ROW;
    this.wayOut = wayOut;
  }

  /** Says the same with the name that people know the row by. */
  public String message(IntFunction<String> rowName) {
    return row == NO_ROW ? getMessage() : what + " of row " + rowName.apply(row) + "; " + wayOut;
  }
}
