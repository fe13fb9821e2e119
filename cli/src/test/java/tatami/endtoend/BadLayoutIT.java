package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tatami.endtoend.RelicFeed.Row;

/**
 * Pins and values that no search table can hold: the message says which, the old release serves.
 */
class BadLayoutIT {

  @TempDir private Path folder;
  private Commands commands;

  @BeforeEach
  void buildAGoodRelease() throws IOException {
    commands = Commands.onAnEmptyDatabase();
    rebuild(new RelicFeed().add(new Row("first").made("1").grams("2.5")), "").assertExit(0);
  }

  @Test
  void namesTheValueAndTheRowThatAPinnedIntegerCannotHold() throws IOException {
    RelicFeed feed =
        new RelicFeed()
            .add(new Row("low").made("0"))
            .add(new Row("next").made("1"))
            .add(new Row("high").made("40000"));
    assertRefused(
        rebuild(feed, "{ codec: { filter_made: int2 } }"),
        "table relic: codec \"int2\" of column filter_made cannot hold value=40000 of row"
            + " relic=high (made=40000); pin a wider one, or none");
  }

  @Test
  void namesWhatTheFeedSaysWhereTheColumnHoldsSteps() throws IOException {
    RelicFeed feed =
        new RelicFeed()
            .add(new Row("a").grams("0.5"))
            .add(new Row("b").grams("-20000.5"))
            .add(new Row("c").grams("1"));
    assertRefused(
        rebuild(feed, "{ codec: { filter_weight: int2 } }"),
        "codec \"int2\" of column filter_weight cannot hold value=-40001 of row relic=b"
            + " (grams=-20000.5); pin a wider one, or none");
  }

  @Test
  void namesTheValueThatPinnedBitsCannotHold() throws IOException {
    RelicFeed feed =
        new RelicFeed()
            .add(new Row("a").made("7"))
            .add(new Row("b").made("8"))
            .add(new Row("c").made("65543"));
    assertRefused(
        rebuild(feed, "{ codec: { filter_made: bits } }"),
        "codec \"bits\" of column filter_made has at most 16 bits, counted from 7 in steps of 1: it"
            + " cannot hold value=65543 of row relic=c (made=65543); pin a wider one, or none");
  }

  @Test
  void pinnedBitsHoldSixteenBitsAndAnAbsentValueTakesOneCell() throws IOException {
    RelicFeed feed =
        new RelicFeed()
            .add(new Row("a").made("7"))
            .add(new Row("b").made("8"))
            .add(new Row("c").made("65542"));
    rebuild(feed, "{ codec: { filter_made: bits } }").assertExit(0);
    Commands.Outcome refused = rebuild(feed.add(new Row("d")), "{ codec: { filter_made: bits } }");
    refused.assertExit(1);
    assertThat(refused.err()).contains("cannot hold value=65542 of row relic=c (made=65542)");
    assertThat(answer()).contains("\"release\":2,", "\"total\":3,");
  }

  @Test
  void saysHowManyTagsBitsHold() throws IOException {
    RelicFeed feed = new RelicFeed();
    for (int row = 0; row < 5; row++) {
      int first = row * 205;
      feed.add(
          new Row("r" + row)
              .marks(IntStream.range(first, first + 205).mapToObj(tag -> "t" + tag).toList()));
    }
    assertRefused(
        rebuild(feed, "{ codec: { filter_mark: bits } }"),
        "codec \"bits\" of column filter_mark holds at most 1008 tags, the rows have 1025; pin"
            + " \"array\", or none");
  }

  @Test
  void namesTheNumberThatNoCodecHolds() throws IOException {
    RelicFeed feed =
        new RelicFeed()
            .add(new Row("tiny").grams("0.0000000000001"))
            .add(new Row("huge").grams("9300000"));
    assertRefused(
        rebuild(feed, ""),
        "filter \"weight\": value 9300000 of row relic=huge is more than 64 bits away from 0 in"
            + " steps of 0.0000000000001");
  }

  @Test
  void checkNamesEveryUnknownWordWithItsPlaceAndTheNearest() throws IOException {
    String layout =
        "{ codec: { filter_mad: int4, filter_kind: in4, filter_mark: bit, made: int2, id: int8 },"
            + " order: [filter_sit, filter_kind], codecs: {} }";
    Path catalog = RelicFeed.writeCatalog(folder, layout);
    Commands.Outcome outcome = commands.run("check", "--catalog", catalog.toString());
    outcome.assertExit(2);
    int line = lineOf(RelicFeed.catalog(layout), "layout:");
    assertThat(outcome.err())
        .contains("filter_mad", "did you mean \"filter_made\"?", "relics.yaml:" + line + ":")
        .contains(
            "filter_kind is int2 or int4 or int8 or bits, got \"in4\", did you mean \"int4\"?")
        .contains("filter_mark is bits or array, got \"bit\", did you mean \"bits\"?")
        .contains("unknown column \"made\"", "unknown column \"id\"")
        .contains("unknown column \"filter_sit\"", "did you mean \"filter_site\"?")
        .contains("unknown word \"codecs\" in search.relic.layout, did you mean \"codec\"?")
        .doesNotContain("\tat ");
    rebuild(new RelicFeed().add(new Row("x")), layout).assertExit(2);
    assertTheFirstReleaseServes();
  }

  private static int lineOf(String text, String part) {
    return text.substring(0, text.indexOf(part)).split("\n", -1).length;
  }

  private Commands.Outcome rebuild(RelicFeed feed, String layout) throws IOException {
    Path feeds = Files.createDirectories(folder.resolve("feeds"));
    feed.write(feeds);
    return commands.run(
        "rebuild",
        "--catalog",
        RelicFeed.writeCatalog(folder, layout).toString(),
        "--feeds",
        feeds.toString(),
        "--now",
        "2030-01-01");
  }

  private void assertRefused(Commands.Outcome outcome, String message) {
    outcome.assertExit(1);
    assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
    assertTheFirstReleaseServes();
  }

  private void assertTheFirstReleaseServes() {
    assertThat(answer()).contains("\"release\":1,").contains("\"first\"");
  }

  private String answer() {
    Commands.Outcome answer =
        commands.run("", List.of("search", "--name=relics", "--now", "2030-01-01", "{}"));
    answer.assertExit(0);
    return answer.out();
  }
}
