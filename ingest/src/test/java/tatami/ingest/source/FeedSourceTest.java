package tatami.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tatami.ingest.compression.Compression;
import tatami.ingest.feed.ColumnDefinition;
import tatami.ingest.feed.ColumnType;
import tatami.ingest.feed.FeedDefinition;
import tatami.ingest.feed.TestFeed;

class FeedSourceTest {

  private static final FeedDefinition PLAIN = feed("rows.csv");
  private static final FeedDefinition ZIPPED = feed("rows.csv.gz");
  private static final FeedDefinition PRESSED = feed("rows.csv.zst");

  @TempDir Path folder;

  @Test
  void givesRowsWithFileAndLine() throws IOException {
    write("rows.csv", "id,name\n1,one\n2,two\n");
    assertThat(read(PLAIN)).containsExactly("rows.csv:2 [1, one]", "rows.csv:3 [2, two]");
  }

  @Test
  void refusesAMissingFolderOrFile() {
    assertRefused(PLAIN, "no file matches rows.csv in " + folder);
    assertThatThrownBy(() -> FeedSource.open(PLAIN, folder.resolve("nowhere")))
        .isInstanceOf(FeedRefusedException.class)
        .hasMessageContainingAll("there is no folder", "nowhere", "--feeds");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    write("rows.csv", "");
    assertRefused(PLAIN, "rows.csv is empty (0 bytes)");
    writeBytes("rows.csv.gz", gzip(""));
    assertRefused(ZIPPED, "rows.csv.gz is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,name", "id,name\n", "id,name\r\n\r\n"})
  void refusesAFileWithAHeaderAlone(String text) throws IOException {
    write("rows.csv", text);
    assertRefused(PLAIN, "rows.csv has a header and no rows");
  }

  @Test
  void takesAnEmptyFileOfSeveralAsLongAsOneHasRows() throws IOException {
    write("a.csv", "id,name\n");
    write("b.csv", "id,name\n1,one\n");
    assertThat(read(feed("*.csv"))).containsExactly("b.csv:2 [1, one]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,name\n1,one\n", "x", "\u001f"})
  void refusesAGzFileThatIsNotGzip(String text) throws IOException {
    write("rows.csv.gz", text);
    assertRefused(ZIPPED, "rows.csv.gz is not gzip");
  }

