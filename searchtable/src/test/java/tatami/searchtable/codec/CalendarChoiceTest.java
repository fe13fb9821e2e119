package tatami.searchtable.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tatami.searchtable.codec.CalendarMeasure.Missing;

class CalendarChoiceTest {

  private static final int NIGHTS = 366;
  private static final int ROWS = 300;

  @Test
  void stockOfZeroAndOneBecomesBits() {
    assertThat(choose(1, 1, Missing.ZERO, null).codec()).isEqualTo(new DayBits("cells", NIGHTS));
  }

  @Test
  void pricesOfZeroAndOneDoNotBecomeBitsBecauseAMissingOneIsNone() {
    assertThat(choose(1, 1, Missing.NONE, null).codec()).isEqualTo(new CellBytes("cells", 1, 1));
  }

  @Test
  void smallStockBecomesAByteANight() {
    assertThat(choose(254, 1, Missing.ZERO, null).codec()).isEqualTo(new CellBytes("cells", 1, 1));
    assertThat(choose(255, 1, Missing.ZERO, null).codec().word()).isEqualTo("array");
  }

  @Test
  void pricesOfTwoBytesStayArraysBecauseTheyAreReadFaster() {
    assertThat(choose(3_276_700, 100, Missing.NONE, null).codec())
        .isEqualTo(new CellArray("cells", IntegerWidth.INT2, 100));
    assertThat(choose(6_553_400, 100, Missing.NONE, null).codec())
        .isEqualTo(new CellBytes("cells", 2, 100));
  }

  @Test
  void rowsThatWouldLeaveThePageAreAvoided() {
    CalendarMeasure measure = new CalendarMeasure(600, 1, 5_000_000, Missing.NONE, null);
    CodecChoice<CalendarCodec> choice = new CalendarChoice(measure, "days", null).choose(null);
    assertThat(choice.codec()).isEqualTo(new CellBytes("cells", 3, 1));
    assertThat(CalendarChoice.rowBytes(choice.alternatives().get(0)))
        .isGreaterThan(CalendarChoice.MOST_ROW_BYTES);
  }

  @Test
  void rowsOfFewPatternsShareCalendars() {
    CodecChoice<CalendarCodec> choice = choose(2_000, 1, Missing.NONE, sample(rows(3)));
    assertThat(choice.codec().word()).isEqualTo("shared_days");
    assertThat(choice.why()).contains("sample of 300 rows: 3 calendars, about 3 for all 300 rows");
    assertThat(choice.alternatives())
        .extracting(other -> other.codec().word())
        .containsExactly("array", "bytes");
  }

  @Test
  void rowsWithPatternsOfTheirOwnDoNotShare() {
    assertThat(choose(2_000, 1, Missing.NONE, sample(rows(ROWS))).codec().word())
        .isEqualTo("array");
  }

  @Test
  void aPinnedCodecWins() {
    CalendarMeasure measure = new CalendarMeasure(NIGHTS, 1, 9, Missing.ZERO, null);
    for (String word : List.of("array", "bytes", "bits", "shared_days")) {
      CodecChoice<CalendarCodec> choice =
          new CalendarChoice(measure, "days", new DayCalendars()).choose(word);
      assertThat(choice.codec().word()).isEqualTo(word);
      assertThat(choice.why()).startsWith("pinned; values 0 to 9 in steps of 1");
    }
  }

  @Test
  void estimatesAreTheBytesOfTheFields() {
    List<long[]> rows = rows(4);
    CalendarMeasure measure = new CalendarMeasure(NIGHTS, 1, 2_000, Missing.NONE, sample(rows));
    DayCalendars calendars = new DayCalendars();
    CodecChoice<CalendarCodec> choice = new CalendarChoice(measure, "days", calendars).choose(null);
    List<CodecEstimate<CalendarCodec>> all = new ArrayList<>(choice.alternatives());
    all.add(choice.chosen());
    for (CodecEstimate<CalendarCodec> estimate : all) {
      double bytes =
          rows.stream()
              .mapToInt(row -> RecordedFields.of(estimate.codec(), row).size())
              .average()
              .orElseThrow();
      if (estimate.codec() instanceof SharedDays) {
        bytes += calendars.count() * (24 + 4 + 20 + 4 + 4 + NIGHTS) / (double) ROWS;
      }
      assertThat(estimate.bytes()).as(estimate.why()).isCloseTo(bytes, within(0.5));
    }
  }

  private static CodecChoice<CalendarCodec> choose(
      long highest, long unit, Missing meaning, SharedEstimate shared) {
    CalendarMeasure measure = new CalendarMeasure(NIGHTS, unit, highest, meaning, shared);
    return new CalendarChoice(measure, "days", new DayCalendars()).choose(null);
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
