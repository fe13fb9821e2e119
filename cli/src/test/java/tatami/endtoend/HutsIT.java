package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A catalog with offers priced per person, under words that no other catalog has. */
class HutsIT {

  private static final String HUTS =
      """
      hut  | title     | range      | valley        | comfort     | stars
      alm  | Almhütte  | Tauern     | Gasteiner Tal | sauna+stove | 4.5
      fels | Felshütte | Tauern     |               | stove       | 3
      see  | Seehütte  | Karawanken | Bärental      | sauna       |
      """;
  private static final String ROOMS =
      """
      hut  | room | beds | view
      alm  | loft | 4    | peak
      alm  | cell | 2    | lake
      fels | loft | 6    | peak
      see  | den  | 2    | lake
      """;
  private static final String TARIFFS =
      """
      hut  | tariff | board      | sold_from  | sold_to    | used_from  | used_to    | shortest | longest | fewest
      alm  | half   | half board |            |            |            |            |          |         |
      alm  | long   | none       | 2030-01-01 | 2030-01-31 | 2030-01-10 | 2030-01-15 | 3        | 4       | 2
      fels | half   | half board |            | 2030-01-09 |            |            |          |         |
      fels | plain  | none       |            | 2030-01-10 |            |            |          |         |
      see  | plain  | none       | 2030-01-11 |            |            |            |          |         |
      """;
  private static final String SELLS =
      """
      hut  | tariff | room
      alm  | half   | loft
      alm  | half   | cell
      alm  | long   | loft
      fels | half   | loft
      fels | plain  | loft
      see  | plain  | den
      """;

  /** The row of the 9th lies before the horizon. */
  private static final String VACANCIES =
      """
      hut  | room | night      | left_over
      alm  | loft | 2030-01-09 | 9
      alm  | loft | 2030-01-10 | 2
      alm  | loft | 2030-01-11 | 2
      alm  | loft | 2030-01-12 | 1
      alm  | loft | 2030-01-13 | 2
      alm  | loft | 2030-01-14 | 0
      alm  | cell | 2030-01-10 | 1
      alm  | cell | 2030-01-11 | 1
      alm  | cell | 2030-01-12 | 1
      fels | loft | 2030-01-10 | 5
      fels | loft | 2030-01-11 | 5
      fels | loft | 2030-01-12 | 5
      see  | den  | 2030-01-10 | 3
      see  | den  | 2030-01-11 | 3
      """;

  private static final String FARES =
      """
      hut  | tariff | room | sharing | person | night      | euro
      alm  | half   | loft | 1       | adult  | 2030-01-10 | 60.00
      alm  | half   | loft | 1       | adult  | 2030-01-11 | 60.00
      alm  | half   | loft | 2       | adult  | 2030-01-09 | 1.00
      alm  | half   | loft | 2       | adult  | 2030-01-10 | 40.00
      alm  | half   | loft | 2       | adult  | 2030-01-11 | 40.00
      alm  | half   | loft | 2       | adult  | 2030-01-12 | 50.00
      alm  | half   | cell | 2       | adult  | 2030-01-10 | 45.50
      alm  | half   | cell | 2       | adult  | 2030-01-11 | 45.50
      alm  | long   | loft | 2       | adult  | 2030-01-10 | 30.00
      alm  | long   | loft | 2       | adult  | 2030-01-11 | 30.00
      alm  | long   | loft | 2       | adult  | 2030-01-12 | 30.00
      alm  | long   | loft | 2       | adult  | 2030-01-13 | 30.00
      fels | half   | loft | 2       | adult  | 2030-01-10 | 1.00
      fels | plain  | loft | 2       | adult  | 2030-01-10 | 20.00
      fels | plain  | loft | 2       | adult  | 2030-01-11 | 0.00
      fels | plain  | loft | 3       | adult  | 2030-01-10 | 18.00
      see  | plain  | den  | 2       | adult  | 2030-01-10 | 10.00
      see  | plain  | den  | 2       | adult  | 2030-01-11 | 12.00
      """;

