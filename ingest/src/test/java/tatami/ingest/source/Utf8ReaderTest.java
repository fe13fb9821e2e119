package tatami.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8ReaderTest {

  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());
  private static final int BUFFER_BYTES = 1 << 16;

  /** Characters of one to four bytes across the edges of the reader's own buffer. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "あ", "😀"})
  void readsCharactersThatLieAcrossABufferEdge(String character) throws IOException {
    for (int edge = 1; edge <= 2; edge++) {
      for (int before = -8; before <= 8; before++) {
        String text = "x".repeat(edge * BUFFER_BYTES + before) + character.repeat(5) + "end";
        assertThat(read(text.getBytes(StandardCharsets.UTF_8), 8_192)).isEqualTo(text);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 100})
  void fillsTargetsOfAnySize(int targetSize) throws IOException {
    String text = "aéあ😀".repeat(50) + "\r\n";
    assertThat(read(text.getBytes(StandardCharsets.UTF_8), targetSize)).isEqualTo(text);
  }

  @Test
  void readsRandomTextAsTheJdkDoes() throws IOException {
    System.out.println(
        "repeat with: mvn -pl ingest -am test -Dtest=Utf8ReaderTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtatami.testArguments=-Dtatami.seed="
            + SEED);
    Random random = new Random(SEED);
    for (int run = 0; run < 20; run++) {
      StringBuilder text = new StringBuilder("x".repeat(random.nextInt(10)));
      while (text.length() < 150_000) {
        text.appendCodePoint(codePoint(random));
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      assertThat(read(bytes, 2 + random.nextInt(9_000)).equals(text.toString())).isTrue();
    }
  }

  /** The bytes are in hex; a marked byte comes back as U+DC00 + byte. */
  @ParameterizedTest
  @CsvSource({
    "61 FF 62, 61 DCFF 62",
    "80, DC80",
    "C3 28, DCC3 28",
    "C3, DCC3",
    "E3 81, DCE3 DC81",
    "E3 81 61, DCE3 DC81 61",
    "F0 9F 98, DCF0 DC9F DC98",
    "C0 AF, DCC0 DCAF",
    "ED A0 80, DCED DCA0 DC80",
    "F4 90 80 80, DCF4 DC90 DC80 DC80",
    "FE FF, DCFE DCFF",
    "93 FA 96 7B, DC93 DCFA DC96 7B",
  })
  void marksEveryByteThatIsNotUtf8(String hex, String expected) throws IOException {
    byte[] bytes = bytes(hex);
    Utf8Reader reader = new Utf8Reader(new ByteArrayInputStream(bytes));
    String text = drain(reader, 100);
    assertThat(text).isEqualTo(characters(expected));
    assertThat(reader.sawMalformedBytes()).isTrue();
    assertThat(Utf8Reader.containsMalformedByte(text)).isTrue();
  }

  @Test
  void marksBadBytesWhereverTheyLieAroundABufferEdge() throws IOException {
    for (int before = -8; before <= 8; before++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write("x".repeat(BUFFER_BYTES + before).getBytes(StandardCharsets.UTF_8));
      bytes.write(bytes("E3 81 FF"));
      bytes.write("あ".getBytes(StandardCharsets.UTF_8));
      assertThat(read(bytes.toByteArray(), 8_192))
          .isEqualTo("x".repeat(BUFFER_BYTES + before) + characters("DCE3 DC81 DCFF") + "あ");
    }
  }

  @Test
  void doesNotMarkGoodText() throws IOException {
    Utf8Reader reader = reader("あ😀é\uFFFD");
    String text = drain(reader, 100);
    assertThat(reader.sawMalformedBytes()).isFalse();
    assertThat(Utf8Reader.containsMalformedByte(text)).isFalse();
  }

  @Test
  void skipsAByteOrderMarkAtTheStartAlone() throws IOException {
    assertThat(read(bytes("EF BB BF 61 EF BB BF 62"), 100)).isEqualTo("a\uFEFFb");
    assertThat(read(bytes("EF BB BF"), 100)).isEmpty();
    assertThat(read(new byte[0], 100)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a, false", "'a\n', true", "'a\r', true", "'a\nb', false", "'\uD83D\uDE00', false"})
  void knowsWhetherTheTextEndsWithANewline(String text, boolean expected) throws IOException {
    Utf8Reader reader = reader(text);
    drain(reader, 100);
    assertThat(reader.endsWithNewline()).isEqualTo(expected);
  }

  @Test
  void readsFromAStreamThatGivesFewBytesAtATime() throws IOException {
    String text = "aéあ😀".repeat(30_000);
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, 7));
          }
        };
    assertThat(drain(new Utf8Reader(slow), 4_096).equals(text)).isTrue();
  }

  private static int codePoint(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> 1 + random.nextInt(0x7F);
      case 1 -> 0x80 + random.nextInt(0x780);
      case 2 -> 0x800 + random.nextInt(0xC000);
      default -> 0x10000 + random.nextInt(0x100000);
    };
  }

  private static Utf8Reader reader(String text) {
    return new Utf8Reader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String read(byte[] bytes, int targetSize) throws IOException {
    return drain(new Utf8Reader(new ByteArrayInputStream(bytes)), targetSize);
  }

  private static String drain(Utf8Reader reader, int targetSize) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] target = new char[targetSize];
    for (int count = reader.read(target, 0, targetSize);
        count >= 0;
        count = reader.read(target, 0, targetSize)) {
      text.append(target, 0, count);
    }
    return text.toString();
  }

  private static byte[] bytes(String hex) {
    String[] parts = hex.split(" ");
    byte[] bytes = new byte[parts.length];
    for (int index = 0; index < parts.length; index++) {
      bytes[index] = (byte) Integer.parseInt(parts[index], 16);
    }
    return bytes;
  }

  private static String characters(String hex) {
    StringBuilder text = new StringBuilder();
    for (String part : hex.split(" ")) {
      text.append((char) Integer.parseInt(part, 16));
    }
    return text.toString();
  }
}
