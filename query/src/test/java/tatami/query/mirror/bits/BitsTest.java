package tatami.query.mirror.bits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets as words, at the edges of words. */
class BitsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 128, 200})
  void allRowsAreIn(int rows) {
    long[] all = Bits.all(rows);
    assertThat(Bits.count(all)).isEqualTo(rows);
    assertThat(all).hasSize((rows + 63) / 64);
    assertThat(Bits.next(all, 0)).isEqualTo(rows == 0 ? -1 : 0);
    assertThat(Bits.next(all, rows)).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "5, 5",
    "0, 1",
    "63, 64",
    "63, 65",
    "64, 128",
    "1, 199",
    "130, 131",
    "0, 200"
  })
  void aRangeIsSet(int first, int end) {
    long[] words = Bits.none(200);
    Bits.setRange(words, first, end);
    for (int row = 0; row < 200; row++) {
      assertThat(Bits.get(words, row)).as("%d", row).isEqualTo(row >= first && row < end);
    }
    assertThat(Bits.next(words, 0)).isEqualTo(first == end ? -1 : first);
  }
}
