package tatami.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownAmountTest {

  @ParameterizedTest
  @CsvSource({
    "0, 3, 1, 0",
    "1, 3, 1, 0",
    "2, 3, 1, 1",
    "3, 2, 1, 2",
    "10, 2, 2, 3",
    "9, 2, 2, 2",
    "7, 1, 1, 7",
    "9223372036854775807, 2, 1, 4611686018427387904"
  })
  void dividesByNightsAndRoomsHalfUp(long total, int nights, int rooms, long shown) {
    assertThat(new ShownAmount(true, nights, rooms).of(total)).isEqualTo(shown);
    assertThat(new ShownAmount(true, nights, 9).withRooms(rooms).of(total)).isEqualTo(shown);
  }

  @Test
  void leavesTotalsOfAStayAsTheyAre() {
    assertThat(new ShownAmount(false, 3, 2).of(31)).isEqualTo(31);
    assertThat(new ShownAmount(false, 3, 2).withRooms(1).of(31)).isEqualTo(31);
  }
}
