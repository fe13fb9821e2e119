package tatami.ingest.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tatami.ingest.compression.Compression;
import tatami.ingest.synthetic.GeneratedFeeds.GeneratedFile;

/** Compares a generation that has broken rows with one that has none. */
class FeedMessTest {

  private static final RyokanSize SIZE = new RyokanSize(1_500, 3, 2, 6);
  private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 12, 28);

  @TempDir private static Path folder;

  private static GeneratedFeeds clean;
  private static GeneratedFeeds messy;
  private static List<NamedCsvRecord> list;

  @BeforeAll
  static void generate() throws IOException {
    clean = generate("clean", OptionalInt.empty());
    messy = generate("messy", OptionalInt.of(100));
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(messy.folder().resolve("mess.csv"))) {
      list = reader.stream().toList();
    }
  }

  /** Every line that is not listed is a line of the clean file, in its order. */
  @Test
  void changesNoLineThatIsNotListed() throws IOException {
    for (GeneratedFile file : clean.files()) {
      Map<Integer, String> listed = listed(file.name());
      List<String> good = lines(clean, file.name());
      List<String> all = lines(messy, file.name());
      List<String> kept = new ArrayList<>();
      for (int line = 1; line <= all.size(); line++) {
        if (!listed.containsKey(line)) {
          kept.add(all.get(line - 1));
        }
      }
      Set<String> goodLines = new HashSet<>(good);
      assertThat(kept).as(file.name()).allMatch(goodLines::contains);
      assertThat(good.size() - kept.size()).isLessThanOrEqualTo(listed.size());
    }
  }

  @Test
  void changesEveryLineThatIsListed() throws IOException {
    for (GeneratedFile file : clean.files()) {
      Set<String> good = new HashSet<>(lines(clean, file.name()));
      List<String> all = lines(messy, file.name());
      listed(file.name())
          .forEach(
              (line, kind) -> {
                boolean isOfTwo = kind.equals("duplicate") || kind.equals("contradiction");
                assertThat(isOfTwo || !good.contains(all.get(line - 1)))
                    .as(file.name() + ":" + line + " " + kind)
                    .isTrue();
              });
    }
  }

  @Test
  void repeatsAndContradictsTheLineBefore() throws IOException {
    for (GeneratedFile file : clean.files()) {
      List<String> all = lines(messy, file.name());
      Map<Integer, String> listed = listed(file.name());
      listed.forEach(
          (line, kind) -> {
            if (kind.equals("duplicate")) {
              assertThat(all.get(line - 1)).isEqualTo(all.get(line - 2));
            }
            if (kind.equals("contradiction")) {
              boolean isFirst = !"contradiction".equals(listed.get(line - 1));
              String other = all.get(isFirst ? line : line - 2);
              assertThat(all.get(line - 1)).isNotEqualTo(other).startsWith(other.substring(0, 8));
            }
          });
    }
  }

  @Test
  void breaksAboutOneRowOfAsManyAsAsked() {
    for (String feed : List.of("stock", "price")) {
      long broken = list.stream().filter(row -> row.getField("feed").equals(feed)).count();
      double share = (double) broken / GeneratedRows.file(messy, feed).rows();

      assertThat(share).as(feed).isBetween(0.009, 0.013);
    }
    assertThat(messy.mess().rows()).isEqualTo(list.size());
    assertThat(clean.mess()).isNull();
  }

  @Test
  void breaksInEveryWayAndWholePoliciesInNone() {
    Set<String> kinds = new HashSet<>();
    list.forEach(row -> kinds.add(row.getField("feed") + " " + row.getField("kind")));
    Set<String> general = new HashSet<>();
    list.forEach(row -> general.add(row.getField("kind")));

    assertThat(general)
        .contains(
            "missing_field",
            "extra_field",
            "stray_quote",
            "broken_utf8",
            "empty_key",
            "duplicate",
            "contradiction",
            "unknown_hotel",
            "unknown_policy",
            "wrong_currency",
            "no_such_day",
            "no_such_time",
            "no_pattern",
            "no_truth");
    for (Breakage breakage : Breakage.list("price", List.of(PriceFeed.header(PricedPer.PERSON)))) {
      assertThat(kinds).contains("price " + breakage.kind());
    }
    assertThat(kinds).noneMatch(kind -> kind.startsWith("child_policy "));
  }

  @Test
  void saysWhatAReaderHasToMakeOfIt() {
    assertThat(list)
        .allMatch(
            row ->
                Set.of("rejected", "duplicate", "unused").contains(row.getField("outcome"))
                    && row.getField("outcome").equals("rejected")
                        != row.getField("reason").isEmpty());
  }

  @Test
  void leavesNoListBehindWhereNothingIsBroken() throws IOException {
    Path again = folder.resolve("again");
    generate("again", OptionalInt.of(100));
    assertThat(again.resolve("mess.csv")).exists();
    generate("again", OptionalInt.empty());
    assertThat(again.resolve("mess.csv")).doesNotExist();
  }

  private static GeneratedFeeds generate(String name, OptionalInt mess) throws IOException {
    RyokanOptions options = new RyokanOptions(3, PricedPer.PERSON, Compression.NONE, mess);
    return RyokanFeeds.generate(SIZE, options, FIRST_NIGHT, folder.resolve(name));
  }

  /** Returns the kind of breakage of each listed line of a file. */
  private static Map<Integer, String> listed(String file) {
    Map<Integer, String> lines = new HashMap<>();
    list.stream()
        .filter(row -> row.getField("file").equals(file))
        .forEach(row -> lines.put(Integer.parseInt(row.getField("line")), row.getField("kind")));
    return lines;
  }

  private static List<String> lines(GeneratedFeeds feeds, String file) throws IOException {
    String text = Files.readString(feeds.folder().resolve(file), StandardCharsets.ISO_8859_1);
    return List.of(text.split("\n"));
  }
}
