package tatami.searchtable.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;

class NumberCodecTest extends ColumnCodecContract<Long> {

  @Override
  List<Case<Long, ? extends ColumnCodec<Long>>> cases() {
    PlainNumber required = PlainNumber.required("n", IntegerWidth.INT8);
    PlainNumber absentCell =
        new PlainNumber("n", IntegerWidth.INT2, 1_000, 25, (long) Short.MIN_VALUE, false);
    PlainNumber nullable = new PlainNumber("n", IntegerWidth.INT4, -5, 2, null, true);
    BitField optional = new BitField("w", IntegerWidth.INT4, 7, 5, 10, 3, 0L);
    BitField flag = new BitField("w", IntegerWidth.INT2, 0, 1, 0, 1, null);
    List<Case<Long, ? extends ColumnCodec<Long>>> cases = new ArrayList<>();
    cases.add(number("number_int8", required, 0, 0, value -> value != null));
    cases.add(
        number(
            "number_int2_absent",
            absentCell,
            1_000,
            25,
            value -> value == null || isStep(value, 1_000, 25, -32_767, 32_767)));
    cases.add(
        number(
            "number_int4_null",
            nullable,
            -5,
            2,
            value -> value == null || isStep(value, -5, 2, Integer.MIN_VALUE, Integer.MAX_VALUE)));
    cases.add(
        number("bits_5", optional, 10, 3, value -> value == null || isStep(value, 10, 3, 1, 31)));
    cases.add(number("bits_1", flag, 0, 1, value -> value != null && isStep(value, 0, 1, 0, 1)));
    return cases;
  }

  @Override
  Object comparable(Long read) {
    return Optional.ofNullable(read);
  }

  private static boolean isStep(long value, long base, long unit, long lowest, long highest) {
    return Math.floorMod(value - base, unit) == 0
        && Math.floorDiv(value - base, unit) >= lowest
        && Math.floorDiv(value - base, unit) <= highest;
  }

  private static Case<Long, NumberCodec> number(
      String name, NumberCodec codec, long base, long unit, Predicate<Long> fits) {
    long lowest = unit == 0 ? Long.MIN_VALUE + 3 : base + codec.lowestCell() * unit;
    long highest = unit == 0 ? Long.MAX_VALUE - 3 : base + codec.highestCell() * unit;
    Function<SplittableRandom, Long> draw =
        random ->
            switch (random.nextInt(5)) {
              case 0 -> null;
              case 1 -> lowest + random.nextInt(-3, 4);
              case 2 -> highest + random.nextInt(-3, 4);
              case 3 -> unit == 0 ? random.nextLong() : base + unit * random.nextInt(0, 40);
              default -> base + random.nextInt(-40, 40);
            };
    List<Long> golden = Arrays.asList(lowest, highest, base + (unit == 0 ? 9 : unit), null);
    return new Case<>(
        name, codec, draw, fits, Optional::ofNullable, golden.stream().filter(fits).toList());
  }
}
