package tatami.searchtable.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellBlockTest {

  private static final long SEED = Long.getLong("tatami.seed", 20_261_122);
  private static final int BLOCKS = 3_000;
  private static final long[] HIGHEST = {
    0, 1, 254, 255, 65_534, 65_535, (1 << 24) - 2, 1 << 24, (1L << 32) - 2, 1L << 32, Long.MAX_VALUE
  };

  @ParameterizedTest
  @CsvSource({
    // Bytes are a format: releases that are kept have them.
    "'7 -1 9', 0100030800" + "0a",
    "'-1 -1 5', 1100030504",
    "'5 5 5', 1100030507",
    "'0', 1100010001",
    "'300 -1 70000', 230003" + "05" + "00012c" + "011170",
    "'65534 1', 020002ffff0002",
    "'65535 1', 030002" + "010000" + "000002",
    "'4294967295 1', 080002" + "0000000100000000" + "0000000000000002",
    "'9223372036854775807 1', 080002" + "8000000000000000" + "0000000000000002",
    "'-1 -1 -1 -1 -1 -1 -1 -1 3 -1 -1 -1 4', 21000d" + "0011" + "0304"
  })
  void bytesAreThoseOfTheFormat(String cells, String hex) {
    long[] values = LongStream.of(numbers(cells)).toArray();
    byte[] packed = CellBlock.pack(values, values.length);
    assertThat(HexFormat.of().formatHex(packed)).isEqualTo(hex);
    assertThat(unpacked(packed, values.length)).containsExactly(values);
  }

  private static long[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
  }

  @Test
  void aBlockWithoutACellIsLeftOut() {
    assertThat(CellBlock.pack(new long[] {-1, -1, -1}, 3)).isNull();
    assertThat(CellBlock.pack(new long[] {-1, 4}, 1)).isNull();
    assertThat(CellBlock.pack(new long[0], 0)).isNull();
  }

  @Test
  void readsWhatWasPackedWhereverItStands() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int block = 0; block < BLOCKS; block++) {
      long[] cells = draw(random);
      byte[] packed = CellBlock.pack(cells, cells.length);
      String repeat = "mvn test -pl searchtable -Dtest=CellBlockTest -Dtatami.seed=" + SEED;
      if (packed == null) {
        assertThat(cells).as(repeat).containsOnly(-1);
        continue;
      }
      int start = random.nextInt(9);
      byte[] within = new byte[start + packed.length];
      System.arraycopy(packed, 0, within, start, packed.length);
      assertThat(CellBlock.isWhole(within, start, packed.length)).as(repeat).isTrue();
      for (int place = 0; place < cells.length; place++) {
        assertThat(CellBlock.cell(within, start, place)).as(repeat).isEqualTo(cells[place]);
      }
      assertThat(CellBlock.cell(within, start, cells.length)).as(repeat).isEqualTo(-1);
      BitSet places = new BitSet();
      CellBlock.addPlaces(packed, 0, 7, places);
      assertThat(places.stream())
          .as(repeat)
          .containsExactlyElementsOf(
              IntStream.range(0, cells.length)
                  .filter(place -> cells[place] >= 0)
                  .mapToObj(place -> place + 7)
                  .toList());
    }
  }

  /** Draws blocks of every form: one value or many, few cells or all, of every width. */
  private static long[] draw(SplittableRandom random) {
    int places = 1 + random.nextInt(random.nextBoolean() ? 20 : 700);
    long highest = HIGHEST[random.nextInt(HIGHEST.length)];
    double share = random.nextBoolean() ? 1 : random.nextDouble();
    long one = random.nextInt(3) == 0 ? highest : -1;
    long[] cells = new long[places];
    for (int place = 0; place < places; place++) {
      long cell = one >= 0 ? one : highest == 0 ? 0 : random.nextLong(highest);
      cells[place] = random.nextDouble() < share ? cell : -1;
    }
    if (random.nextBoolean()) {
      cells[random.nextInt(places)] = highest;
    }
    return cells;
  }

  private static long[] unpacked(byte[] packed, int places) {
    return IntStream.range(0, places)
        .mapToLong(place -> CellBlock.cell(packed, 0, place))
        .toArray();
  }

  @Test
  void theShortestFormIsTaken() {
    long[] full = LongStream.range(0, 512).toArray();
    assertThat(CellBlock.pack(full, 512)).hasSize(3 + 2 * 512);
    long[] same = LongStream.generate(() -> 7).limit(512).toArray();
    assertThat(CellBlock.pack(same, 512)).hasSize(3 + 1 + 64);
    long[] few = new long[512];
    Arrays.fill(few, -1);
    few[0] = 1;
    few[511] = 300;
    assertThat(CellBlock.pack(few, 512)).hasSize(3 + 64 + 2 * 2);
  }

  @Test
  void refusesWhatIsNoCell() {
    assertThatThrownBy(() -> CellBlock.pack(new long[] {-2}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-2");
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "0100",
    "010003080a",
    "01000308000a00",
    "0500010101010101",
    "310001ff",
    "1100030500ff",
    "2100030701",
    "010000"
  })
  void damagedBytesAreNotWhole(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(CellBlock.isWhole(bytes, 0, bytes.length)).isFalse();
  }
}
