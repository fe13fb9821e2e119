package tatami.ingest.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tatami.ingest.synthetic.GeneratedFeeds.GeneratedFile;

/** What stays the same from one generation to the next. */
class RepeatedGenerationTest {

  private static final RyokanSize SIZE = new RyokanSize(20, 3, 4, 30);
  private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 4, 1);

  @TempDir private Path folder;

  @Test
  void givesTheSameBytesForTheSameSeed() throws IOException {
    GeneratedFeeds one = RyokanFeeds.generate(SIZE, 7, FIRST_NIGHT, folder.resolve("one"));
    GeneratedFeeds two = RyokanFeeds.generate(SIZE, 7, FIRST_NIGHT, folder.resolve("two"));

    assertThat(two.files()).isEqualTo(one.files());
    for (GeneratedFile file : one.files()) {
      assertThat(two.folder().resolve(file.name()))
          .hasSameBinaryContentAs(one.folder().resolve(file.name()));
    }
  }

  @Test
  void givesOtherRowsForAnotherSeed() throws IOException {
    GeneratedFeeds one = RyokanFeeds.generate(SIZE, 7, FIRST_NIGHT, folder.resolve("one"));
    GeneratedFeeds two = RyokanFeeds.generate(SIZE, 8, FIRST_NIGHT, folder.resolve("two"));

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
    GeneratedFeeds feeds = RyokanFeeds.generate(SIZE, 7, FIRST_NIGHT, folder);

    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (GeneratedFile file : feeds.files()) {
      digest.update(GeneratedRows.readText(folder.resolve(file.name())));
    }
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("fea5c97b1afd3374747d8c224280f2cf14b3e21e2b4d2f6d9d82b3ce4439ec1d");
  }

  @Test
  void replacesItsOwnFilesAndNoOthers() throws IOException {
    Files.writeString(folder.resolve("price-000.csv.gz"), "an older delivery");
    Files.writeString(folder.resolve("notes.txt"), "mine");

    GeneratedFeeds feeds = RyokanFeeds.generate(SIZE, 7, FIRST_NIGHT, folder);

    assertThat(GeneratedRows.read(feeds, "price")).hasSize((int) feeds.getFile("price").rows());
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
  }

  /** The catalog and the feeds are written apart: their column names have to agree. */
  @Test
  void writesTheColumnsOfTheCatalog() throws IOException {
    String project = System.getProperty("tatami.projectFolder", "..");
    String catalog = Files.readString(Path.of(project, "catalogs", "ryokan", "catalog.yaml"));
    GeneratedFeeds feeds = RyokanFeeds.generate(SIZE, 7, FIRST_NIGHT, folder);

    for (GeneratedFile file : feeds.files()) {
      String definition = feedDefinition(catalog, file.feed());
      List<String> header = GeneratedRows.read(feeds, file.feed()).get(0).getHeader();
      assertThat(header)
          .allSatisfy(column -> assertThat(definition).containsPattern("\\b" + column + "\\b"));
    }
  }

  /** Cuts a feed's lines out of a catalog: up to the next line that is indented as little. */
  private static String feedDefinition(String catalog, String feed) {
    return catalog.split("(?m)^  " + feed + ":$")[1].split("(?m)^ {0,2}\\w+:")[0];
  }
}
