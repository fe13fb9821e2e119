package tatami.query.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import tatami.query.request.Condition.HasTags;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.TagArray;
import tatami.searchtable.codec.TagBits;
import tatami.searchtable.codec.TagCodec;

/**
 * Writes conditions on sets.
 *
 * <p>Sign bits of words are free, so "all of these bits" is {@code (word & bits) >= bits} and "any"
 * is {@code >= 1}. As {@code =} and {@code <>} they would mean the same, but the planner, which has
 * no statistics of single bits, takes 0.5 % of the rows for the one and all for the other, and
 * loops over index look-ups; of a comparison it expects a third.
 */
final class TagText {

  private TagText() {}

  /** The set has all, at least one, and none of the asked tags. */
  static Fragment of(HasTags tags, TagCodec codec, String row) {
    return codec instanceof TagBits bits
        ? onBits(tags, bits, row)
        : onArray(tags, (TagArray) codec, row);
  }

  private static Fragment onArray(HasTags tags, TagArray codec, String row) {
    String column = row + Tables.quoted(codec.column());
    List<Fragment> parts = new ArrayList<>();
    if (tags.all() != null) {
      parts.add(Fragment.of(column + " @> ?", array(codec, tags.all())));
    }
    if (tags.any() != null) {
      parts.add(Fragment.of(column + " && ?", array(codec, tags.any())));
    }
    if (tags.none() != null) {
      parts.add(Fragment.of("NOT " + column + " && ?", array(codec, tags.none())));
    }
    return Fragment.join(" AND ", parts);
  }

  /** An array of the column's own type: there is no operator between two. */
  private static Object array(TagArray codec, List<Integer> codes) {
    return codec.width() == IntegerWidth.INT2 ? new ShortArray(codes) : new IntArray(codes);
  }

  private static Fragment onBits(HasTags tags, TagBits codec, String row) {
    List<Fragment> parts = new ArrayList<>();
    if (tags.all() != null) {
      parts.add(
          tags.all().contains(HasTags.UNKNOWN_CODE)
              ? Fragment.of("FALSE")
              : perWord(codec, row, tags.all(), " AND ", TagText::hasAll));
    }
    if (tags.any() != null) {
      parts.add(perWord(codec, row, tags.any(), " OR ", TagText::hasAny));
    }
    if (tags.none() != null && !tags.none().isEmpty()) {
      parts.add(perWord(codec, row, tags.none(), " AND ", TagText::hasNone));
    }
    return parts.isEmpty() ? Fragment.of("TRUE") : Fragment.join(" AND ", parts);
  }

  /** Tests only the words that have a bit of an asked tag. */
  private static Fragment perWord(
      TagBits codec,
      String row,
      List<Integer> codes,
      String separator,
      BiFunction<String, Number, Fragment> test) {
    int[] asked = codes.stream().mapToInt(Integer::intValue).toArray();
    List<Fragment> tests = new ArrayList<>();
    for (int word = 0; word < codec.words(); word++) {
      long bits = codec.bits(word, asked);
      if (bits != 0) {
        String column = row + Tables.quoted(codec.wordColumn(word));
        tests.add(test.apply(column, typed(codec.wordWidth(word), bits)));
      }
    }
    if (tests.isEmpty()) {
      return Fragment.of("FALSE");
    }
    return tests.size() == 1
        ? tests.get(0)
        : Fragment.of("(").then(Fragment.join(separator, tests)).then(")");
  }

  /** A mask of the word's own type: any other would cast the word in every row. */
  private static Number typed(IntegerWidth width, long bits) {
    return switch (width) {
      case INT2 -> (short) bits;
      case INT4 -> (int) bits;
      case INT8 -> bits;
    };
  }

  private static Fragment hasAll(String word, Number bits) {
    return Fragment.of("(" + word + " & ?) >= ?", bits, bits);
  }

  private static Fragment hasAny(String word, Number bits) {
    return Fragment.of("(" + word + " & ?) >= 1", bits);
  }

  private static Fragment hasNone(String word, Number bits) {
    return Fragment.of("(" + word + " & ?) < 1", bits);
  }
}
