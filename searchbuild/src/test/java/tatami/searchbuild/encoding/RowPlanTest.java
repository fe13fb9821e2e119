package tatami.searchbuild.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import tatami.searchbuild.encoding.ColumnValues.Numbers;
import tatami.searchbuild.encoding.ColumnValues.Sets;
import tatami.searchbuild.encoding.RowPlan.Planned;
import tatami.searchtable.codec.BitField;
import tatami.searchtable.codec.CodecException;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.codec.TagArray;
import tatami.searchtable.codec.TagBits;

class RowPlanTest {

  private static final int ROWS = 200;
  private static final List<PlannedColumn> FIXED = List.of(PlannedColumn.surrogate("id"));

  @Test
  void gathersNarrowNumbersWhereThatMakesTheRowSmaller() {
    Planned planned = plan(RowPlanTest::bytesOfColumns, narrow("meal", 5), narrow("heads", 3));
    assertThat(planned.columns()).extracting(PlannedColumn::name).containsExactly("id", "bits_1");
    BitField meal = (BitField) planned.number("meal");
    BitField heads = (BitField) planned.number("heads");
    assertThat(meal.shift() + meal.bits()).isLessThanOrEqualTo(heads.shift());
  }

  @Test
  void leavesNarrowNumbersApartWhereNoByteIsSaved() {
    Planned planned = plan(columns -> 64, narrow("meal", 5), narrow("heads", 3));
    assertThat(planned.columns())
        .extracting(PlannedColumn::name)
        .containsExactly("id", "meal", "heads");
  }

  @Test
  void gathersNothingThatMayGetAnIndex() {
    Planned planned = plan(RowPlanTest::bytesOfColumns, numbers("area", row -> (long) row % 5));
    assertThat(planned.number("area")).isInstanceOf(PlainNumber.class);
  }

  @Test
  void aWordNeverUsesItsSignBitAndAFurtherWordFollows() {
    Numbers[] columns = new Numbers[12];
    for (int index = 0; index < columns.length; index++) {
      columns[index] = numbers("c" + index, row -> (long) row % 200).gathering();
    }
    Planned planned = plan(RowPlanTest::bytesOfColumns, columns);
    assertThat(planned.columns())
        .extracting(column -> column.name() + " " + column.type())
        .containsExactly("id int4", "bits_1 int8", "bits_2 int8");
  }

  @Test
  void aPinnedCodecIsTakenThoughAnotherIsSmaller() {
    Planned planned =
        plan(RowPlanTest::bytesOfColumns, narrow("meal", 5).pinned("int8"), narrow("heads", 3));
    assertThat(planned.number("meal").word()).isEqualTo("int8");
    Planned bits = plan(columns -> 64, narrow("meal", 5).pinned("bits"), narrow("heads", 3));
    assertThat(bits.number("meal").word()).isEqualTo("bits");
    assertThat(bits.number("heads")).isInstanceOf(PlainNumber.class);
  }

  @Test
  void refusesAPinnedCodecThatDoesNotHoldTheValuesAndNamesTheRow() {
    Numbers wide = numbers("size", row -> row == 17 ? 400_000L : (long) row).pinned("int2");
    assertThatThrownBy(() -> plan(columns -> 64, wide))
        .isInstanceOfSatisfying(
            CodecException.class,
            refused ->
                assertThat(refused.message(row -> "code=h" + row))
                    .contains("int2", "size", "400000", "code=h17", "pin a wider one"));
    Numbers wider = numbers("size", row -> (long) row * row * row).pinned("bits");
    assertThatThrownBy(() -> plan(columns -> 64, wider)).hasMessageContainingAll("bits", "size");
  }

  @Test
  void fewTagsAreBitsAndManyRareOnesAnArray() {
    Sets few = Sets.measure("few", ROWS, 40, row -> new int[] {row % 40});
    Sets many = Sets.measure("many", ROWS, 900, row -> new int[] {row});
    Planned planned = plan(columns -> 64, few, many);
    assertThat(planned.tags("few")).isEqualTo(new TagBits("few", 40));
    assertThat(planned.tags("many")).isInstanceOf(TagArray.class);
  }

  private static Planned plan(RowPlan.WidthEstimate width, ColumnValues... values) {
    return RowPlan.plan(List.of(values), FIXED, ROWS, width);
  }

  private static double bytesOfColumns(List<PlannedColumn> columns) {
    return columns.stream()
        .mapToInt(column -> Integer.parseInt(column.type().substring("int".length())))
        .sum();
  }

  private static Numbers narrow(String name, int values) {
    return numbers(name, row -> row % 11 == 0 ? null : (long) row % values).gathering();
  }

  private static Numbers numbers(String name, IntFunction<Long> value) {
    return Numbers.measure(name, ROWS, value);
  }
}
