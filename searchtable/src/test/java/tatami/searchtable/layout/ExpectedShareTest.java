package tatami.searchtable.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tatami.searchtable.layout.ExpectedShare.Node;

class ExpectedShareTest {

  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());

  @Test
  void equalValuesReadTheirEqualShare() {
    assertThat(ExpectedShare.ofValues(new double[] {0.25, 0.25, 0.25, 0.25})).hasValue(0.25);
  }

  @Test
  void aFrequentValueIsAskedForMoreOften() {
    assertThat(ExpectedShare.ofValues(new double[] {0.9, 0.1}).getAsDouble())
        .isCloseTo(0.82, within(1e-9));
  }

  @Test
  void absentValuesAreNeverAskedFor() {
    assertThat(ExpectedShare.ofValues(new double[] {0.05, 0.05}).getAsDouble())
        .isCloseTo(0.05, within(1e-9));
    assertThat(ExpectedShare.ofValues(new double[0])).isEmpty();
    assertThat(ExpectedShare.ofSubtrees(List.of(new Node(0, 3, 0)))).isEmpty();
  }

  @Test
  void aSubtreeReadsAllThatIsBelowItsNode() {
    // root 0 over two leaves; codes may have gaps
    List<Node> nodes = List.of(new Node(20, 20, 0.5), new Node(0, 29, 0), new Node(10, 10, 0.5));
    assertThat(ExpectedShare.ofSubtrees(nodes).getAsDouble())
        .isCloseTo((1 + 0.25 + 0.25) / 2, within(1e-9));
  }

  @Test
  void subtreesAddUpAsANaiveSumDoes() {
    System.out.println("repeat with: -Dtest=ExpectedShareTest -Dtatami.seed=" + SEED);
    Random random = new Random(SEED);
    for (int run = 0; run < 200; run++) {
      List<Node> nodes = new ArrayList<>();
      grow(random, nodes, 0, 1 + random.nextInt(200));
      assertThat(ExpectedShare.ofSubtrees(nodes).getAsDouble())
          .as("%s", nodes)
          .isCloseTo(naive(nodes), within(1e-9));
    }
  }

  private static void grow(Random random, List<Node> nodes, long first, long last) {
    nodes.add(random.nextInt(nodes.size() + 1), new Node(first, last, random.nextDouble() / 200));
    long next = first + 1 + random.nextInt(3);
    while (next <= last) {
      long end = Math.min(last, next + random.nextInt((int) (last - first)));
      grow(random, nodes, next, end);
      next = end + 1 + random.nextInt(3);
    }
  }

  private static double naive(List<Node> nodes) {
    double sum = 0;
    double squares = 0;
    for (Node node : nodes) {
      double share =
          nodes.stream()
              .filter(below -> below.code() >= node.code() && below.code() <= node.lastCode())
              .mapToDouble(Node::ownShare)
              .sum();
      sum += share;
      squares += share * share;
    }
    return squares / sum;
  }

  @Test
  void refusesASubtreeThatEndsBeforeItsNode() {
    assertThatThrownBy(() -> new Node(5, 4, 0)).hasMessageContaining("code=5 last=4");
  }
}
