package tatami.searchtable.codec;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

class TagCodecTest extends ColumnCodecContract<int[]> {

  @Override
  List<Case<int[], ? extends ColumnCodec<int[]>>> cases() {
    return List.of(
        tags("tag_bits_9", new TagBits("t", 9), 15),
        tags("tag_bits_130", new TagBits("t", 130), 141),
        tags("tag_array", new TagArray("t", IntegerWidth.INT2), 32_768));
  }

  @Override
  Object comparable(int[] read) {
    return Arrays.stream(read).boxed().toList();
  }

  private static Case<int[], TagCodec> tags(String name, TagCodec codec, int codes) {
    Predicate<int[]> fits = set -> IntStream.of(set).allMatch(code -> code >= 0 && code < codes);
    return new Case<>(
        name,
        codec,
        random -> set(random, codes),
        fits,
        set -> Arrays.stream(set).boxed().toList(),
        List.of(new int[0], new int[] {0, codes / 2, codes - 1}));
  }

  private static int[] set(SplittableRandom random, int codes) {
    IntStream inside = random.ints(random.nextInt(12), 0, codes);
    IntStream beyond = random.nextInt(4) == 0 ? IntStream.of(codes) : IntStream.empty();
    return IntStream.concat(inside, beyond).sorted().distinct().toArray();
  }
}
