package tatami.query.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tatami.query.release.TestReleases;
import tatami.searchtable.calendar.CellBlocks;

class BlockQueryTest {

  private static final Tables TABLES = new Tables(TestReleases.keptBoats().description());

  @Test
  void planesThatFollowEachOtherAreARange() {
    Fragment text = statement(new BlockQuery("stock", new int[] {3, 4, 5}, null));
    assertThat(text.text())
        .isEqualTo(
            "SELECT 0 AS part, string_agg(int2send(plane) || int4send(block)"
                + " || int4send(length(cells)) || cells, '') AS blocks\n"
                + "FROM \"boats_r7\".\"stock\"\nWHERE plane BETWEEN ? AND ?");
    assertThat(text.parameters()).containsExactly((short) 3, (short) 5);
  }

  @Test
  void otherPlanesAreNamedAndSoAreBlocks() {
    Fragment text = statement(new BlockQuery("price", new int[] {0, 2, 259}, new int[] {7}));
    assertThat(text.text()).endsWith("WHERE plane = ANY (?) AND block = ANY (?)");
    assertThat(((ShortArray) text.parameters().get(0)).values())
        .containsExactly((short) 0, (short) 2, (short) 259);
    assertThat(((IntArray) text.parameters().get(1)).values()).containsExactly(7);
  }

  @Test
  void eachTableIsAPartWithItsPlace() {
    BlockQuery query = new BlockQuery("stock", new int[] {3}, null);
    assertThat(BlockQuery.statement(TABLES, List.of(query, query)).text())
        .contains("SELECT 0 AS part", "\nUNION ALL\nSELECT 1 AS part");
  }

  @Test
  void cellsAreFoundByPlaneAndRowWhateverPartSentThem() {
    BlockQuery query = new BlockQuery("price", new int[] {4, 9}, null);
    CellBlocks cells =
        query.read(
            List.of(
                new BlockBytes().add(4, 0, 7, -1, 300).addOne(4, 2, 5, 1L << 40).bytes(),
                new byte[0],
                new BlockBytes().add(9, 1, 11).bytes()));
    assertThat(cells.cell(4, 0)).isEqualTo(7);
    assertThat(cells.cell(4, 1)).isEqualTo(-1);
    assertThat(cells.cell(4, 2)).isEqualTo(300);
    assertThat(cells.cell(4, 1_029)).isEqualTo(1L << 40);
    assertThat(cells.cell(9, 512)).isEqualTo(11);
    assertThat(cells.cell(9, 0)).isEqualTo(-1);
    assertThat(cells.cell(4, 5_000)).isEqualTo(-1);
  }

  @Test
  void splitsItsPlanesWithoutLosingOne() {
    BlockQuery query = new BlockQuery("price", new int[] {1, 2, 3, 5, 8}, new int[] {4});
    assertThat(query.split(2))
        .extracting(BlockQuery::planes)
        .containsExactly(new int[] {1, 2}, new int[] {3, 5}, new int[] {8});
    assertThat(query.split(5)).hasSize(1);
    assertThat(query.split(2)).allMatch(part -> part.blocks() == query.blocks());
  }

  private static Fragment statement(BlockQuery query) {
    return BlockQuery.statement(TABLES, List.of(query));
  }
}
