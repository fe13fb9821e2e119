package tatami.searchbuild.catalog;

import java.util.List;
import java.util.Optional;
import tatami.searchbuild.catalog.StayDefinition.LongStayDefinition;

/** Reads where the rebates of long stays are, and which column says what of one. */
final class LongStayReader {

  private static final List<String> WORDS =
      List.of("feed", "order", "from", "percent", "amount", "free_every");

  private final KnownFeeds feeds;
  private final GrainColumns columns;
  private final Problems problems;

  LongStayReader(KnownFeeds feeds, GrainColumns columns, Problems problems) {
    this.feeds = feeds;
    this.columns = columns;
    this.problems = problems;
  }

  /** Returns the rebates; empty where there are problems. */
  Optional<LongStayDefinition> read(Section longStay) {
    int before = problems.count();
    longStay.allow(WORDS);
    longStay.require("feed", "order", "from");
    if (problems.count() == before
        && !longStay.has("percent")
        && !longStay.has("amount")
        && !longStay.has("free_every")) {
      problems.add(
          longStay.place(),
          longStay.path() + " needs percent, amount or free_every: what a long stay costs less");
    }
    Optional<LongStayDefinition> found =
        RowFeed.find(longStay, feeds, problems).flatMap(this::readRebates);
    return problems.count() > before ? Optional.empty() : found;
  }

  private Optional<LongStayDefinition> readRebates(RowFeed rebates) {
    Optional<String> order = rebates.readKeyColumn("order", ColumnUse.KEY);
    order.ifPresent(column -> checkKey(rebates, column));
    Optional<String> from = rebates.readColumn("from", ColumnUse.WHOLE);
    Optional<String> percent = rebates.readColumn("percent", ColumnUse.PERCENT);
    Optional<String> amount = rebates.readColumn("amount", ColumnUse.AMOUNT);
    Optional<String> freeEvery = rebates.readColumn("free_every", ColumnUse.WHOLE);
    if (order.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LongStayDefinition(
            rebates.name(),
            order.get(),
            from.get(),
            percent.orElse(null),
            amount.orElse(null),
            freeEvery.orElse(null)));
  }

  /** Rows are found through the columns of the key, which the offer has under the same names. */
  private void checkKey(RowFeed rebates, String order) {
    for (String column : rebates.keyWithout(order)) {
      String sentence = "feed \"" + rebates.name() + "\" is found by its key column";
      columns.checkJoin(column, rebates.typesOf(column), rebates.place(), sentence);
    }
  }
}
