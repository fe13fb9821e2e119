package tatami.searchtable.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is what was put, whatever the codec. */
class CalendarNightsTest {

  private static final long SEED = Long.getLong("tatami.seed", 20_261_122);
  private static final int NIGHTS = 41;
  private static final int ROWS = 1_300;
  private static final int UNIT = 50;

  @ParameterizedTest
  @ValueSource(strings = {"own_days", "shared_days"})
  void readsWhatWasPut(String word) {
    SplittableRandom random = new SplittableRandom(SEED);
    long[][] values = new long[ROWS][];
    for (int row = 0; row < ROWS; row++) {
      values[row] = random.nextInt(5) == 0 ? null : draw(random);
    }
    Stored stored = new Stored(word, values);
    for (int firstNight : new int[] {0, 7, NIGHTS - 3}) {
      int nights = Math.min(NIGHTS - firstNight, 1 + random.nextInt(NIGHTS));
      CalendarNights calendar = stored.read(firstNight, nights);
      long[] read = new long[nights];
      for (int row = 0; row < ROWS; row++) {
        long[] expected = expected(values[row], firstNight, nights);
        calendar.read(row, firstNight, nights, read);
        String repeat =
            "row="
                + row
                + ": mvn test -pl searchtable -Dtest=CalendarNightsTest -Dtatami.seed="
                + SEED;
        assertThat(read).as(repeat).containsExactly(expected);
        int night = random.nextInt(nights);
        assertThat(calendar.at(row, firstNight + night)).as(repeat).isEqualTo(expected[night]);
      }
      calendar.read(ROWS + 700, firstNight, nights, read);
      assertThat(read).containsOnly(-1);
      assertThat(calendar.at(ROWS, firstNight)).isEqualTo(-1);
    }
  }

  private static long[] expected(long[] values, int firstNight, int nights) {
    if (values == null) {
      long[] none = new long[nights];
      Arrays.fill(none, -1);
      return none;
    }
    return Arrays.copyOfRange(values, firstNight, firstNight + nights);
  }

  /** Rows of seven patterns; some have nights without a value, of a rank or of their own. */
  private static long[] draw(SplittableRandom random) {
    SplittableRandom pattern = new SplittableRandom(random.nextInt(7));
    long base = random.nextInt(100_000);
    long missingRank = random.nextInt(3) == 0 ? 2 : -1;
    double gaps = random.nextInt(3) == 0 ? 0.2 : 0;
    return IntStream.range(0, NIGHTS)
        .mapToLong(
            night -> {
              long rank = pattern.nextInt(5);
              boolean isMissing = rank == missingRank || random.nextDouble() < gaps;
              return isMissing ? -1 : (base + rank * 3) * UNIT;
            })
        .toArray();
  }

  /** Blocks as a table has them. */
  private static final class Stored {

    private final CalendarCodec codec;
    private final CalendarRows rows;
    private final DayCalendars calendars = new DayCalendars();

    Stored(String word, long[][] values) {
      codec = word.equals(OwnDays.WORD) ? new OwnDays(UNIT) : new SharedDays("days", UNIT);
      rows = CalendarRows.of(codec, calendars, 0, values.length, NIGHTS);
      for (int row = 0; row < values.length; row++) {
        if (values[row] != null) {
          rows.put(row, values[row]);
        }
      }
    }

    CalendarNights read(int firstNight, int nights) {
      if (codec instanceof OwnDays own) {
        int[] planes = CalendarNights.planes(firstNight, nights);
        CellBlocks cells = new CellBlocks(planes, 0, CellBlocks.blocksOf(ROWS));
        rows.write((plane, block, bytes) -> take(cells, planes, plane, block, bytes));
        return CalendarNights.of(own, cells);
      }
      int[] days = CalendarNights.planes(firstNight, nights);
      CellBlocks ranks = new CellBlocks(days, 0, 1);
      calendars.write(NIGHTS, (plane, block, bytes) -> take(ranks, days, plane, block, bytes));
      int[] planes = CalendarNights.sharedPlanes(ranks, firstNight, nights);
      CellBlocks cells = new CellBlocks(planes, 0, CellBlocks.blocksOf(ROWS));
      rows.write((plane, block, bytes) -> take(cells, planes, plane, block, bytes));
      return CalendarNights.of((SharedDays) codec, cells, ranks);
    }

    private static void take(CellBlocks cells, int[] planes, int plane, int block, byte[] bytes) {
      if (Arrays.binarySearch(planes, plane) >= 0) {
        cells.put(plane, block, bytes, 0);
      }
    }
  }

  @Test
  void rowsOfALaterPartOfATableComeInItsBlocks() {
    CalendarRows rows = CalendarRows.of(new OwnDays(1), null, 1_024, 1_600, 1);
    rows.put(1_024, new long[] {4});
    rows.put(1_599, new long[] {5});
    CellBlocks cells = new CellBlocks(new int[] {0}, 2, 4);
    rows.write((plane, block, bytes) -> cells.put(plane, block, bytes, 0));
    assertThat(cells.cell(0, 1_024)).isEqualTo(4);
    assertThat(cells.cell(0, 1_599)).isEqualTo(5);
    assertThat(cells.cell(0, 0)).isEqualTo(-1);
    assertThat(cells.cell(0, 5_000)).isEqualTo(-1);
    assertThat(cells.cell(1, 1_024)).isEqualTo(-1);
    assertThatThrownBy(() -> CalendarRows.of(new OwnDays(1), null, 3, 9, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aValueBetweenTwoStepsIsRefused() {
    CalendarRows rows = CalendarRows.of(new OwnDays(100), null, 0, 1, 1);
    assertThatThrownBy(() -> rows.put(0, new long[] {150}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("150");
  }
}
