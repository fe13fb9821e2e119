package tatami.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pinned layouts of offers that are priced per person: tables change, answers do not. */
class PinnedOffersIT {

  private static final String NOW = "2026-12-01";
  private static final int SEARCHES = 120;

  private enum HutPins {
    WIDE(
        "codec: { filter_place: int8, filter_stars: int8, filter_comfort: array }",
        """
        codec: { property: int8, stock: int8, sale_from: int8, sale_to: int8, stay_from: int8,
          stay_to: int8, minimum_stay: int8, maximum_stay: int8, minimum_heads: int8,
          maximum_heads: int8, filter_board: int8, filter_view: int8 }
        """,
        "property int8, stock int8, sale_to int8"),
    BITS(
        "codec: { filter_place: bits, filter_stars: bits, filter_comfort: bits }",
        """
        codec: { sale_from: bits, sale_to: bits, stay_from: bits, stay_to: bits,
          minimum_stay: bits, maximum_stay: bits, minimum_heads: bits, maximum_heads: bits,
          filter_board: bits, filter_view: bits }
        """,
        "id int4, property int2, stock int2, bits_1 int2"),
    PADDED(
        "order: [filter_stars, filter_comfort, id]",
        """
        codec: { sale_from: int2, sale_to: int8, filter_view: int2, filter_board: bits }
        order: [sale_from, sale_to, filter_view, property, id, filter_board]
        """,
        "sale_from int2, sale_to int8, filter_view int2, property int2, id int4, bits_1");

    private final String property;
    private final String offer;
    private final String columns;

    HutPins(String property, String offer, String columns) {
      this.property = property;
      this.offer = offer;
      this.columns = columns;
    }
  }

  private enum InnPins {
    WIDE(
        """
        codec: { filter_area: int8, filter_kind: int8, filter_amenity: array, filter_rating: int8,
          filter_station_minutes: int8, sort_rating: int4 }
        """,
        """
        codec: { property: int4, stock: int8, sale_from: int4, sale_to: int4, stay_from: int8,
          stay_to: int8, minimum_stay: int4, maximum_stay: int2, minimum_heads: int4,
          maximum_heads: int8, filter_meal: int4, filter_room_type: int8, filter_plan: array,
          filter_room: array }
        """),
    APART(
        """
        codec: { filter_amenity: bits, filter_rating: bits, filter_station_minutes: bits,
          filter_area: bits }
        order: [filter_location_longitude, filter_amenity]
        """,
        """
        codec: { sale_from: int2, sale_to: int2, stay_from: int2, stay_to: int2,
          minimum_stay: int2, maximum_stay: int2, minimum_heads: int2, maximum_heads: int2,
          filter_meal: int2, filter_room_type: int2, filter_room: array }
        order: [maximum_heads, filter_plan, minimum_heads, id]
        """);

    private final String property;
    private final String offer;

    InnPins(String property, String offer) {
      this.property = property;
      this.offer = offer;
    }
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(HutPins.class)
  void answersEverySearchOfTheHutsWhateverIsPinned(HutPins pins) throws IOException, SQLException {
    HutsIT.writeFeeds(folder);
    Path catalog = folder.resolve("catalog.yaml");
    String text =
        Files.readString(TestResources.folder("catalogs").resolve("huts").resolve("catalog.yaml"));
    Files.writeString(
        catalog,
        PinnedCatalog.of(text)
            .with("    sort:\n", pins.property)
            .with("    stay:\n", pins.offer)
            .text());
    Commands commands = Commands.onAnEmptyDatabase();
    commands
        .run(
            "rebuild",
            "--catalog",
            catalog.toString(),
            "--feeds",
            folder.toString(),
            "--now",
            "2030-01-10")
        .assertExit(0);
    assertThat(new PhysicalTables(commands, "huts_r1").columns("bunk")).contains(pins.columns);
    HutsIT.assertAnswers(commands, "huts", HutsIT.SEARCHES, "2030-01-10");
  }

