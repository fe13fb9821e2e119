package tatami.ingest.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tatami.ingest.compression.Compression;
import tatami.ingest.synthetic.GeneratedFeeds.GeneratedFile;

/** What stays the same from one generation to the next. */
class RepeatedGenerationTest {

  private static final RyokanSize SIZE = new RyokanSize(20, 3, 4, 30);
  private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 4, 1);

  @TempDir private Path folder;

  @Test
  void givesTheSameBytesForTheSameSeed() throws IOException {
    GeneratedFeeds one =
        RyokanFeeds.generate(SIZE, RyokanOptions.ofSeed(7), FIRST_NIGHT, folder.resolve("one"));
    GeneratedFeeds two =
        RyokanFeeds.generate(SIZE, RyokanOptions.ofSeed(7), FIRST_NIGHT, folder.resolve("two"));

    assertThat(two.files()).isEqualTo(one.files());
    for (GeneratedFile file : one.files()) {
      assertThat(two.folder().resolve(file.name()))
          .hasSameBinaryContentAs(one.folder().resolve(file.name()));
    }
  }

  @Test
  void givesOtherRowsForAnotherSeed() throws IOException {
    GeneratedFeeds one =
        RyokanFeeds.generate(SIZE, RyokanOptions.ofSeed(7), FIRST_NIGHT, folder.resolve("one"));
    GeneratedFeeds two =
        RyokanFeeds.generate(SIZE, RyokanOptions.ofSeed(8), FIRST_NIGHT, folder.resolve("two"));

    for (GeneratedFile file : one.files()) {
      assertThat(GeneratedRows.readText(two.folder().resolve(file.name())))
          .isNotEqualTo(GeneratedRows.readText(one.folder().resolve(file.name())));
    }
  }

  /**
   * Compares with a digest that was computed once, so that every JDK has to give the same rows. A
   * change of the generator or of a word list changes it: put the new one here.
   */
  @Test
  void givesTheSameRowsOnEveryJdk() throws IOException, NoSuchAlgorithmException {
    GeneratedFeeds feeds = RyokanFeeds.generate(SIZE, RyokanOptions.ofSeed(7), FIRST_NIGHT, folder);

    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (GeneratedFile file : feeds.files()) {
      digest.update(GeneratedRows.readText(folder.resolve(file.name())));
    }
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("c43a3ffcb00a648bb19190db5dc835bff294073939d1384b39ccdb851cd7e5b1");
  }

  /** The bytes of zstd come from its own library, not from the JDK. */
  @Test
  void givesTheSameZstdBytesOnEveryJdk() throws IOException, NoSuchAlgorithmException {
    RyokanOptions options =
        new RyokanOptions(7, PricedPer.PERSON, Compression.ZST, OptionalInt.of(100));
    GeneratedFeeds feeds = RyokanFeeds.generate(SIZE, options, FIRST_NIGHT, folder);

    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (GeneratedFile file : feeds.files()) {
      digest.update(Files.readAllBytes(folder.resolve(file.name())));
    }
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("f76ff6225e9476d38257522d8985a0e131c54eb2ba00631a15197bf6f2460eb4");
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void givesTheSameRowsHoweverTheyArePacked(Compression compression) throws IOException {
    RyokanOptions options =
        new RyokanOptions(7, PricedPer.PERSON, compression, OptionalInt.empty());
    GeneratedFeeds packed =
        RyokanFeeds.generate(SIZE, options, FIRST_NIGHT, folder.resolve("packed"));
    GeneratedFeeds usual =
        RyokanFeeds.generate(SIZE, RyokanOptions.ofSeed(7), FIRST_NIGHT, folder.resolve("usual"));

    for (GeneratedFile file : usual.files()) {
      String name = GeneratedRows.file(packed, file.feed()).name();
      assertThat(name).isEqualTo(file.feed() + "-000.csv" + compression.suffix());
      assertThat(GeneratedRows.readText(packed.folder().resolve(name)))
          .isEqualTo(GeneratedRows.readText(usual.folder().resolve(file.name())));
    }
  }

  /** Only prices differ: what is drawn for one model is drawn for the others. */
  @Test
  void pricesTheSameHotelsInEveryModel() throws IOException {
    GeneratedFeeds person =
        RyokanFeeds.generate(SIZE, RyokanOptions.ofSeed(7), FIRST_NIGHT, folder.resolve("person"));
    for (PricedPer model : List.of(PricedPer.ROOM, PricedPer.UNIT)) {
      RyokanOptions options = new RyokanOptions(7, model, Compression.GZ, OptionalInt.empty());
      GeneratedFeeds other =
          RyokanFeeds.generate(SIZE, options, FIRST_NIGHT, folder.resolve(model.name()));

      for (GeneratedFile file : person.files()) {
        boolean isSame =
            Arrays.equals(
                GeneratedRows.readText(person.folder().resolve(file.name())),
                GeneratedRows.readText(other.folder().resolve(file.name())));
        assertThat(isSame).as(file.feed()).isEqualTo(!file.feed().equals("price"));
      }
    }
  }

  @Test
  void replacesItsOwnFilesAndNoOthers() throws IOException {
    Files.writeString(folder.resolve("price-000.csv.gz"), "an older delivery");
    Files.writeString(folder.resolve("notes.txt"), "mine");

    GeneratedFeeds feeds = RyokanFeeds.generate(SIZE, RyokanOptions.ofSeed(7), FIRST_NIGHT, folder);

    assertThat(GeneratedRows.read(feeds, "price"))
        .hasSize((int) GeneratedRows.file(feeds, "price").rows());
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
  }

  /** The catalogs and the feeds are written apart: their column names have to agree. */
  @ParameterizedTest
  @CsvSource({"PERSON, catalog.yaml", "ROOM, per-room.yaml", "UNIT, per-unit.yaml"})
  void writesTheColumnsOfTheCatalog(PricedPer model, String name) throws IOException {
    String project = System.getProperty("tatami.projectFolder", "..");
    String catalog = Files.readString(Path.of(project, "catalogs", "ryokan", name));
    RyokanOptions options = new RyokanOptions(7, model, Compression.GZ, OptionalInt.empty());
    GeneratedFeeds feeds = RyokanFeeds.generate(SIZE, options, FIRST_NIGHT, folder);

    for (GeneratedFile file : feeds.files()) {
      List<String> header = GeneratedRows.read(feeds, file.feed()).get(0).getHeader();
      assertThat(header).as(file.feed()).containsAll(columns(catalog, file.feed()));
    }
  }

  /** Lists the columns that a catalog reads of a feed: every name with a type, and the day. */
  private static List<String> columns(String catalog, String feed) {
    String definition = feedDefinition(catalog, feed);
    return Pattern.compile(
            "day: (\\w+)|(\\w+): (?:\\{ type|text|integer|numeric|money|date\\n|boolean|time|currency|pattern)")
        .matcher(definition)
        .results()
        .map(result -> result.group(1) == null ? result.group(2) : result.group(1))
        .toList();
  }

  /** Cuts a feed's lines out of a catalog: up to the next line that is indented as little. */
  private static String feedDefinition(String catalog, String feed) {
    return catalog.split("(?m)^  " + feed + ":(?: +#.*)?$")[1].split("(?m)^ {0,2}\\w+:")[0];
  }
}
