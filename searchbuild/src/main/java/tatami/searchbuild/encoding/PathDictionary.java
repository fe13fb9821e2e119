package tatami.searchbuild.encoding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.layout.ExpectedShare;
import tatami.searchtable.ordering.CodePointOrder;

/**
 * Numbers the nodes of a hierarchy in preorder, so that a subtree is one closed interval of codes.
 *
 * <p>Siblings stand in code point order. Behind the last child of a node some codes stay free for
 * nodes that a change adds: one in four, at least one, but none where that would make the codes
 * wider. A node's value is its names joined by {@code /}, with {@code ~0} for {@code ~} and {@code
 * ~1} for {@code /} inside a name.
 */
final class PathDictionary {

  private static final int NODES_PER_FREE_CODE = 4;

  private final Node root = new Node();
  private final List<String> values = new ArrayList<>();
  private final List<Integer> nodeCodes = new ArrayList<>();
  private final List<Integer> lastCodes = new ArrayList<>();
  private final Map<List<String>, Long> codes = new HashMap<>();
  private boolean hasGaps = true;
  private int nextCode;

  private static final class Node {
    private final TreeMap<String, Node> children = new TreeMap<>(CodePointOrder.COMPARATOR);
  }

  /** Adds a path with all its levels; an empty one is absent. */
  void add(List<String> path) {
    Node node = root;
    for (String name : path) {
      node = node.children.computeIfAbsent(name, unused -> new Node());
    }
  }

  /** Numbers all nodes that were added. */
  void number() {
    numberAll();
    int dense = values.size();
    if (IntegerWidth.narrowestFor(0, nextCode) != IntegerWidth.narrowestFor(0, dense)) {
      hasGaps = false;
      numberAll();
    }
  }

  private void numberAll() {
    values.clear();
    nodeCodes.clear();
    lastCodes.clear();
    codes.clear();
    nextCode = 0;
    numberChildren(root, List.of(), "");
  }

  private void numberChildren(Node parent, List<String> path, String prefix) {
    parent.children.forEach(
        (name, node) -> {
          List<String> childPath = new ArrayList<>(path);
          childPath.add(name);
          String value = prefix + name.replace("~", "~0").replace("/", "~1");
          int place = values.size();
          codes.put(List.copyOf(childPath), (long) nextCode);
          values.add(value);
          nodeCodes.add(nextCode++);
          lastCodes.add(null);
          numberChildren(node, childPath, value + "/");
          lastCodes.set(place, nextCode - 1);
        });
    if (hasGaps && parent != root && !parent.children.isEmpty()) {
      nextCode += Math.max(1, parent.children.size() / NODES_PER_FREE_CODE);
    }
  }

  int size() {
    return values.size();
  }

  /** Returns the code of a path, or null for the empty one. */
  Long find(List<String> path) {
    return codes.get(path);
  }

  /**
   * Returns the nodes for the choice of an index.
   *
   * @param shares share of the rows that lie at each code
   */
  List<ExpectedShare.Node> nodes(Map<Long, Double> shares) {
    List<ExpectedShare.Node> nodes = new ArrayList<>();
    for (int place = 0; place < values.size(); place++) {
      long code = nodeCodes.get(place);
      nodes.add(new ExpectedShare.Node(code, lastCodes.get(place), shares.getOrDefault(code, 0.0)));
    }
    return nodes;
  }

  List<PlannedColumn> columns() {
    return List.of(
        PlannedColumn.number("code", 0, Integer.MAX_VALUE, nodeCodes::get),
        PlannedColumn.number("last_code", 0, Integer.MAX_VALUE, lastCodes::get),
        PlannedColumn.text("value", values::get));
  }
}
