package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog without dates and offers: a key of two components, paths, tags, numbers, points. */
class BoatsIT {

  private static final String BOATS =
      """
      fleet | hull_number | title  | coast   | port  | rig   | gear         | metres | score | lat   | lon   | sold
      tide  | 10          | Gannet | Algarve | Faro  | ketch | anchor       | 12.25  | 5     | 37.00 | -7.80 | f
      tide  | 9           | Petrel | Algarve | Faro  | sloop | anchor+oars  | 9.5    | 5     | 37.00 | -7.90 | f
      mar   | 10          | Tern   | Algarve | Lagos | sloop | oars         |        | 5     | 37.10 | -8.67 | f
      mar   | 3           | Curlew | Minho   | Viana | ketch | radar+anchor | 12.250 | 8     | 41.69 | -8.83 | f
      mar   | 4           | Sold   | Minho   | Viana | ketch | radar        | 20     | 9     | 41.69 | -8.83 | t
      cabo  | 1           | Ghost  |         |       |       |              | 4      |       |       |       | f
      """;

  private static final String SEARCHES =
      """
      {}                                                              | mar/3; mar/10; tide/9; tide/10; cabo/1
      {"sort": "longest"}                                             | mar/3; tide/10; tide/9; cabo/1; mar/10
      {"where": {"berth": ["Algarve"]}}                               | mar/10; tide/9; tide/10
      {"where": {"berth": ["Algarve/Faro", "Minho"]}}                 | mar/3; tide/9; tide/10
      {"where": {"rig": ["sloop"]}}                                   | mar/10; tide/9
      {"where": {"gear": {"all": ["anchor"]}}}                        | mar/3; tide/9; tide/10
      {"where": {"gear": {"any": ["oars", "radar"]}}}                 | mar/3; mar/10; tide/9
      {"where": {"gear": {"none": ["oars"]}}}                         | mar/3; tide/10; cabo/1
      {"where": {"metres": {"min": 9.5, "max": 12.25}}}               | mar/3; tide/9; tide/10
      {"where": {"metres": {"max": 9.4999}}}                          | cabo/1
      {"where": {"mooring": {"within": [36, -9, 38, -7.85]}}}         | mar/10; tide/9
      {"where": {"mooring": {"near": {"lat": 37, "lon": -7.8, "km": 10}}}, "sort": "distance"} | tide/10; tide/9
      {"where": {"rig": ["raft"]}}                                    | warning
      {"where": {"rig": ["sloop"]}, "size": 1, "facets": ["rig", "gear"]} | mar/10; rig: ketch=2 sloop=2; gear: oars=2 anchor=1
      {"size": 1, "facets": ["berth"]}                                | mar/3; berth: Algarve=3 Algarve/Faro=2 Algarve/Lagos=1 Minho=1 Minho/Viana=1
      {"sort": "price"}                                               | problem /sort
      {"stay": {"check_in": "2030-01-01"}}                            | problem /stay
      {"price": {"max": 100}}                                         | problem /price
      """;

  @TempDir private Path feeds;

  @Test
  void answersEverySearchOfTheTable() throws IOException, SQLException {
    Commands commands = Commands.onAnEmptyDatabase();
    TextTable.write(feeds.resolve("boats.csv"), BOATS);
    String catalog = TestResources.folder("catalogs").resolve("boats").toString();
    commands
        .run("rebuild", "--catalog", catalog, "--feeds", feeds.toString(), "--now", "2030-01-01")
        .assertExit(0);
    List<List<String>> cases = TextTable.cells(SEARCHES);
    String requests = cases.stream().map(row -> row.get(0)).collect(Collectors.joining("\n"));
    Commands.Outcome outcome =
        commands.run(requests, List.of("search", "-", "--name", "boats", "--now", "2030-01-01"));
    outcome.assertExit(2);
    List<String> answers = outcome.lines().stream().map(ScenarioAnswer::line).toList();
    assertThat(answers).isEqualTo(cases.stream().map(row -> row.get(1)).toList());
    DefaultLayout.assertTight(commands, "boats");
  }
}
