package tatami.searchtable.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What share of a table's rows one search reads on average, if values are asked for as often as
 * they occur: {@code Σ share² ÷ Σ share}.
 *
 * <p>Pure and thread-safe.
 */
public final class ExpectedShare {

  private ExpectedShare() {}

  /**
   * Returns it for a column that is searched by value.
   *
   * @param shares share of all rows that each value has; their sum is at most 1, and what is
   *     missing of 1 are absent values
   * @return empty where no row has a value
   */
  public static OptionalDouble ofValues(double[] shares) {
    double sum = Arrays.stream(shares).sum();
    double squares = Arrays.stream(shares).map(share -> share * share).sum();
    return sum > 0 ? OptionalDouble.of(Math.min(1, squares / sum)) : OptionalDouble.empty();
  }

  /**
   * Returns it for a column that is searched by subtree; every node may be asked for.
   *
   * @param nodes all nodes of the hierarchy, in any order
   * @return empty where no row has a value
   */
  public static OptionalDouble ofSubtrees(List<Node> nodes) {
    Node[] ordered =
        nodes.stream().sorted(Comparator.comparingLong(Node::code)).toArray(Node[]::new);
    double[] before = new double[ordered.length + 1];
    for (int index = 0; index < ordered.length; index++) {
      before[index + 1] = before[index] + ordered[index].ownShare();
    }
    double[] shares = new double[ordered.length];
    for (int index = 0; index < ordered.length; index++) {
      shares[index] = before[after(ordered, ordered[index].lastCode())] - before[index];
    }
    return ofValues(shares);
  }

  /** Returns how many nodes have a code of at most this one. */
  private static int after(Node[] ordered, long lastCode) {
    int low = 0;
    int high = ordered.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ordered[middle].code() <= lastCode) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * A node of a hierarchy: its subtree has the codes of a closed interval.
   *
   * @param code its own code, the first of its subtree
   * @param lastCode the last code of its subtree, at least its own
   * @param ownShare share of all rows that lie at this very node, not below it
   */
  public record Node(long code, long lastCode, double ownShare) {

    /** Refuses an interval that ends before it starts. */
    public Node {
      if (lastCode < code) {
        throw new IllegalArgumentException(
            "a subtree ends at its own node or later: code=" + code + " last=" + lastCode);
      }
    }
  }
}
