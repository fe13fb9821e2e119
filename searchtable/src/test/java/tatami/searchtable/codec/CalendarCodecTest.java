package tatami.searchtable.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CalendarCodecTest extends ColumnCodecContract<long[]> {

  private static final int NIGHTS = 41;

  @Override
  List<Case<long[], ? extends ColumnCodec<long[]>>> cases() {
    List<Case<long[], ? extends ColumnCodec<long[]>>> cases = new ArrayList<>();
    cases.add(cells("array_int2", new CellArray("cells", IntegerWidth.INT2, 100), 100, 32_767));
    cases.add(cells("array_int4", new CellArray("cells", IntegerWidth.INT4, 1), 1, (1L << 31) - 1));
    cases.add(cells("array_int8", new CellArray("cells", IntegerWidth.INT8, 1), 1, Long.MAX_VALUE));
    cases.add(cells("bytes_1", new CellBytes("cells", 1, 10), 10, 254));
    cases.add(cells("bytes_2", new CellBytes("cells", 2, 1), 1, 65_534));
    cases.add(cells("bytes_3", new CellBytes("cells", 3, 5), 5, (1 << 24) - 2));
    cases.add(cells("bytes_4", new CellBytes("cells", 4, 1), 1, Integer.MAX_VALUE - 1L));
    cases.add(
        new Case<>(
            "bits",
            new DayBits("cells", NIGHTS),
            random -> row(random, 1, 1),
            each(value -> value >= -1 && value <= 1),
            values -> Arrays.stream(values).map(value -> Math.max(0, value)).boxed().toList(),
            golden(1, 1)));
    cases.add(
        new Case<>(
            "shared_days",
            new SharedDays("days", IntegerWidth.INT2, 50, true, new DayCalendars()),
            random -> sharedRow(random, 50, 32_767),
            each(value -> isCell(value, 50, 32_767)),
            values -> Arrays.stream(values).boxed().toList(),
            golden(50, 32_767)));
    return cases;
  }

  @Override
  Object comparable(long[] read) {
    return Arrays.stream(read).boxed().toList();
  }

  @Override
  RecordedFields withJoins(ColumnCodec<long[]> codec, RecordedFields fields) {
    if (codec instanceof SharedDays shared) {
      fields.writeBytes(shared.calendars().ranks((int) fields.readInteger(0)));
    }
    return fields;
  }

  @Override
  UnaryOperator<ColumnCodec<long[]>> described() {
    return codec -> codec instanceof SharedDays shared ? shared.described(true) : codec;
  }

  @Test
  void aSingleNightFitsWhereTheRowWouldStillFit() {
    for (Case<long[], ? extends ColumnCodec<long[]>> tested : cases()) {
      CalendarCodec codec = (CalendarCodec) tested.codec();
      for (long value : new long[] {-2, -1, 0, 1, 50, 254, 255, 32_767, 1L << 31}) {
        long[] row = new long[NIGHTS];
        row[3] = value;
        assertThat(codec.holds(value)).as(tested.name() + " " + value).isEqualTo(codec.fits(row));
        assertThat(codec.findMisfit(row)).isEqualTo(codec.holds(value) ? -1 : 3);
      }
    }
  }

  @Test
  void aRowWithMoreDifferentValuesThanRanksDoesNotShare() {
    SharedDays codec = new SharedDays("days", IntegerWidth.INT2, 1, true, new DayCalendars());
    assertThat(codec.fits(LongStream.range(0, 255).toArray())).isTrue();
    assertThat(codec.fits(LongStream.range(-1, 255).toArray())).isFalse();
  }

  private static Case<long[], CalendarCodec> cells(
      String name, CalendarCodec codec, long unit, long highest) {
    return new Case<>(
        name,
        codec,
        random -> row(random, unit, highest),
        each(value -> isCell(value, unit, highest)),
        values -> Arrays.stream(values).boxed().toList(),
        golden(unit, highest));
  }

  private static boolean isCell(long value, long unit, long highest) {
    return value == -1 || (value >= 0 && value % unit == 0 && value / unit <= highest);
  }

  private static java.util.function.Predicate<long[]> each(LongPredicate fits) {
    return values -> Arrays.stream(values).allMatch(fits);
  }

  /** One row in four has a night that is off the step, too high or below −1. */
  private static long[] row(SplittableRandom random, long unit, long highest) {
    long bound = random.nextBoolean() ? Math.min(highest, 3) : highest;
    long[] values =
        random
            .longs(NIGHTS, -1, Math.max(bound, bound + 1))
            .map(cell -> cell < 0 ? -1 : cell * unit)
            .toArray();
    spoil(values, random, unit, highest);
    return values;
  }

  /** Rows of few patterns: some coarser, some with nights missing. */
  private static long[] sharedRow(SplittableRandom random, long unit, long highest) {
    SplittableRandom pattern = new SplittableRandom(random.nextInt(5));
    long[] levels = random.longs(6, -1, random.nextInt(1, 200)).toArray();
    boolean isSparse = random.nextInt(3) == 0;
    long[] values = new long[NIGHTS];
    for (int night = 0; night < NIGHTS; night++) {
      long level = levels[pattern.nextInt(levels.length)];
      boolean isMissing = level < 0 || (isSparse && random.nextInt(4) == 0);
      values[night] = isMissing ? -1 : level * unit;
    }
    spoil(values, random, unit, highest);
    return values;
  }

  private static void spoil(long[] values, SplittableRandom random, long unit, long highest) {
    int night = random.nextInt(values.length);
    switch (random.nextInt(12)) {
      case 0 -> values[night] = unit == 1 ? -2 : unit + 1;
      case 1 -> values[night] = highest == Long.MAX_VALUE ? -3 : (highest + 1) * unit;
      case 2 -> values[night] = -2;
      default -> {}
    }
  }

  private static List<long[]> golden(long unit, long highest) {
    long[] mixed = new long[NIGHTS];
    for (int night = 0; night < NIGHTS; night++) {
      mixed[night] = night % 3 == 0 ? -1 : Math.min(highest, night % 5) * unit;
    }
    long[] none = new long[NIGHTS];
    Arrays.fill(none, -1);
    long[] bounds = new long[NIGHTS];
    bounds[0] = highest * unit;
    bounds[NIGHTS - 1] = highest * unit;
    return List.of(mixed, none, bounds);
  }
}
