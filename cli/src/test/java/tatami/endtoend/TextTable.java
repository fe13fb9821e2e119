package tatami.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Data drawn as a table in a test: cells between bars, the header first. */
final class TextTable {

  private TextTable() {}

  /** Returns the cells of every line, without the spaces around them. */
  static List<List<String>> cells(String table) {
    return table
        .lines()
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .toList();
  }

  /** Writes a table as a CSV file; no cell has a comma or a quote. */
  static void write(Path file, String table) throws IOException {
    String csv =
        cells(table).stream().map(row -> String.join(",", row)).collect(Collectors.joining("\n"));
    Files.writeString(file, csv + "\n");
  }
}
