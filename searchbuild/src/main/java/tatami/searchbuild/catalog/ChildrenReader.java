package tatami.searchbuild.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tatami.ingest.feed.ColumnType;
import tatami.searchbuild.catalog.StayDefinition.BandColumns;
import tatami.searchbuild.catalog.StayDefinition.ChildrenDefinition;

/** Reads where the child policies of offers are, and which column says what of a band. */
final class ChildrenReader {

  private static final List<String> WORDS =
      List.of("policy", "feed", "order", "from", "to", "class", "counts", "percent", "amount");

  private final KnownFeeds feeds;
  private final GrainColumns columns;
  private final Problems problems;

  ChildrenReader(KnownFeeds feeds, GrainColumns columns, Problems problems) {
    this.feeds = feeds;
    this.columns = columns;
    this.problems = problems;
  }

  /** Returns the policies; empty where there are problems. */
  Optional<ChildrenDefinition> read(Section children) {
    int before = problems.count();
    children.allow(WORDS);
    children.require("policy", "feed", "order", "from", "class");
    Optional<String> policy = columns.readOne(children, "policy", ColumnUse.KEY);
    Optional<RowFeed> bands = RowFeed.find(children, feeds, problems);
    Optional<BandColumns> found = bands.flatMap(rows -> readBands(children, rows, policy));
    if (problems.count() > before || policy.isEmpty() || found.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ChildrenDefinition(policy.get(), bands.get().name(), found.get()));
  }

  private Optional<BandColumns> readBands(
      Section children, RowFeed bands, Optional<String> policy) {
    Optional<String> order = bands.readKeyColumn("order", ColumnUse.WHOLE);
    Optional<String> name = order.flatMap(column -> findPolicyKey(bands, column));
    if (name.isPresent() && policy.isPresent()) {
      checkPolicyType(children, bands, policy.get(), name.get());
    }
    Optional<String> first = bands.readColumn("from", ColumnUse.WHOLE);
    Optional<String> last = bands.readColumn("to", ColumnUse.WHOLE);
    Optional<String> personClass = bands.readColumn("class", ColumnUse.TEXT);
    Optional<String> counts = bands.readColumn("counts", ColumnUse.FLAG);
    Optional<String> percent = bands.readColumn("percent", ColumnUse.PERCENT);
    Optional<String> amount = bands.readColumn("amount", ColumnUse.AMOUNT);
    if (name.isEmpty() || first.isEmpty() || personClass.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new BandColumns(
            name.get(),
            order.get(),
            first.get(),
            last.orElse(null),
            personClass.get(),
            counts.orElse(null),
            percent.orElse(null),
            amount.orElse(null)));
  }

  private Optional<String> findPolicyKey(RowFeed bands, String order) {
    List<String> others = bands.keyWithout(order);
    if (others.size() != 1) {
      problems.add(
          bands.place(),
          "feed \""
              + bands.name()
              + "\" has the key [POLICY, "
              + order
              + "], got "
              + (others.isEmpty()
                  ? "no column besides \"" + order + "\""
                  : others + " besides it"));
      return Optional.empty();
    }
    return Optional.of(others.get(0));
  }

  private void checkPolicyType(Section children, RowFeed bands, String policy, String key) {
    Set<ColumnType> here = columns.typesOf(policy);
    Set<ColumnType> there = bands.typesOf(key);
    if (!here.isEmpty() && !there.isEmpty() && !here.containsAll(there)) {
      problems.add(
          children.placeOf("policy"),
          "column \""
              + policy
              + "\" in "
              + children.pathOf("policy")
              + " is "
              + here.iterator().next().catalogName()
              + ", and key column \""
              + key
              + "\" of feed \""
              + bands.name()
              + "\" is "
              + there.iterator().next().catalogName());
    }
  }
}
