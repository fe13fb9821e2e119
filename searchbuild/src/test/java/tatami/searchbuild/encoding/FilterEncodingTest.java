package tatami.searchbuild.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tatami.searchbuild.catalog.FilterDefinition;
import tatami.searchbuild.catalog.LayoutDefinition;
import tatami.searchbuild.catalog.PropertyDefinition;
import tatami.searchbuild.catalog.SortDefinition;
import tatami.searchbuild.catalog.SortDefinition.SortKey;
import tatami.searchbuild.catalog.SqlText;
import tatami.searchbuild.encoding.ColumnValues.Numbers;
import tatami.searchbuild.encoding.ColumnValues.Sets;
import tatami.searchbuild.master.MasterRows;
import tatami.searchbuild.numbering.NumberedRows;
import tatami.searchbuild.numbering.PropertyNumbering;

class FilterEncodingTest {

  private static final List<String> COLUMNS = List.of("code", "kind", "marks", "north", "east");

  @Test
  void refusesOneDistinctValueMoreThanADictionaryTakesAndNamesItsRow() {
    FilterDefinition kind = new FilterDefinition.Category("kind", "kind");
    NumberedRows rows = rows(kind("a", "x"), kind("b", "y"), kind("c", "x"), kind("d", "z"));
    assertThat(new FilterEncoding(rows, 3).encode(kind).dictionaryRows()).isEqualTo(3);
    assertThatThrownBy(() -> new FilterEncoding(rows, 2).encode(kind))
        .isInstanceOf(EncodingException.class)
        .hasMessage(
            "filter \"kind\" has more than 2 distinct values, the last of them \"z\" in row"
                + " code=d: that is no set to choose from; use a keyword filter, or a coarser"
                + " column");
  }

  @Test
  void countsDistinctTagsOfAllRowsTogether() {
    FilterDefinition marks = new FilterDefinition.Tags("mark", "marks");
    NumberedRows rows = rows(marks("a", "x", "y", "x"), marks("b", "z", "y"), marks("c"));
    assertThat(new FilterEncoding(rows, 3).encode(marks).dictionaryRows()).isEqualTo(3);
    assertThatThrownBy(() -> new FilterEncoding(rows, 2).encode(marks))
        .isInstanceOf(EncodingException.class)
        .hasMessageContainingAll("filter \"mark\" has more than 2", "\"z\" in row code=b");
  }

  @Test
  void takesAMillionValues() {
    assertThat(FilterEncoding.MOST_VALUES).isEqualTo(1_000_000);
  }

  @Test
  void aTagGivenTwiceIsOneCodeAndCodesAscend() {
    FilterDefinition marks = new FilterDefinition.Tags("mark", "marks");
    NumberedRows rows = rows(marks("a", "z", "x", "z", "y"), marks("b"));
    Sets sets = (Sets) new FilterEncoding(rows).encode(marks).values().get(0);
    assertThat(sets.value().apply(0)).containsExactly(0, 1, 2);
    assertThat(sets.value().apply(1)).isEmpty();
    assertThat(sets.statistics().longest()).isEqualTo(3);
  }

  @Test
  void aPointOffTheGlobeOrByHalvesIsAbsentAndOnlyTheFirstIsCounted() {
    FilterDefinition spot = new FilterDefinition.Point("spot", "north", "east");
    NumberedRows rows =
        rows(
            point("a", "90", "-180"),
            point("b", "90.00000001", "0"),
            point("c", "0", "180.1"),
            point("d", null, "1"),
            point("e", "1", null));
    EncodedFilter encoded = new FilterEncoding(rows).encode(spot);
    assertThat(encoded.warnings())
        .containsExactly("filter \"spot\": 2 points lie outside the globe and are left out");
    Numbers north = (Numbers) encoded.values().get(0);
    Numbers east = (Numbers) encoded.values().get(1);
    assertThat(IntStream.range(0, 5).mapToObj(north.value()).toList())
        .containsExactly(900_000_000L, null, null, null, null);
    assertThat(east.value().apply(0)).isEqualTo(-1_800_000_000L);
  }

  private static Object[] kind(String code, String kind) {
    return new Object[] {code, kind, null, null, null};
  }

  private static Object[] marks(String code, String... marks) {
    return new Object[] {code, null, List.of(marks), null, null};
  }

  private static Object[] point(String code, String north, String east) {
    return new Object[] {code, null, null, decimal(north), decimal(east)};
  }

  private static BigDecimal decimal(String number) {
    return number == null ? null : new BigDecimal(number);
  }

  /** Numbers rows by their code. */
  private static NumberedRows rows(Object[]... rows) {
    SortDefinition byCode = new SortDefinition("recommended", List.of(new SortKey("code", false)));
    PropertyDefinition property =
        new PropertyDefinition(
            "thing",
            new SqlText("thing", 1, 1),
            null,
            List.of("code"),
            List.of(),
            List.of(byCode),
            List.of(),
            null,
            LayoutDefinition.NONE);
    return new PropertyNumbering(property)
        .number(new MasterRows(COLUMNS, new ArrayList<>(Arrays.asList(rows))));
  }
}
