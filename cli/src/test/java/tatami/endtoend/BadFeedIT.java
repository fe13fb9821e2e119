package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Feeds that cannot be used are refused with exit 3, and the release before goes on answering. */
class BadFeedIT {

  private static final String SEARCH =
      "{\"stay\":{\"check_in\":\"2016-06-01\",\"nights\":2},\"facets\":[\"area\"]}\n";

  private static CityUnderTest city;
  private static JsonNode firstSummary;
  private static String answerBefore;

  @TempDir private Path feeds;

  @BeforeAll
  static void rebuildFromGoodFeeds() {
    city = new CityUnderTest(Commands.onAnEmptyDatabase(), "lakeside", "2016-05-06", "USD");
    firstSummary = city.rebuild(SmallCities.folder(SmallVintage.LAKESIDE));
    Commands.Outcome answer = city.search(SEARCH);
    answer.assertExit(0);
    answerBefore = withoutAge(answer);
  }

  @BeforeEach
  void copyTheGoodFeeds() throws IOException {
    Path good = SmallCities.folder(SmallVintage.LAKESIDE);
    for (String file : new String[] {"listings.csv.gz", "calendar.csv.gz"}) {
      Files.copy(good.resolve(file), feeds.resolve(file));
    }
  }

  @Test
  void refusesAMissingFile() throws IOException {
    Files.delete(feeds.resolve("calendar.csv.gz"));
    assertRefused("calendar.csv");
  }

  @Test
  void refusesAMissingFolder() {
    Commands.Outcome outcome = city.tryRebuild(feeds.resolve("nowhere"));
    outcome.assertExit(3);
    assertThat(outcome.err()).contains("nowhere");
    assertTheOldReleaseAnswers();
  }

  @Test
  void refusesAFileWithoutAByte() throws IOException {
    Files.write(feeds.resolve("calendar.csv.gz"), new byte[0]);
    assertRefused("calendar.csv.gz");
  }

  @Test
  void refusesAFileWithoutARow() throws IOException {
    SmallFeedWriter.write(feeds.resolve("calendar.csv.gz"), "listing_id,date,available,price\n");
    assertRefused("calendar.csv.gz");
  }

  @Test
  void refusesACompressedNothing() throws IOException {
    SmallFeedWriter.write(feeds.resolve("listings.csv.gz"), "");
    assertRefused("listings.csv.gz");
  }

  @Test
  void refusesAFileThatIsNotCompressed() throws IOException {
    String text = SmallCities.unpack(feeds.resolve("calendar.csv.gz"));
    Files.writeString(feeds.resolve("calendar.csv.gz"), text);
    assertRefused("calendar.csv.gz");
  }

  @Test
  void refusesAFileThatIsCutInTheMiddle() throws IOException {
    byte[] bytes = Files.readAllBytes(feeds.resolve("calendar.csv.gz"));
    Files.write(feeds.resolve("calendar.csv.gz"), Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused("calendar.csv.gz");
  }

  @Test
  void refusesAFileThatLostItsLastByte() throws IOException {
    byte[] bytes = Files.readAllBytes(feeds.resolve("calendar.csv.gz"));
    Files.write(feeds.resolve("calendar.csv.gz"), Arrays.copyOf(bytes, bytes.length - 1));
    assertRefused("calendar.csv.gz");
  }

  @Test
  void refusesAFileThatEndsInAQuote() throws IOException {
    String text = SmallCities.unpack(feeds.resolve("listings.csv.gz"));
    SmallFeedWriter.write(feeds.resolve("listings.csv.gz"), text + "77,\"an open quote");
    assertRefused("listings.csv.gz");
  }

  @Test
  void refusesARenamedColumnAndNamesIt() throws IOException {
    rewrite("calendar.csv.gz", "listing_id,date,available", "listing_id,date,availabel");
    assertThat(assertRefused("calendar.csv.gz")).contains("available").contains("availabel");
  }

  @Test
  void refusesAByteThatIsNotUtf8() throws IOException {
    String text = SmallCities.unpack(feeds.resolve("listings.csv.gz"));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length / 2] = (byte) 0xFF;
    SmallFeedWriter.writeBytes(feeds.resolve("listings.csv.gz"), bytes);
    assertRefused("listings.csv.gz");
  }

  @Test
  void refusesAnotherEncoding() throws IOException {
    byte[] bytes =
        SmallCities.unpack(feeds.resolve("listings.csv.gz")).getBytes(StandardCharsets.UTF_16);
    SmallFeedWriter.writeBytes(feeds.resolve("listings.csv.gz"), bytes);
    assertRefused("listings.csv.gz");
  }

  @Test
  void refusesAFeedWithSixRowsInAHundredWrong() throws IOException {
    spoilCalendarRows(6);
    assertThat(assertRefused("calendar")).contains("5 %");
  }

  @Test
  void rejectsARowWithAWrongTypeAloneAndCountsIt() throws IOException {
    CityUnderTest other =
        new CityUnderTest(Commands.onAnEmptyDatabase(), "lakeside", "2016-05-06", "USD");
    SmallFeedWriter.write(
        feeds.resolve("calendar.csv.gz"),
        SmallCities.unpack(feeds.resolve("calendar.csv.gz")) + "998,2016-05-07,maybe,$1.00\n");
    JsonNode summary = other.rebuild(feeds);
    assertThat(rejected(summary)).isEqualTo(rejected(firstSummary) + 1);
  }

  @Test
  void rejectsRowsWithANulAlone() throws IOException {
    CityUnderTest other =
        new CityUnderTest(Commands.onAnEmptyDatabase(), "lakeside", "2016-05-06", "USD");
    SmallFeedWriter.write(
        feeds.resolve("calendar.csv.gz"),
        SmallCities.unpack(feeds.resolve("calendar.csv.gz"))
            + "998,2016-05-07,\0,$1.00\n998,2016-05-07,t,$\0001.00\n998\0,2016-05-07,t,\n");
    JsonNode summary = other.rebuild(feeds);
    assertThat(rejected(summary)).isEqualTo(rejected(firstSummary) + 3);
  }

  private static int rejected(JsonNode summary) {
    return summary.path("feeds").path("calendar").path("rejected").asInt(-1);
  }

  /** Makes the date of so many rows in a hundred impossible. */
  private void spoilCalendarRows(int percent) throws IOException {
    Path file = feeds.resolve("calendar.csv.gz");
    String[] lines = SmallCities.unpack(file).split("\n");
    for (int line = 1; line < lines.length; line++) {
      if (line % 100 < percent) {
        lines[line] = lines[line].replaceFirst(",2016-..-..,", ",2016-02-30,");
      }
    }
    SmallFeedWriter.write(file, String.join("\n", lines) + "\n");
  }

  private void rewrite(String file, String from, String to) throws IOException {
    String text = SmallCities.unpack(feeds.resolve(file));
    assertThat(text).contains(from);
    SmallFeedWriter.write(feeds.resolve(file), text.replace(from, to));
  }

  private String assertRefused(String file) {
    Commands.Outcome outcome = city.tryRebuild(feeds);
    outcome.assertExit(3);
    assertThat(outcome.err()).contains(file).doesNotContain("\tat ");
    assertTheOldReleaseAnswers();
    return outcome.err();
  }

  private static void assertTheOldReleaseAnswers() {
    Commands.Outcome answer = city.search(SEARCH);
    answer.assertExit(0);
    assertThat(withoutAge(answer)).isEqualTo(answerBefore);
  }

  private static String withoutAge(Commands.Outcome answer) {
    return answer.out().replaceAll("\"data_age\":\\{[^}]*\\}", "");
  }
}
