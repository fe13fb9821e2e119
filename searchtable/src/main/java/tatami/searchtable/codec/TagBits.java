package tatami.searchtable.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A set as bits in words: tag {@code t} is bit {@code t mod 63} of word {@code t div 63}. Sign bits
 * stay free, so that a set with more tags is never the smaller number.
 *
 * <pre>
 *   column_1 int8 | column_2 int8 | … | column_n int2, int4 or int8: as narrow as its tags allow
 *   column int2, int4 or int8                                     where one word holds all tags
 * </pre>
 *
 * @param column name of the only word, or of the words without their number
 * @param tags how many tags have a bit, at least 1; bits above them in the last word are spare
 */
public record TagBits(String column, int tags) implements TagCodec {

  /** Bits of a full word. */
  public static final int WORD_BITS = Long.SIZE - 1;

  /** Most tags: beyond, the words alone make a row wide. */
  public static final int MOST_TAGS = 16 * WORD_BITS;

  /** Refuses a number of tags that has no words. */
  public TagBits {
    Objects.requireNonNull(column, "column");
    if (tags < 1 || tags > MOST_TAGS) {
      throw new IllegalArgumentException("1 to " + MOST_TAGS + " tags have bits: tags=" + tags);
    }
  }

  @Override
  public String word() {
    return "bits";
  }

  /** Returns how many words there are. */
  public int words() {
    return (tags + WORD_BITS - 1) / WORD_BITS;
  }

  /** Returns the column of a word, from 0. */
  public String wordColumn(int word) {
    return words() == 1 ? column : column + '_' + (word + 1);
  }

  /** Returns the type of a word, from 0. */
  public IntegerWidth wordWidth(int word) {
    int bits = Math.min(WORD_BITS, tags - word * WORD_BITS);
    if (bits < Short.SIZE) {
      return IntegerWidth.INT2;
    }
    return bits < Integer.SIZE ? IntegerWidth.INT4 : IntegerWidth.INT8;
  }

  @Override
  public List<CodecColumn> columns() {
    return IntStream.range(0, words())
        .mapToObj(word -> new CodecColumn(wordColumn(word), wordWidth(word).type(), false))
        .toList();
  }

  /** Returns the bits that some tags have in a word. */
  public long bits(int word, int... codes) {
    long bits = 0;
    for (int code : codes) {
      if (code / WORD_BITS == word) {
        bits |= 1L << (code % WORD_BITS);
      }
    }
    return bits;
  }

  /** Adds the tags whose bits are set in a word to a list, ascending. */
  public void addTags(int word, long bits, List<Integer> found) {
    for (long left = bits; left != 0; left &= left - 1) {
      found.add(word * WORD_BITS + Long.numberOfTrailingZeros(left));
    }
  }

  @Override
  public boolean fits(int[] codes) {
    int spare = (words() - 1) * WORD_BITS + wordWidth(words() - 1).bytes() * Byte.SIZE - 1;
    return IntStream.of(codes).allMatch(code -> code >= 0 && code < spare);
  }

  @Override
  public void write(int[] codes, int column, FieldWriter writer) {
    if (!fits(codes)) {
      throw new IllegalArgumentException("a tag has no bit: column=" + this.column);
    }
    writer.writeInteger(wordWidth(column), bits(column, codes));
  }

  @Override
  public int[] read(FieldReader fields) {
    List<Integer> found = new ArrayList<>();
    for (int word = 0; word < words(); word++) {
      addTags(word, fields.readInteger(word), found);
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }
}
