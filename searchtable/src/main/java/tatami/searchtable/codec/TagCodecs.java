package tatami.searchtable.codec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Chooses how a column of sets is held. */
public final class TagCodecs {

  /** Words that pin a codec of sets. */
  public static final List<String> WORDS = List.of("bits", "array");

  /**
   * What it costs to test an array, against a word of 63 tags. Measured: see
   * docs/decisions/010-scalar-codecs.md.
   */
  static final double ARRAY_READING_FACTOR = 3;

  private TagCodecs() {}

  /**
   * Chooses the codec with the fewest bytes, arrays weighted by what it costs to test them.
   *
   * @param pin one of {@link #WORDS}, or null
   * @throws CodecException where the pinned codec does not hold the tags
   */
  public static CodecChoice<TagCodec> choose(String column, TagStatistics statistics, String pin) {
    List<CodecEstimate<TagCodec>> candidates = listCandidates(column, statistics);
    CodecEstimate<TagCodec> chosen =
        pin == null
            ? candidates.get(0)
            : candidates.stream()
                .filter(candidate -> candidate.codec().word().equals(pin))
                .findFirst()
                .orElseThrow(() -> refuse(column, statistics, pin));
    candidates.remove(chosen);
    String measured =
        String.format(
            Locale.ROOT,
            "%d tags, %.1f a row, at most %d",
            statistics.tags(),
            statistics.averageLength(),
            statistics.longest());
    return new CodecChoice<>(
        chosen, measured + (pin == null ? "" : "; pinned in the catalog"), candidates);
  }

  private static List<CodecEstimate<TagCodec>> listCandidates(
      String column, TagStatistics statistics) {
    List<CodecEstimate<TagCodec>> candidates = new ArrayList<>();
    int tags = Math.max(1, statistics.tags());
    if (tags <= TagBits.MOST_TAGS) {
      TagBits bits = new TagBits(column, tags);
      int bytes = 0;
      for (int word = 0; word < bits.words(); word++) {
        bytes += bits.wordWidth(word).bytes();
      }
      candidates.add(new CodecEstimate<>(bits, bytes, "a bit a tag"));
    }
    IntegerWidth width = IntegerWidth.narrowestFor(0, tags);
    candidates.add(
        new CodecEstimate<>(
            new TagArray(column, width), statistics.arrayBytes(width), width.type() + " a tag"));
    candidates.sort(Comparator.comparingDouble(TagCodecs::cost));
    return candidates;
  }

  private static double cost(CodecEstimate<TagCodec> estimate) {
    return estimate.codec() instanceof TagArray
        ? estimate.bytes() * ARRAY_READING_FACTOR
        : estimate.bytes();
  }

  private static CodecException refuse(String column, TagStatistics statistics, String pin) {
    return new CodecException(
        column,
        "codec \""
            + pin
            + "\" of column "
            + column
            + " holds at most "
            + TagBits.MOST_TAGS
            + " tags, the rows have "
            + statistics.tags(),
        "pin \"array\", or none");
  }
}
