package tatami.query.facet;

import java.util.function.LongConsumer;

/** Reads what a facet counts, row by row. */
@FunctionalInterface
public interface ValueReader {

  /** Gives every value of a row: codes, or a number in steps; none where it is absent. */
  void each(int row, LongConsumer values);
}
