package tatami.query.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tatami.searchtable.codec.CellArray;
import tatami.searchtable.codec.IntegerWidth;

/** Which rows of calendars are read, and which ranks of their nights. */
class CalendarRowsTest {

  @Test
  void aCalendarWithFewerRanksThanAnotherRepeatsItsLast() {
    SharedRanks.Window window = new SharedRanks.Window("days", 10, 3);
    byte[] places = {0, 1, 1, 2, 0, 1};
    RankChoice choice = new RankChoice(List.of(List.of(4, 200), List.of(7, 8, 9)), places, window);
    assertThat(choice.ranks()).isEqualTo(3);
    assertThat(choice.padded(5).ranks()).isEqualTo(5);
    assertThat(choice.ofCalendars(0)).containsExactly(4, 7);
    assertThat(choice.ofCalendars(1)).containsExactly((byte) 200, 8);
    assertThat(choice.ofCalendars(2)).containsExactly((byte) 200, 9);
    assertThat(choice.padded(5).ofCalendars(4)).containsExactly((byte) 200, 9);
    assertThat(List.of(choice.place(0, 10), choice.place(0, 12), choice.place(1, 10)))
        .containsExactly(0, 1, 2);
  }

  @Test
  void oneRankIsEnoughForNightsThatAreAlike() {
    RankChoice one = RankChoice.ofOneRank(new SharedRanks.Window("days", 5, 2));
    assertThat(one.ranks()).isEqualTo(1);
    assertThat(one.ofCalendars(0)).containsExactly(0);
    assertThat(one.place(0, 6)).isZero();
  }

  @Test
  void rowsOfACalendarAreAllOrARangeOrNamed() {
    CellArray cells = new CellArray("cells", IntegerWidth.INT2, 1);
    CalendarTable stock = new CalendarTable("stock", "stock", "id", cells, 0, 1);
    CalendarTable price = new CalendarTable("price", "price_2", "offer", cells, 0, 1);
    RowChoice few = new RowChoice.Few(new IntArray(List.of(1, 2)), new IntArray(List.of(30)));
    assertThat(Told.of(new RowChoice.All().where(price))).isEqualTo("|");
    assertThat(Told.of(new RowChoice.Range(4, 9).where(stock)))
        .isEqualTo("WHERE id BETWEEN ? AND ? | 4 9");
    assertThat(Told.of(few.where(stock))).isEqualTo("WHERE id = ANY (?) | [30]");
    assertThat(Told.of(few.where(price))).isEqualTo("WHERE offer = ANY (?) | [1, 2]");
  }
}
