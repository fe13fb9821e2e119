package tatami.searchtable.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tatami.searchtable.codec.CodecChoice;

class CalendarChoiceTest {

  private static final int NIGHTS = 366;
  private static final int ROWS = 300;

  @Test
  void valuesThatNoOneLookedAtForSharingAreOwnDays() {
    CodecChoice<CalendarCodec> choice = choose(254, 1, null);
    assertThat(choice.codec()).isEqualTo(new OwnDays(1));
    assertThat(choice.chosen().bytes()).isEqualTo(1.125 * NIGHTS);
    assertThat(choose(255, 1, null).chosen().bytes()).isEqualTo(2.125 * NIGHTS);
    assertThat(choose(25_400, 100, null).chosen().bytes()).isEqualTo(1.125 * NIGHTS);
    assertThat(choose(25_400, 100, null).why())
        .isEqualTo(
            "least bytes × reading; values 0 to 25400 in steps of 100;"
                + " 1-byte cells: 411.8 bytes a row, 1.13 a night");
  }

  @Test
  void rowsOfFewPatternsShareCalendars() {
    CodecChoice<CalendarCodec> choice = choose(2_000, 1, sample(rows(3)));
    assertThat(choice.codec()).isEqualTo(new SharedDays("days", 1));
    assertThat(choice.why())
        .contains("ranks on a night, sample of 300 rows: 3 calendars, about 3 for all 300 rows");
    assertThat(choice.alternatives())
        .extracting(other -> other.codec().word())
        .containsExactly("own_days");
    // A number of one byte, five levels of two with their blocks, the three calendars' ranks.
    assertThat(choice.chosen().bytes()).isEqualTo(1 + 5 * 2.125 + 3.0 * NIGHTS / ROWS);
  }

  @Test
  void rowsWithPatternsOfTheirOwnDoNotShare() {
    assertThat(choose(2_000, 1, sample(rows(ROWS))).codec().word()).isEqualTo("own_days");
  }

  @Test
  void rowsWhoseNightsHaveManyRanksAreReadTooSlowly() {
    List<long[]> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      SplittableRandom pattern = new SplittableRandom(row % 70);
      long base = 1_000 + row;
      rows.add(pattern.longs(NIGHTS, 0, 90).map(rank -> base + rank * 10).toArray());
    }
    assertThat(choose(2_000, 1, sample(rows)).codec().word()).isEqualTo("own_days");
  }

  @Test
  void rowsWithFewValuesAreOwnDaysThoughTheyCouldShare() {
    List<long[]> rows = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(5);
    for (int row = 0; row < ROWS; row++) {
      long[] values = new long[NIGHTS];
      Arrays.fill(values, -1);
      for (int night = 0; night < 20; night++) {
        values[random.nextInt(NIGHTS)] = 2;
      }
      rows.add(values);
    }
    CodecChoice<CalendarCodec> choice = choose(3, 1, sample(rows));
    assertThat(choice.codec()).isEqualTo(new OwnDays(1));
    assertThat(choice.chosen().bytes()).isBetween(0.29 * NIGHTS, 0.31 * NIGHTS);
    assertThat(choice.alternatives()).hasSize(1);
  }

  @Test
  void aPinnedCodecWins() {
    CalendarMeasure measure = new CalendarMeasure(NIGHTS, 1, 9, null);
    for (String word : List.of("own_days", "shared_days")) {
      CodecChoice<CalendarCodec> choice = new CalendarChoice(measure, "days").choose(word);
      assertThat(choice.codec().word()).isEqualTo(word);
      assertThat(choice.why()).startsWith("pinned; values 0 to 9 in steps of 1");
    }
  }

  private static CodecChoice<CalendarCodec> choose(long highest, long unit, SharedEstimate shared) {
    CalendarMeasure measure = new CalendarMeasure(NIGHTS, unit, highest, shared);
    return new CalendarChoice(measure, "days").choose(null);
  }

  private static SharedEstimate sample(List<long[]> rows) {
    SharedEstimate sample = new SharedEstimate(rows.size());
    rows.forEach(sample::add);
    return sample;
  }

  private static List<long[]> rows(int patterns) {
    List<long[]> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      SplittableRandom pattern = new SplittableRandom(row % patterns);
      long base = 1_000 + row;
      rows.add(pattern.longs(NIGHTS, 0, 5).map(rank -> base + rank * 10).toArray());
    }
    return rows;
  }
}
