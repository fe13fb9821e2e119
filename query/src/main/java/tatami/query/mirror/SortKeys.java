package tatami.query.mirror;

import java.util.ArrayList;
import java.util.List;
import tatami.query.engine.SearchPlan;
import tatami.query.mirror.column.GrainColumns;
import tatami.query.mirror.column.NumberColumn;
import tatami.query.mirror.column.WordColumn;
import tatami.query.release.Grain;
import tatami.query.request.Condition;
import tatami.query.request.Condition.HasWords;
import tatami.query.request.SortOrder;

/** The place of properties in an order that is neither computed nor that of surrogates. */
final class SortKeys {

  private final NumberColumn ranks;
  private final List<AskedWords> words = new ArrayList<>();

  private record AskedWords(WordColumn texts, List<String> words) {}

  SortKeys(GrainColumns properties, SearchPlan plan, SortOrder sort) {
    ranks = sort.kind() == SortOrder.Kind.RANK ? properties.ranks().get(sort.column()) : null;
    for (Condition condition : plan.request().where()) {
      if (condition instanceof HasWords asked && asked.filter().grain() == Grain.PROPERTY) {
        WordColumn texts = properties.words().get(asked.filter().name());
        words.add(new AskedWords(texts, asked.words()));
      }
    }
  }

  /** Returns the rank of a property; of relevance 0 where all words are in the first texts. */
  long of(int id) {
    if (ranks != null) {
      return ranks.at(id);
    }
    for (AskedWords asked : words) {
      if (!asked.texts().hasAllInFirst(id, asked.words())) {
        return 1;
      }
    }
    return 0;
  }
}
