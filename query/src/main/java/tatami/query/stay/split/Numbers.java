package tatami.query.stay.split;

import java.util.Arrays;

/** Some numbers as the key of a map. */
@SuppressWarnings("ArrayRecordComponent")
record Numbers(int[] values) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Numbers numbers && Arrays.equals(values, numbers.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
