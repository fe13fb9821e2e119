package tatami.query.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.query.stay.Offers;
import tatami.searchtable.codec.BitField;
import tatami.searchtable.codec.CodecColumn;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.codec.PlainNumber;
import tatami.searchtable.codec.TagArray;
import tatami.searchtable.codec.TagBits;
import tatami.searchtable.description.FilterLayout;

/** Records: what is selected for them, and what is read from the bytes that come back. */
class RecordTextTest {

  private final RecordText text = new RecordText();

  @Test
  void fieldsStandOneBehindTheOther() {
    assertThat(text.integer("a.id")).isEqualTo(new RecordField(0, 4));
    assertThat(text.column("a.", new CodecColumn("n", "int2", false)))
        .isEqualTo(new RecordField(4, 2));
    assertThat(text.column("a.", new CodecColumn("m", "int8", false)))
        .isEqualTo(new RecordField(6, 8));
    assertThat(text.column("a.", new CodecColumn("o", "int4", true)))
        .as("an absent number needs a value that no number has")
        .isEqualTo(new RecordField(14, 8));
    assertThat(text.column("a.", new CodecColumn("n", "int2", false)))
        .as("once however often it is asked for")
        .isEqualTo(new RecordField(4, 2));
    assertThat(text.length()).isEqualTo(22);
    assertThat(Told.of(text.select()))
        .isEqualTo(
            "SELECT count(*) AS records, string_agg(int4send((a.id)::int4) || int2send(a.\"n\")"
                + " || int8send(a.\"m\")"
                + " || int8send(COALESCE(a.\"o\", int8 '-9223372036854775808')), '') AS fields |");
  }

  @Test
  void valuesOfDifferentLengthsAreSentApart() {
    text.integer(Fragment.of("a.n + ?", 5));
    assertThat(text.addVarying("array_send(a.x)")).isZero();
    assertThat(text.addVarying("a.y")).isEqualTo(1);
    String fields = "count(*) AS records, string_agg(int4send((a.n + ?)::int4), '') AS fields";
    String varying =
        ", string_agg(array_send(a.x), '') AS varying_0, string_agg(a.y, '') AS varying_1";
    assertThat(Told.of(text.select())).isEqualTo("SELECT " + fields + varying + " | 5");
  }

