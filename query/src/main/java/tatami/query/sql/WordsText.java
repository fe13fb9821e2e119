package tatami.query.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tatami.query.engine.SearchPlan;
import tatami.query.release.Grain;
import tatami.query.request.Condition;
import tatami.query.request.Condition.HasWords;
import tatami.searchtable.description.FilterLayout.Keyword;
import tatami.searchtable.words.Grams;

/**
 * Writes what a search for words asks of their table: the index gives the rows with all grams, and
 * their texts decide. How many words there are does not change the text of a statement.
 */
final class WordsText {

  private WordsText() {}

  /**
   * Returns the condition on a row of the grain. The texts are tested as one, parted by line
   * breaks, which no word has: so each word is in one of them, and different words may be in
   * different ones. No text is null; COALESCE hides the patterns from the planner, which would take
   * them to be far rarer than the grams.
   */
  static Fragment condition(HasWords words, Tables tables) {
    Keyword layout = (Keyword) words.filter().layout();
    String texts =
        IntStream.rangeClosed(1, layout.columns())
            .mapToObj(number -> "words." + Keyword.textColumn(number))
            .collect(Collectors.joining(" || E'\\n' || "));
    return Fragment.of(Tables.column(words.filter().grain(), "id"))
        .then(" IN (\n  SELECT words.id\n  FROM " + tables.qualified(layout.table()))
        .then(" AS words\n  WHERE words.grams @> ?", new IntArray(Grams.ofWords(words.words())))
        .then("\n    AND COALESCE(" + texts + " LIKE ALL (?), FALSE))", patterns(words));
  }

  /** Returns the relevance of a match as a number: 0 where all words are in the first texts. */
  static Fragment relevance(SearchPlan plan) {
    List<HasWords> asked = wordsOfProperty(plan);
    List<Fragment> conditions = new ArrayList<>();
    for (int index = 0; index < asked.size(); index++) {
      String first = "words_" + index + "." + Keyword.textColumn(1);
      conditions.add(Fragment.of(first + " LIKE ALL (?)", patterns(asked.get(index))));
    }
    return Fragment.of("CASE WHEN ")
        .then(Fragment.join(" AND ", conditions))
        .then(" THEN 0 ELSE 1 END");
  }

  /** Joins the words of the properties. */
  static Fragment relevanceJoin(SearchPlan plan, Tables tables) {
    List<HasWords> asked = wordsOfProperty(plan);
    StringBuilder joins = new StringBuilder();
    for (int index = 0; index < asked.size(); index++) {
      String alias = "words_" + index;
      String table = ((Keyword) asked.get(index).filter().layout()).table();
      joins.append("\nJOIN ").append(tables.qualified(table)).append(" AS ").append(alias);
      joins.append(" ON ").append(alias).append(".id = property.id");
    }
    return Fragment.of(joins.toString());
  }

  private static List<HasWords> wordsOfProperty(SearchPlan plan) {
    List<HasWords> words = new ArrayList<>();
    for (Condition condition : plan.request().where()) {
      if (condition instanceof HasWords asked && asked.filter().grain() == Grain.PROPERTY) {
        words.add(asked);
      }
    }
    return words;
  }

  /** A pattern that a text fits if it has the word, whatever signs the word is made of. */
  private static TextArray patterns(HasWords words) {
    return new TextArray(
        words.words().stream()
            .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%")
            .toList());
  }
}
