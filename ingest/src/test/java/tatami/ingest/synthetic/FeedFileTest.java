package tatami.ingest.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tatami.ingest.compression.Compression;
import tatami.ingest.synthetic.GeneratedFeeds.GeneratedFile;

class FeedFileTest {

  @TempDir Path folder;

  @Test
  void quotesOnlyWhatNeedsIt() throws IOException {
    try (FeedFile file = new FeedFile(folder, gz("inn"), FeedMess.NONE, "code", "name")) {
      file.row("a", "松風, 離れ");
      file.row("b", "貴賓室 \"雅\"");
      file.row("", "two\nlines");
      file.complete();
      file.putInPlace();
    }

    assertThat(text("inn-000.csv.gz"))
        .isEqualTo("code,name\na,\"松風, 離れ\"\nb,\"貴賓室 \"\"雅\"\"\"\n,\"two\nlines\"\n");
  }

  @Test
  void writesARowForEachNight() throws IOException {
    Nights nights = new Nights(LocalDate.of(2026, 12, 31), 3);
    byte[][] values = {"7\n".getBytes(StandardCharsets.US_ASCII), {'1', '2', '\n'}};
    try (FeedFile file =
        new FeedFile(folder, gz("stock"), FeedMess.NONE, "room", "date", "rooms")) {
      file.nights(new byte[] {'r', ','}, nights, new byte[] {0, 1, 0}, values);
      file.complete();

      GeneratedFile generated = file.putInPlace();

      assertThat(generated.rows()).isEqualTo(3);
      assertThat(generated.bytes()).isEqualTo(Files.size(folder.resolve(generated.name())));
    }
    assertThat(text("stock-000.csv.gz"))
        .isEqualTo("room,date,rooms\nr,2026-12-31,7\nr,2027-01-01,12\nr,2027-01-02,7\n");
  }

  @Test
  void keepsEveryRowWhenTheBufferIsFull() throws IOException {
    Nights nights = new Nights(LocalDate.of(2026, 4, 1), 366);
    byte[][] values = {"12345\n".getBytes(StandardCharsets.US_ASCII)};
    StringBuilder expected = new StringBuilder("key,date,yen\n");
    try (FeedFile file = new FeedFile(folder, gz("price"), FeedMess.NONE, "key", "date", "yen")) {
      for (int key = 1000; key < 1020; key++) {
        byte[] text = (key + ",").getBytes(StandardCharsets.US_ASCII);
        file.nights(text, nights, new byte[366], values);
        for (int night = 0; night < 366; night++) {
          expected.append(key).append(',').append(nights.day(night)).append(",12345\n");
        }
      }
      file.complete();
      file.putInPlace();
    }

    assertThat(text("price-000.csv.gz")).isEqualTo(expected.toString());
  }

  @Test
  void leavesTheFormerFileWhereItWasNotCompleted() throws IOException {
    Files.writeString(folder.resolve("inn-000.csv.gz"), "former");

    try (FeedFile file = new FeedFile(folder, gz("inn"), FeedMess.NONE, "code")) {
      file.row("a");
    }

    assertThat(folder.resolve("inn-000.csv.gz")).hasContent("former");
    assertThat(folder).isDirectoryNotContaining("glob:**.partial");
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void replacesTheFormerFileHoweverItIsPacked(Compression former) throws IOException {
    String name = FeedFile.Name.of("inn", former).text();
    Files.writeString(folder.resolve(name), "former");

    try (FeedFile file = new FeedFile(folder, gz("inn"), FeedMess.NONE, "code")) {
      file.row("a");
      file.complete();
      file.putInPlace();
    }

    assertThat(folder.toFile().list()).containsExactly("inn-000.csv.gz");
    assertThat(text("inn-000.csv.gz")).isEqualTo("code\na\n");
  }

  private static FeedFile.Name gz(String feed) {
    return FeedFile.Name.of(feed, Compression.GZ);
  }

  private String text(String name) throws IOException {
    return new String(GeneratedRows.readText(folder.resolve(name)), StandardCharsets.UTF_8);
  }
}
