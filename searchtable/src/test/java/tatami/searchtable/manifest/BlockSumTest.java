package tatami.searchtable.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class BlockSumTest {

  private static final byte[] CELLS = {9, 1, 2, 3, 9};

  @Test
  void theOrderOfBlocksDoesNotCount() {
    BlockSum one = sum();
    one.add(7, 300, CELLS, 1, 3);
    one.add(0, 2, CELLS, 0, 2);
    BlockSum other = sum();
    other.add(0, 2, CELLS, 0, 2);
    other.add(7, 300, CELLS, 1, 3);
    assertThat(one.entry("t")).isEqualTo(other.entry("t"));
    assertThat(one.entry("t").rows()).isEqualTo(2);
    assertThat(one.entry("t").bytes()).isEqualTo(5);
  }

  @Test
  void aBlockIsItsPlaneItsNumberAndItsCells() {
    CRC32C expected = new CRC32C();
    expected.update(new byte[] {0, 7, 0, 0, 1, 44, 1, 2, 3});
    assertThat(of(7, 300, 1, 3)).isEqualTo(expected.getValue());
    assertThat(of(300, 7, 1, 3)).isNotEqualTo(expected.getValue());
    assertThat(of(7, 300, 1, 2)).isNotEqualTo(expected.getValue());
    assertThat(of(7, 300, 0, 3)).isNotEqualTo(expected.getValue());
  }

  @Test
  void anEmptyTableHasNothing() {
    assertThat(sum().entry("t"))
        .isEqualTo(new ManifestEntry("t", ManifestEntry.Form.BLOCKS, 0, 0, 0));
  }

  private static long of(int plane, int block, int start, int length) {
    BlockSum sum = sum();
    sum.add(plane, block, CELLS, start, length);
    assertThat(sum.blocks()).isEqualTo(1);
    return sum.checksum();
  }

  private static BlockSum sum() {
    return new BlockSum();
  }
}