  static final String SEARCHES =
      """
      {"stay": {"check_in": "2030-01-10"}}                                           | alm 8000..9100 half/loft=8000 half/cell=9100; fels 4000 plain/loft=4000
      {"stay": {"check_in": "2030-01-10", "nights": 3}}                              | alm 18000..26000 long/loft=18000 half/loft=26000
      {"stay": {"check_in": "2030-01-10", "nights": 4}}                              | alm 24000 long/loft=24000
      {"stay": {"check_in": "2030-01-10", "nights": 5}}                              |
      {"stay": {"check_in": "2030-01-11", "rooms": [{"adults": 1}]}}                 | alm 6000 half/loft=6000
      {"stay": {"check_in": "2030-01-11"}, "sort": "price"}                          | fels 0 plain/loft=0; alm 8000..9100 half/loft=8000 half/cell=9100
      {"stay": {"check_in": "2030-01-11"}, "sort": "-price"}                         | alm 8000..9100 half/loft=8000 half/cell=9100; fels 0 plain/loft=0
      {"stay": {"check_in": "2030-01-10", "rooms": [{"adults": 2}, {"adults": 2}]}, "sort": "price"} | fels 8000 plain/loft=8000; alm 16000 half/loft=16000
      {"stay": {"check_in": "2030-01-10", "nights": 3, "rooms": [{"adults": 2}, {"adults": 2}]}} |
      {"stay": {"check_in": "2030-01-10", "rooms": [{"adults": 2}, {"adults": 3}]}}  | fels 9400 plain/loft=9400
      {"stay": {"check_in": "2030-01-10", "nights": 3}, "where": {"board": ["half board"]}} | alm 26000 half/loft=26000
      {"stay": {"check_in": "2030-01-10"}, "where": {"view": ["lake"]}}              | alm 9100 half/cell=9100
      {"stay": {"check_in": "2030-01-10"}, "price": {"max": 8500}}                   | alm 8000 half/loft=8000; fels 4000 plain/loft=4000
      {"stay": {"check_in": "2030-01-10"}, "price": {"min": 8500}}                   | alm 9100 half/cell=9100
      {"stay": {"check_in": "2030-01-10"}, "offers": 1, "where": {"comfort": {"all": ["sauna"]}}} | alm 8000..9100 half/loft=8000
      {"where": {"place": ["Tauern"]}}                                               | alm 6000..10000 long/loft=6000 half/loft=8000 half/cell=9100; fels 0..4000 plain/loft=0
      {"stay": {"check_in": "2030-01-10"}, "where": {"board": ["none"]}, "facets": ["board", "view"]} | fels 4000 plain/loft=4000; board: half board=1 none=1; view: peak=1
      {"stay": {"check_in": "2030-01-10"}, "size": 1, "facets": ["place", "comfort", "view"]} | alm 8000..9100 half/loft=8000 half/cell=9100; place: Tauern=2 Tauern/Gasteiner Tal=1; comfort: stove=2 sauna=1; view: peak=2 lake=1
      {"stay": {"check_in": "2030-01-10"}, "where": {"about": "ＨＡＬＦ"}}              | alm 8000..9100 half/loft=8000 half/cell=9100
      {"stay": {"check_in": "2030-01-10"}, "where": {"about": "board lake"}}         | alm 9100 half/cell=9100
      {"where": {"about": "peak"}, "size": 1, "facets": ["board"]}                   | alm 6000..10000 long/loft=6000 half/loft=8000; board: none=2 half board=1
      {"where": {"about": "none"}, "sort": "relevance"}                              | problem /sort
      {"stay": {"check_in": "2030-01-19"}}                                           |
      {"stay": {"check_in": "2030-01-20"}}                                           | problem /stay/check_in
      {"stay": {"check_in": "2030-01-10", "nights": 6}}                              | problem /stay/nights
      """;

  /** A day later the sale of one tariff is over and that of another has begun. */
  private static final String SEARCHES_OF_THE_NEXT_DAY =
      """
      {"stay": {"check_in": "2030-01-11"}} | alm 8000..9100 half/loft=8000 half/cell=9100; see 2400 plain/den=2400
      {"stay": {"check_in": "2030-01-10"}} | problem /stay/check_in
      """;

  @TempDir private static Path feeds;
  private static Commands commands;

  @BeforeAll
  static void rebuild() throws IOException {
    commands = Commands.onAnEmptyDatabase();
    writeFeeds(feeds);
    String catalog = TestResources.folder("catalogs").resolve("huts").toString();
    commands
        .run("rebuild", "--catalog", catalog, "--feeds", feeds.toString(), "--now", "2030-01-10")
        .assertExit(0);
  }

  /** Writes the tables of this test as feeds. */
  static void writeFeeds(Path feeds) throws IOException {
    TextTable.write(feeds.resolve("hut.csv"), HUTS);
    TextTable.write(feeds.resolve("room.csv"), ROOMS);
    TextTable.write(feeds.resolve("tariff.csv"), TARIFFS);
    TextTable.write(feeds.resolve("sells.csv"), SELLS);
    TextTable.write(feeds.resolve("vacancy.csv"), VACANCIES);
    TextTable.write(feeds.resolve("fare.csv"), FARES);
  }

  @Test
  void answersEverySearchOfTheTable() {
    assertAnswers(commands, "huts", SEARCHES, "2030-01-10");
  }

  @Test
  void laysOutTablesWithoutPadding() throws SQLException {
    DefaultLayout.assertTight(commands, "huts");
  }

  @Test
  void knowsWhichSalesAreOpenADayLater() {
    assertAnswers(commands, "huts", SEARCHES_OF_THE_NEXT_DAY, "2030-01-11");
  }

  @ParameterizedTest
  @CsvSource({"own_days, own_days", "shared_days, shared_days"})
  void answersTheSameWhateverCodecIsPinned(String stock, String price) throws IOException {
    rebuildPinned("huts_" + price, stock, price).assertExit(0);
    assertAnswers(commands, "huts_" + price, SEARCHES, "2030-01-10");
  }

  private static Commands.Outcome rebuildPinned(String name, String stock, String price)
      throws IOException {
    Path original = TestResources.folder("catalogs").resolve("huts/catalog.yaml");
    String catalog = Files.readString(original);
    String pinned =
        catalog
            .replace("value: left_over", "value: left_over, codec: " + stock)
            .replace("per: person", "per: person, codec: " + price);
    assertThat(List.of(pinned.split("codec: ", -1))).hasSize(3);
    Path file = Files.writeString(feeds.resolve(name + ".yaml"), pinned);
    return commands.run(
        "rebuild",
        "--catalog",
        file.toString(),
        "--name",
        name,
        "--feeds",
        feeds.toString(),
        "--now",
        "2030-01-10");
  }

  /** Compares the answers to a table of searches, some of them bad. */
  static void assertAnswers(Commands commands, String name, String searches, String now) {
    List<List<String>> cases = TextTable.cells(searches);
    String requests = cases.stream().map(row -> row.get(0)).collect(Collectors.joining("\n"));
    Commands.Outcome outcome =
        commands.run(requests, List.of("search", "-", "--name", name, "--now", now));
    outcome.assertExit(2);
    List<String> answers = outcome.lines().stream().map(ScenarioAnswer::line).toList();
    assertThat(answers).isEqualTo(cases.stream().map(row -> row.get(1)).toList());
  }
}