  @Test
  void onlyWholeNumbersAreFields() {
    assertThatThrownBy(() -> text.column("a.", new CodecColumn("n", "text", false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no column of whole numbers: ");
  }

  @Test
  void readsTheRowOfAStatement() throws Exception {
    RecordField id = text.integer("a.id");
    text.addVarying("a.x");
    byte[] varying = {1, 2, 3};
    Records records = text.read(FakeTables.row(0, 2, RecordBytes.of(7, -9), varying), 1);
    assertThat(records.count()).isEqualTo(2);
    assertThat(records.integer(0, id)).isEqualTo(7);
    assertThat(records.integer(1, id)).isEqualTo(-9);
    assertThat(records.varying(0)).isEqualTo(varying);
    assertThat(records.bytes()).hasSize(8);
    assertThatThrownBy(() -> records.varying(1)).isInstanceOf(IndexOutOfBoundsException.class);
    text.addVarying("a.y");
    byte[] second = {4};
    Records ofTwo = text.read(FakeTables.row(0, 1, RecordBytes.of(6), varying, second), 1);
    assertThat(List.of(ofTwo.varying(0).length, ofTwo.varying(1).length)).containsExactly(3, 1);
    Records ofPart = text.read(FakeTables.row(0, 3, 1, RecordBytes.of(8), varying, second), 2);
    assertThat(ofPart.integer(0, id)).isEqualTo(8);
  }

  @Test
  void ofNoRowThereAreNoRecords() throws Exception {
    text.integer("a.id");
    text.addVarying("a.x");
    for (Records none : List.of(text.none(), text.read(FakeTables.row(0, 0, null, null), 1))) {
      assertThat(none.count()).isZero();
      assertThat(none.bytes()).isEmpty();
      assertThat(none.varying(0)).isEmpty();
    }
  }

  @Test
  void aFieldThatIsNullIsNoticed() {
    assertThatThrownBy(() -> new Records(2, 4, new byte[7], List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a row has a field that is null or of another length: rows=2 record=4 bytes=7");
  }

  @Test
  void readsNumbersOfAnyWidth() {
    byte[] bytes = RecordBytes.of(1, (short) -2, -3L, 4, (short) 5, Long.MIN_VALUE);
    Records records = new Records(2, 14, bytes, List.of());
    RecordField narrow = new RecordField(4, 2);
    RecordField wide = new RecordField(6, 8);
    assertThat(records.offset(1, wide)).isEqualTo(20);
    assertThat(records.integer(1, new RecordField(0, 4))).isEqualTo(4);
    assertThat(records.number(1, new RecordField(0, 4))).isEqualTo(4);
    assertThat(records.number(0, narrow)).isEqualTo(-2);
    assertThat(records.number(1, narrow)).isEqualTo(5);
    assertThat(records.number(0, wide)).isEqualTo(-3);
    assertThat(records.number(1, wide)).isEqualTo(Long.MIN_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "1 2 3, 0 1 2",
    "1 1 2, 0 1 2",
    "3 1 2, 1 2 0",
    "1 3 2, 0 2 1",
    "2 -1 2, 1 0 2",
    "-2147483648 2147483647 0, 0 2 1"
  })
  void ordersRecordsByAFieldAndKeepsTiesAsTheyCome(String keys, String order) {
    Object[] numbers = numbers(keys).toArray();
    Records records = new Records(numbers.length, 4, RecordBytes.of(numbers), List.of());
    assertThat(records.order(new RecordField(0, 4)))
        .containsExactly(numbers(order).toArray(Integer[]::new));
  }

  @Test
  void readsANumberAsItsCodecHoldsIt() {
    NumberCodec nullable = new PlainNumber("a", IntegerWidth.INT2, 0, 1, null, true);
    NumberCodec scaled = new PlainNumber("b", IntegerWidth.INT2, 100, 5, -32_768L, false);
    NumberCodec low = new BitField("w", IntegerWidth.INT2, 0, 3, 10, 2, 0L);
    NumberCodec high = new BitField("w", IntegerWidth.INT2, 3, 2, 0, 1, null);
    List<NumberField> fields = new ArrayList<>();
    for (NumberCodec codec : List.of(nullable, scaled, low, high)) {
      fields.add(NumberField.add(text, "r.", codec));
    }
    assertThat(text.length()).as("the word is read once").isEqualTo(12);
    byte[] bytes =
        RecordBytes.of(
            -7L, (short) -3, (short) 0b10_011, Offers.ABSENT, (short) -32_768, (short) 0b01_000);
    Records records = new Records(2, 12, bytes, List.of());
    assertThat(fields.stream().map(field -> field.value(records, 0)))
        .containsExactly(-7L, 85L, 16L, 2L);
    assertThat(fields.stream().map(field -> field.value(records, 1)))
        .containsExactly(Offers.ABSENT, Offers.ABSENT, Offers.ABSENT, 1L);
  }

  @Test
  void aFacetCountsEveryCodeOfASetOfBits() {
    FilterLayout layout = new FilterLayout.Tags("t", new TagBits("t", 70), "d");
    FacetField field = FacetField.add(text, "r.", layout);
    assertThat(Told.of(text.select())).contains("int8send(r.\"t_1\") || int2send(r.\"t_2\")");
    byte[] bytes = RecordBytes.of(0L, (short) 0, 0b101L | 1L << 62, (short) 0b10);
    Records records = new Records(2, 10, bytes, List.of());
    assertThat(values(field, records, 0)).isEmpty();
    assertThat(values(field, records, 1)).containsExactly(0L, 2L, 62L, 64L);
  }

  @Test
  void aFacetCountsEveryCodeOfAnArray() {
    text.integer("r.id");
    FilterLayout layout = new FilterLayout.Tags("t", new TagArray("t", IntegerWidth.INT4), "d");
    FacetField field = FacetField.add(text, "r.", layout);
    assertThat(Told.of(text.select()))
        .endsWith("string_agg(array_send(r.\"t\"), '') AS varying_0 |");
    byte[] arrays = RecordBytes.ofArrays(new int[] {3}, new int[] {}, new int[] {1, 70_000});
    Records records = new Records(3, 4, RecordBytes.of(1, 2, 3), List.of(arrays));
    assertThat(values(field, records, 0)).containsExactly(3L);
    assertThat(values(field, records, 1)).isEmpty();
    assertThat(values(field, records, 2)).containsExactly(1L, 70_000L);
    byte[] longer = RecordBytes.ofArrays(new int[] {3}, new int[] {}, new int[] {1}, new int[] {});
    Records others = new Records(3, 4, RecordBytes.of(1, 2, 3), List.of(longer));
    assertThatThrownBy(() -> field.open(others))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("an array is null or has one: arrays=3 bytes=");
  }

  @Test
  void aFacetCountsACodeOrANumberWhereThereIsOne() {
    NumberCodec codec = new PlainNumber("c", IntegerWidth.INT4, 0, 1, null, true);
    List<FacetField> fields =
        List.of(
            FacetField.add(text, "r.", new FilterLayout.Path("p", codec, "d")),
            FacetField.add(text, "r.", new FilterLayout.Category("k", codec, "d")),
            FacetField.add(
                text, "r.", new FilterLayout.Number("n", codec, BigDecimal.ONE, List.of())));
    Records records = new Records(2, 8, RecordBytes.of(5L, Offers.ABSENT), List.of());
    for (FacetField field : fields) {
      assertThat(values(field, records, 0)).containsExactly(5L);
      assertThat(values(field, records, 1)).isEmpty();
    }
    assertThatThrownBy(() -> FacetField.add(text, "r.", new FilterLayout.Point("g", codec, codec)))
        .hasMessage("no facet of this kind: filter=g");
  }

  private static List<Long> values(FacetField field, Records records, int record) {
    List<Long> values = new ArrayList<>();
    field.open(records).each(record, values::add);
    return values;
  }

  private static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    for (String number : text.split(" ")) {
      if (!number.isEmpty()) {
        numbers.add(Integer.valueOf(number));
      }
    }
    return numbers;
  }
}