  @Test
  void generatedInnsAnswerTheSameWhateverIsPinned() throws IOException, SQLException {
    Commands commands = Commands.onAnEmptyDatabase();
    Path feeds = folder.resolve("feeds");
    commands
        .run(
            "generate",
            "ryokan",
            "--hotels=40",
            "--days=15",
            "--start=" + NOW,
            "--out",
            feeds.toString())
        .assertExit(0);
    PinnedCatalog shipped =
        PinnedCatalog.of(
            Files.readString(ProjectFolder.find().resolve("catalogs/ryokan/catalog.yaml")));
    long seed = Long.getLong("tatami.seed", System.nanoTime());
    System.out.println("repeat with: -Dit.test=PinnedOffersIT -Dtatami.seed=" + seed);
    String searches = new RandomInnRequests(seed).lines(SEARCHES);
    List<String> expected = answers(commands, feeds, "plain", shipped.text(), searches);
    assertThat(expected.stream().filter(answer -> !answer.contains("\"total\":0")).count())
        .as("seed=%d: searches that find something", seed)
        .isGreaterThan(SEARCHES / 4);
    List<String> forms = new ArrayList<>();
    forms.add(new PhysicalTables(commands, "plain_r1").columns("offer"));
    for (InnPins pins : InnPins.values()) {
      String name = pins.name().toLowerCase(Locale.ROOT);
      String text =
          shipped.with("    sort:\n", pins.property).with("    stay:\n", pins.offer).text();
      assertThat(answers(commands, feeds, name, text, searches))
          .as("seed=%d pins=%s", seed, pins)
          .isEqualTo(expected);
      forms.add(new PhysicalTables(commands, name + "_r1").columns("offer"));
    }
    assertThat(forms).doesNotHaveDuplicates();
  }

  /** Rebuilds under a name and answers searches; without cursors and the age of the data. */
  private List<String> answers(
      Commands commands, Path feeds, String name, String catalog, String searches)
      throws IOException {
    Path file = folder.resolve(name + ".yaml");
    Files.writeString(file, catalog);
    commands
        .run(
            "rebuild",
            "--catalog",
            file.toString(),
            "--name",
            name,
            "--feeds",
            feeds.toString(),
            "--now",
            NOW)
        .assertExit(0);
    Commands.Outcome outcome =
        commands.run(searches, List.of("search", "-", "--name", name, "--now", NOW));
    outcome.assertExit(0);
    return outcome.lines().stream()
        .map(line -> line.replaceAll("\"next\":\"[^\"]*\"|\"data_age\":\\{[^}]*\\}", ""))
        .toList();
  }

  /** Random searches of generated inns. */
  private static final class RandomInnRequests {

    private static final List<String> MEALS =
        List.of("room_only", "breakfast", "half_board", "full_board");

    private final Random random;

    RandomInnRequests(long seed) {
      random = new Random(seed);
      random.nextInt();
    }

    String lines(int count) {
      StringJoiner lines = new StringJoiner("\n");
      for (int search = 0; search < count; search++) {
        lines.add(request());
      }
      return lines + "\n";
    }

    private String request() {
      StringJoiner words = new StringJoiner(",", "{", "}");
      if (random.nextInt(4) > 0) {
        words.add(
            String.format(
                "\"stay\":{\"check_in\":\"2026-12-%02d\",\"nights\":%d,\"rooms\":[{\"adults\":%d}]}",
                1 + random.nextInt(10), 1 + random.nextInt(3), 1 + random.nextInt(4)));
      }
      words.add("\"where\":" + where());
      if (random.nextInt(3) == 0) {
        words.add("\"price\":{\"max\":" + (5_000 + random.nextInt(60_000)) + "}");
      }
      words.add(
          "\"sort\":\"" + List.of("recommended", "price", "-price", "rating").get(pick(4)) + '"');
      words.add("\"size\":" + (1 + random.nextInt(30)));
      words.add(
          "\"facets\":[\"area\",\"kind\",\"amenity\",\"rating\",\"station_minutes\",\"meal\","
              + "\"room_type\",\"plan\",\"room\"]");
      return words.toString();
    }

    private int pick(int bound) {
      return random.nextInt(bound);
    }

    private String where() {
      StringJoiner where = new StringJoiner(",", "{", "}");
      if (pick(3) == 0) {
        where.add("\"rating\":{\"min\":" + (30 + pick(20)) / 10.0 + "}");
      }
      if (pick(3) == 0) {
        where.add("\"station_minutes\":{\"min\":" + pick(5) + ",\"max\":" + (5 + pick(40)) + "}");
      }
      if (pick(3) == 0) {
        where.add("\"meal\":[\"" + MEALS.get(pick(4)) + "\",\"breakfast\"]");
      }
      if (pick(3) == 0) {
        where.add("\"amenity\":{\"" + List.of("all", "any", "none").get(pick(3)) + "\":[AMENITY]}");
      }
      if (pick(3) == 0) {
        where.add("\"location\":{\"within\":[" + (25 + pick(10)) + ",120,45,150]}");
      }
      return where.toString().replace("AMENITY", amenities());
    }

    private String amenities() {
      List<String> known = List.of("open_air_bath", "parking", "wifi", "onsen", "sauna");
      return '"' + known.get(pick(5)) + "\",\"" + known.get(pick(5)) + '"';
    }
  }
}
