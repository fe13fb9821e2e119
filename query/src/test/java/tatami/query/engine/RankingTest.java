package tatami.query.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.query.cursor.Cursor;
import tatami.query.engine.Ranking.Ranked;

class RankingTest {

  /** Sort key and surrogate of each property, in no order. */
  private static final long[][] PROPERTIES = {
    {5, 4}, {5, 2}, {7, 0}, {-3, 6}, {Long.MAX_VALUE, 1}, {5, 3}, {7, 5}
  };

  @ParameterizedTest
  @CsvSource({
    "7, -3:6 5:2 5:3 5:4 7:0 7:5 9223372036854775807:1",
    "99, -3:6 5:2 5:3 5:4 7:0 7:5 9223372036854775807:1",
    "3, -3:6 5:2 5:3",
    "1, -3:6"
  })
  void keepsTheFirstOnesAndBreaksTiesBySurrogate(int most, String kept) {
    assertThat(told(ranked(most, null))).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "-3, 6, 5:2 5:3",
    "5, 2, 5:3 5:4",
    "5, 3, 5:4 7:0",
    "6, 0, 7:0 7:5",
    "7, 0, 7:5 9223372036854775807:1",
    "9223372036854775807, 1, ''"
  })
  void startsBehindTheLastOneOfThePageBefore(long sortKey, int id, String kept) {
    assertThat(told(ranked(2, new Cursor(7, 1L, sortKey, id)))).isEqualTo(kept);
  }

  @Test
  void keepsWhichOffersWereRead() {
    Ranking ranking = new Ranking(1, null);
    ranking.add(3, 8, 20, 24);
    assertThat(ranking.list()).containsExactly(new Ranked(3, 8, 20, 24));
  }

  private static List<Ranked> ranked(int most, Cursor after) {
    Ranking ranking = new Ranking(most, after);
    for (long[] property : PROPERTIES) {
      ranking.add(property[0], (int) property[1], 0, 0);
    }
    return ranking.list();
  }

  private static String told(List<Ranked> ranked) {
    return ranked.stream()
        .map(each -> each.sortKey() + ":" + each.property())
        .collect(Collectors.joining(" "));
  }
}
