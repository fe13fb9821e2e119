package tatami.searchtable.codec;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A set as an array of its codes, ascending, each once.
 *
 * @param column the column
 * @param width type of an element
 */
public record TagArray(String column, IntegerWidth width) implements TagCodec {

  /** Refuses an array without name or element. */
  public TagArray {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(width, "width");
  }

  @Override
  public String word() {
    return "array";
  }

  @Override
  public List<CodecColumn> columns() {
    return List.of(new CodecColumn(column, width.type() + "[]", false));
  }

  @Override
  public boolean fits(int[] codes) {
    return Arrays.stream(codes).allMatch(width::holds);
  }

  @Override
  public void write(int[] codes, int place, FieldWriter writer) {
    if (!fits(codes)) {
      throw new IllegalArgumentException("a tag is too large for the array: column=" + column);
    }
    writer.writeIntegers(width, Arrays.stream(codes).asLongStream().toArray());
  }

  @Override
  public int[] read(FieldReader fields) {
    return Arrays.stream(fields.readIntegers(0)).mapToInt(Math::toIntExact).toArray();
  }
}
