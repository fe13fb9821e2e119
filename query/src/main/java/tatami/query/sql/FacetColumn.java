package tatami.query.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tatami.query.facet.BucketPlan;
import tatami.query.release.CatalogFilter;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.codec.TagArray;
import tatami.searchtable.codec.TagBits;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.expression.NumberExpression;

/**
 * A column that a facet is counted from: one for most facets, one a word for tags that are bits.
 *
 * @param index place of the facet in the request
 * @param facet the facet
 * @param word place of the word from 0, −1 for a column that is none
 * @param isWhole whether a word is counted whole; else each of its tags is a row
 * @param value SQL of the value in its own table, NULL where it is absent
 */
record FacetColumn(int index, CatalogFilter facet, int word, boolean isWhole, String value) {

  private static final int NO_WORD = -1;
  private static final String NO_RANGE = ", NULL::int8 AS lowest, NULL::int8 AS highest";

  /**
   * Returns the columns of a facet.
   *
   * @param isPerTag whether each tag is looked at by itself, as a budget of properties asks for
   */
  static List<FacetColumn> of(int index, CatalogFilter facet, boolean isPerTag) {
    String row = Tables.alias(facet.grain());
    FilterLayout layout = facet.layout();
    if (layout instanceof FilterLayout.Tags tags && tags.codec() instanceof TagBits bits) {
      List<FacetColumn> words = new ArrayList<>();
      for (int word = 0; word < bits.words(); word++) {
        String column = row + Tables.quoted(bits.wordColumn(word));
        words.add(new FacetColumn(index, facet, word, !isPerTag, column));
      }
      return words;
    }
    if (layout instanceof FilterLayout.Tags tags && tags.codec() instanceof TagArray array) {
      return List.of(
          new FacetColumn(index, facet, NO_WORD, false, row + Tables.quoted(array.column())));
    }
    String value = NumberExpression.value(codec(facet), row);
    return List.of(new FacetColumn(index, facet, NO_WORD, false, value));
  }

  private static NumberCodec codec(CatalogFilter facet) {
    FilterLayout layout = facet.layout();
    if (layout instanceof FilterLayout.Path path) {
      return path.codec();
    }
    if (layout instanceof FilterLayout.Category category) {
      return category.codec();
    }
    if (layout instanceof FilterLayout.Number number) {
      return number.codec();
    }
    throw new IllegalArgumentException("no facet of this kind: filter=" + facet.name());
  }

  private boolean isWord() {
    return word != NO_WORD;
  }

  /** Returns the name of the value among the bookable offers. */
  String alias() {
    return isWord() ? "facet_" + index + "_" + word : "facet_" + index;
  }

  String isPresent(String source) {
    return isWord() ? source + " <> 0" : source + " IS NOT NULL";
  }

  /** Returns the code that a row counts for. */
  Fragment code(String source) {
    if (isWhole) {
      return Fragment.of(source);
    }
    if (facet.layout() instanceof FilterLayout.Tags) {
      return Fragment.of("tag.code");
    }
    if (facet.layout() instanceof FilterLayout.Number number) {
      LongArray thresholds = new LongArray(BucketPlan.of(number).thresholds());
      return Fragment.of("width_bucket(" + source + ", ?)", thresholds);
    }
    return Fragment.of(source);
  }

  /** Returns the code that a property's offers count for: of words, all their bits together. */
  Fragment codeOfProperty(String source) {
    return isWhole ? Fragment.of("bit_or(" + source + ")") : code(source);
  }

  /** Returns the lowest and highest value; of a word its place, so that its bits can be named. */
  Fragment range(String source) {
    if (isWhole) {
      return Fragment.of(", " + word + "::int8 AS lowest, NULL::int8 AS highest");
    }
    return facet.layout() instanceof FilterLayout.Number
        ? Fragment.of(", min(" + source + ") AS lowest, max(" + source + ") AS highest")
        : Fragment.of(NO_RANGE);
  }

  /** Joins the codes of an array, or of the bits of a word. */
  Fragment tagJoin(String source) {
    if (!(facet.layout() instanceof FilterLayout.Tags tags) || isWhole) {
      return Fragment.EMPTY;
    }
    if (!(tags.codec() instanceof TagBits bits)) {
      return Fragment.of("\nCROSS JOIN LATERAL unnest(" + source + ") AS tag (code)");
    }
    int first = word * TagBits.WORD_BITS;
    List<Integer> codes =
        IntStream.range(first, Math.min(bits.tags(), first + TagBits.WORD_BITS)).boxed().toList();
    long[] masks = codes.stream().mapToLong(code -> 1L << (code - first)).toArray();
    return Fragment.of(
        "\nJOIN unnest(?, ?) AS tag (code, mask) ON (" + source + " & tag.mask) <> 0",
        new IntArray(codes),
        new LongArray(masks));
  }
}
