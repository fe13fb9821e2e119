package tatami.endtoend;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of a catalog of found things, with whatever values a test wants, and its catalog. */
final class RelicFeed {

  /** How many levels a place has. */
  static final int LEVELS = 12;

  private static final List<String> COLUMNS =
      List.of("relic", "title", "kind", "marks", "grams", "made", "lat", "lon");

  private final List<List<String>> rows = new ArrayList<>();

  /** A row with nothing but its key. */
  static final class Row {

    private final String key;
    private String title = "";
    private String kind = "";
    private String marks = "";
    private String grams = "";
    private String made = "";
    private String latitude = "";
    private String longitude = "";
    private List<String> place = List.of();

    Row(String key) {
      this.key = key;
    }

    Row title(String text) {
      title = text;
      return this;
    }

    Row kind(String text) {
      kind = text;
      return this;
    }

    Row marks(List<String> tags) {
      marks = String.join("|", tags);
      return this;
    }

    Row grams(String number) {
      grams = number;
      return this;
    }

    Row made(String number) {
      made = number;
      return this;
    }

    Row point(String north, String east) {
      latitude = north;
      longitude = east;
      return this;
    }

    Row place(List<String> names) {
      place = names;
      return this;
    }

    private List<String> cells() {
      List<String> cells =
          new ArrayList<>(Arrays.asList(key, title, kind, marks, grams, made, latitude, longitude));
      IntStream.range(0, LEVELS)
          .forEach(level -> cells.add(level < place.size() ? place.get(level) : ""));
      return cells;
    }
  }

  RelicFeed add(Row row) {
    rows.add(row.cells());
    return this;
  }

  /** Writes the file of the feed into a folder. */
  void write(Path folder) throws IOException {
    List<String> header = new ArrayList<>(COLUMNS);
    header.addAll(levels());
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    }
    Files.writeString(folder.resolve("relics.csv"), text.toString());
  }

  private static List<String> levels() {
    return IntStream.rangeClosed(1, LEVELS).mapToObj(level -> "level_" + level).toList();
  }

  /**
   * Writes the catalog into a folder and returns its file.
   *
   * @param layout what it pins, on one line in braces; empty for nothing
   */
  static Path writeCatalog(Path folder, String layout) throws IOException {
    Path file = folder.resolve("relics.yaml");
    Files.writeString(file, catalog(layout));
    return file;
  }

  /** Returns the text of the catalog. */
  static String catalog(String layout) {
    return """
    catalog: relics
    time_zone: Europe/Rome
    currency: EUR
    feeds:
      relic:
        files: relics.csv
        key: relic
        columns:
          relic: text
          title: text
          kind: text
          marks: { type: "text[]", split: "|" }
          grams: numeric
          made: bigint
          lat: numeric
          lon: numeric
    %s
    search:
      relic:
        from: relic
        key: relic
        filter:
          site: { path: [%s] }
          kind: { category: kind }
          mark: { tags: marks }
          weight: { number: grams }
          made: { number: made }
          spot: { point: [lat, lon] }
          words: { keyword: title }
    %s    show: [title]
    """
        .formatted(
            levels().stream()
                .map(name -> "      " + name + ": text")
                .collect(Collectors.joining("\n")),
            String.join(", ", levels()),
            layout.isEmpty() ? "" : "    layout: " + layout + "\n");
  }
}