  @Test
  void readsGzipAlsoInSeveralMembers() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(gzip("id,name\n1,one\n"));
    bytes.write(gzip("2,two\n"));
    writeBytes("rows.csv.gz", bytes.toByteArray());
    assertThat(read(ZIPPED)).containsExactly("rows.csv.gz:2 [1, one]", "rows.csv.gz:3 [2, two]");
  }

  @Test
  void refusesAGzipStreamThatIsCutAnywhere() throws IOException {
    byte[] whole = gzip(manyRows());
    for (int bytes : new int[] {20, whole.length / 2, whole.length - 9, whole.length - 1}) {
      writeBytes("rows.csv.gz", Arrays.copyOf(whole, bytes));
      assertRefused(ZIPPED, "rows.csv.gz is cut");
    }
  }

  @Test
  void refusesADamagedGzipStream() throws IOException {
    byte[] whole = gzip(manyRows());
    for (int position : new int[] {whole.length / 2, whole.length - 6, whole.length - 2}) {
      byte[] damaged = whole.clone();
      damaged[position] ^= 0x55;
      writeBytes("rows.csv.gz", damaged);
      assertRefused(ZIPPED, "rows.csv.gz ");
    }
  }

  @Test
  void readsZstdAlsoInSeveralFrames() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(zstd("id,name\n1,one\n"));
    bytes.write(zstd("2,two\n"));
    writeBytes("rows.csv.zst", bytes.toByteArray());
    assertThat(read(PRESSED)).containsExactly("rows.csv.zst:2 [1, one]", "rows.csv.zst:3 [2, two]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,name\n1,one\n", "x"})
  void refusesAZstFileThatIsNotZstd(String text) throws IOException {
    write("rows.csv.zst", text);
    assertRefused(PRESSED, "rows.csv.zst is not zstd, although its name ends in .zst");
  }

  @Test
  void refusesAnEmptyZstFile() throws IOException {
    writeBytes("rows.csv.zst", new byte[0]);
    assertRefused(PRESSED, "rows.csv.zst is empty (0 bytes)");
    writeBytes("rows.csv.zst", zstd(""));
    assertRefused(PRESSED, "rows.csv.zst is empty");
  }

  @Test
  void refusesAZstdStreamThatIsCutAnywhere() throws IOException {
    byte[] whole = zstd(manyRows());
    for (int bytes : new int[] {5, 20, whole.length / 2, whole.length - 4, whole.length - 1}) {
      writeBytes("rows.csv.zst", Arrays.copyOf(whole, bytes));
      assertRefused(PRESSED, "rows.csv.zst is cut: its zstd stream ends too early");
    }
  }

  @Test
  void refusesADamagedZstdStream() throws IOException {
    byte[] whole = zstd(manyRows());
    for (int position : new int[] {whole.length / 2, whole.length - 6, whole.length - 2}) {
      byte[] damaged = whole.clone();
      damaged[position] ^= 0x55;
      writeBytes("rows.csv.zst", damaged);
      assertRefused(PRESSED, "rows.csv.zst is damaged");
    }
  }

  @Test
  void refusesARenamedColumnNamingEveryMissingOneAndTheHeader() throws IOException {
    write("rows.csv", "ident,title\n1,one\n");
    assertRefused(PLAIN, "rows.csv has no column \"id\", \"name\"; its header is [ident, title]");
  }

  @Test
  void refusesAMissingColumnInAnyOfTheFiles() throws IOException {
    write("a.csv", "id,name\n1,one\n");
    write("b.csv", "id,title\n2,two\n");
    assertRefused(feed("*.csv"), "b.csv has no column \"name\"");
  }

  @Test
  void refusesAColumnThatIsThereTwice() throws IOException {
    write("rows.csv", "id,name,id\n1,one,2\n");
    assertRefused(PLAIN, "rows.csv has column \"id\" twice");
  }

  @Test
  void ignoresOtherColumnsAlsoTwice() throws IOException {
    write("rows.csv", "x,name,x,id\n7,one,8,1\n");
    assertThat(read(PLAIN)).containsExactly("rows.csv:2 [1, one]");
  }

  @Test
  void readsTheFirstNameThatAFileHasAndLetsOptionalColumnsLack() throws IOException {
    FeedDefinition feed =
        TestFeed.withKey("id")
            .column(named("id", false, "ID_NEW", "id"))
            .column(named("note", true, "note"))
            .build();
    write("rows.csv", "id\n1\n");
    assertThat(read(feed)).containsExactly("rows.csv:2 [1, ]");
    write("rows.csv", "id,ID_NEW,note\n1,2,x\n");
    assertThat(read(feed)).containsExactly("rows.csv:2 [2, x]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,name\n1,one\n2", "id,name\n1,one\n2,two\n3"})
  void refusesAPlainFileThatIsCutInTheMiddleOfARow(String text) throws IOException {
    write("rows.csv", text);
    assertRefused(PLAIN, "rows.csv ends in the middle of a row (line ");
  }

  @Test
  void takesALastRowWithoutANewline() throws IOException {
    write("rows.csv", "id,name\n1,one\n2,two");
    assertThat(read(PLAIN)).hasSize(2);
  }

  @Test
  void refusesAnUnclosedQuote() throws IOException {
    write("rows.csv", "id,name\n1,\"one\n2,two\n3,three\n");
    assertRefused(PLAIN, "rows.csv cannot be read as CSV");
  }

  @Test
  void refusesAQuoteThatIsNotEscapedInAQuotedField() throws IOException {
    write("rows.csv", "id,name\n1,\"a \" b\"\n2,two\n");
    assertRefused(PLAIN, "rows.csv cannot be read as CSV");
  }

  @Test
  void aQuoteInAFieldWithoutQuotesCostsTheRow() throws IOException {
    write("rows.csv", "id,name\n1,a \"b\" c\n2,\"a \"\"b\"\" c\"\n3,three\n");
    assertThat(read(PLAIN))
        .containsExactly(
            "rows.csv:2 broken: a quote inside a field that is not quoted",
            "rows.csv:3 [2, a \"b\" c]",
            "rows.csv:4 [3, three]");
  }

  @Test
  void aRowWithTooFewOrTooManyFieldsCostsTheRow() throws IOException {
    write("rows.csv", "id,name\n1\n2,two\n3,three,more\n4,four\n");
    assertThat(read(PLAIN))
        .containsExactly(
            "rows.csv:2 broken: 1 fields where the header has 2",
            "rows.csv:3 [2, two]",
            "rows.csv:4 broken: 3 fields where the header has 2",
            "rows.csv:5 [4, four]");
  }

  @Test
  void aByteThatIsNotUtf8CostsTheRow() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("id,name\n1,one\n2,t".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xFF);
    bytes.write("o\n3,three😀\n".getBytes(StandardCharsets.UTF_8));
    writeBytes("rows.csv", bytes.toByteArray());
    assertThat(read(PLAIN))
        .containsExactly(
            "rows.csv:2 [1, one]",
            "rows.csv:3 broken: bytes that are not UTF-8",
            "rows.csv:4 [3, three😀]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void countsTheLinesInsideQuotedFields(String newline) throws IOException {
    String text = "id,name\n1,\"a\nb\n\nc\"\n2,two\n\n3,\"x\ny\"\n4,four\n";
    write("rows.csv", text.replace("\n", newline));
    assertThat(read(PLAIN))
        .containsExactly(
            "rows.csv:2 [1, " + "a\nb\n\nc".replace("\n", newline) + "]",
            "rows.csv:6 [2, two]",
            "rows.csv:8 [3, " + "x\ny".replace("\n", newline) + "]",
            "rows.csv:10 [4, four]");
  }

  @Test
  void skipsAByteOrderMark() throws IOException {
    write("rows.csv", "\uFEFFid,name\n1,one\n");
    assertThat(read(PLAIN)).containsExactly("rows.csv:2 [1, one]");
    write("rows.csv", "\uFEFF\"id\",name\n1,one\n");
    assertThat(read(PLAIN)).containsExactly("rows.csv:2 [1, one]");
  }

  @Test
  void refusesALinkThatLeadsOut(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("secret.csv"), "id,name\n1,one\n");
    Files.createSymbolicLink(folder.resolve("rows.csv"), elsewhere.resolve("secret.csv"));
    assertRefused(PLAIN, "rows.csv is a link that leads out of " + folder);
  }

  @Test
  void followsALinkThatStaysInside() throws IOException {
    write("2026-12-05.csv", "id,name\n1,one\n");
    Files.createSymbolicLink(folder.resolve("rows.csv"), Path.of("2026-12-05.csv"));
    assertThat(read(PLAIN)).containsExactly("rows.csv:2 [1, one]");
  }

  @Test
  void refusesALinkThatLeadsNowhere() throws IOException {
    Files.createSymbolicLink(folder.resolve("rows.csv"), folder.resolve("gone.csv"));
    assertRefused(PLAIN, "rows.csv");
  }

  @Test
  void doesNotTakeAFolderForAFile() throws IOException {
    Files.createDirectory(folder.resolve("rows.csv"));
    assertRefused(PLAIN, "no file matches rows.csv");
  }

  @Test
  void theFirstPatternThatMatchesGivesAllItsFilesInNameOrder() throws IOException {
    write("rows-2.csv", "id,name\n2,two\n");
    write("rows-10.csv", "id,name\n10,ten\n");
    write("old.csv", "id,name\n1,one\n");
    assertThat(read(feed("new*.csv", "rows-*.csv", "*.csv")))
        .containsExactly("rows-10.csv:2 [10, ten]", "rows-2.csv:2 [2, two]");
  }

  @Test
  void isAsOldAsItsOldestFile() throws IOException {
    Instant old = Instant.parse("2026-01-02T03:04:05Z");
    write("a.csv", "id,name\n1,one\n");
    write("b.csv", "id,name\n2,two\n");
    Files.setLastModifiedTime(folder.resolve("b.csv"), FileTime.from(old));
    assertThat(FeedSource.open(feed("*.csv"), folder).asOf()).isEqualTo(old);
  }

  @Test
  void refusesAFileThatChangesWhileItIsRead() throws IOException {
    write("rows.csv", "id,name\n1,one\n");
    FeedSource source = FeedSource.open(PLAIN, folder);
    write("rows.csv", "id,name\n1,one\n2,two\n");
    assertThatThrownBy(() -> source.read(new RowList()))
        .isInstanceOf(FeedRefusedException.class)
        .hasMessageContaining("rows.csv changed while it was read");
  }

  @Test
  void canBeReadTwice() throws IOException {
    writeBytes("rows.csv.gz", gzip("id,name\n1,one\n"));
    FeedSource source = FeedSource.open(ZIPPED, folder);
    RowList first = new RowList();
    source.read(first);
    RowList second = new RowList();
    source.read(second);
    assertThat(second.rows).isEqualTo(first.rows).hasSize(1);
  }

  @Test
  void namesTheFeedInEveryRefusal() {
    assertThatThrownBy(() -> FeedSource.open(PLAIN, folder))
        .isInstanceOf(FeedRefusedException.class)
        .hasMessageStartingWith("feed \"rows\": ")
        .satisfies(e -> assertThat(((FeedRefusedException) e).feed()).isEqualTo("rows"));
  }

  private void assertRefused(FeedDefinition feed, String reason) {
    assertThatThrownBy(() -> FeedSource.open(feed, folder).read(new RowList()))
        .isInstanceOf(FeedRefusedException.class)
        .hasMessageContaining(reason);
  }

  private List<String> read(FeedDefinition feed) {
    RowList rows = new RowList();
    FeedSource.open(feed, folder).read(rows);
    return rows.rows;
  }

  private static FeedDefinition feed(String... files) {
    return TestFeed.withKey("id").files(files).column("id", "text").column("name", "text").build();
  }

  private static ColumnDefinition named(String name, boolean optional, String... from) {
    return new ColumnDefinition(
        name, ColumnType.TEXT, List.of(from), optional, Map.of(), "", List.of());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void writeBytes(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  /** Does not compress well, so that a cut lies in the middle of many blocks. */
  private static String manyRows() {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("id,name\n");
    for (int row = 0; row < 20_000; row++) {
      text.append(row).append(',').append(Long.toHexString(random.nextLong())).append('\n');
    }
    return text.toString();
  }

  private static byte[] zstd(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream pressed = Compression.ZST.pack(bytes)) {
      pressed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
