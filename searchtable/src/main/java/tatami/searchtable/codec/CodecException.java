package tatami.searchtable.codec;

import java.util.function.IntFunction;

/** Values that no codec, or not the pinned one, can hold. */
public final class CodecException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int NO_ROW = -1;

  private final String column;
  private final String what;
  private final int row;
  private final String wayOut;

  /**
   * Says which codec cannot hold which value.
   *
   * @param column the column, by the name that the catalog pins it under
   * @param what the sentence up to the row
   * @param row the row that has the value
   * @param wayOut what to do
   */
  public CodecException(String column, String what, int row, String wayOut) {
    super(what + " of row " + row + "; " + wayOut);
    this.column = column;
    this.what = what;
    this.row = row;
    this.wayOut = wayOut;
  }

  /** Says which codec cannot hold the values of all rows together, and the way out. */
  CodecException(String column, String what, String wayOut) {
    super(what + "; " + wayOut);
    this.column = column;
    this.what = what;
    this.row = NO_ROW;
    this.wayOut = wayOut;
  }

  /** Says which calendar cannot be held, and the way out; the row is named by its key already. */
  public CodecException(String what, String wayOut) {
    this(null, what, wayOut);
  }

  /**
   * Returns the column, by the name that the catalog pins it under; null for a calendar, which is
   * pinned where it is declared.
   */
  public String column() {
    return column;
  }

  /** Says the same with the name that people know the row by. */
  public String message(IntFunction<String> rowName) {
    return row == NO_ROW ? getMessage() : what + " of row " + rowName.apply(row) + "; " + wayOut;
  }
}
