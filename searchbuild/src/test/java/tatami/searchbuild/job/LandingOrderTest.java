package tatami.searchbuild.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.ColumnReference;
import tatami.ingest.feed.ColumnType;
import tatami.ingest.feed.FeedDefinition;
import tatami.ingest.feed.FeedDefinition.DuplicatePolicy;

class LandingOrderTest {

  @Test
  void keepsTheOrderOfTheCatalogWhereNothingRefers() {
    assertThat(order(feed("plan"), feed("hotel"), feed("band")))
        .containsExactly("plan", "hotel", "band");
  }

  @Test
  void landsWhatAFeedRefersToBeforeIt() {
    assertThat(
            order(feed("room", "plan"), feed("plan", "hotel", "band"), feed("hotel"), feed("band")))
        .containsExactly("hotel", "band", "plan", "room");
    assertThat(order(feed("hotel"), feed("plan", "hotel"), feed("band")))
        .containsExactly("hotel", "band", "plan");
  }

  @Test
  void refusesFeedsThatWaitForEachOther() {
    assertThatThrownBy(() -> order(feed("hotel"), feed("plan", "room"), feed("room", "plan")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("feeds wait for each other");
  }

  private static List<String> order(FeedDefinition... feeds) {
    return LandingOrder.of(List.of(feeds)).stream().map(FeedDefinition::name).toList();
  }

  private static FeedDefinition feed(String name, String... referred) {
    List<ColumnDefinition> columns =
        Stream.concat(
                Stream.of(column("code", null)),
                Stream.of(referred).map(feed -> column(feed, new ColumnReference(feed, "code"))))
            .toList();
    return new FeedDefinition(
        name,
        List.of(name + ".csv"),
        List.of("code"),
        columns,
        null,
        DuplicatePolicy.REJECT,
        BigDecimal.ONE,
        ',');
  }

  private static ColumnDefinition column(String name, ColumnReference reference) {
    return new ColumnDefinition(
        name, ColumnType.TEXT, List.of(name), false, Map.of(), "", List.of(), reference);
  }
}
