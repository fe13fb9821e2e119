package tatami.searchbuild.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementUseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WHERE property.\"filter_kind\" = ANY ($1)",
        "WHERE filter_kind=$1",
        "WHERE property.\"filter_kind\" BETWEEN $1 AND $2",
        "WHERE property.\"filter_kind\"::int4 <@ $1",
        "ON other.id = property.\"filter_kind\""
      })
  void seesThatAColumnIsCompared(String text) {
    assertThat(statement(text).compares("filter_kind")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT property.\"filter_kind\" FROM t",
        "WHERE property.\"filter_kind_of_bed\" = $1",
        "WHERE my_filter_kind = $1",
        "GROUP BY filter_kind"
      })
  void seesThatAColumnIsOnlyNamed(String text) {
    assertThat(statement(text).compares("filter_kind")).isFalse();
  }

  @Test
  void aTableOfTheSameNameIsNotTheColumn() {
    String join = "JOIN \"r1\".\"hut\" AS property ON property.id = ";
    assertThat(statement(join + "offer.property").compares("property")).isTrue();
    assertThat(statement("JOIN t ON matching.id = property.id").compares("property")).isFalse();
    assertThat(statement(join + "matching.id").compares("property")).isFalse();
  }

  @Test
  void anIndexIsPartOfALongerOneWithTheSameFirstKeys() {
    IndexUse longer = index("longer", null, "a 1 0 0", "b 1 0 0");
    assertThat(index("shorter", null, "a 1 0 0").isPartOf(longer)).isTrue();
    assertThat(longer.isPartOf(index("shorter", null, "a 1 0 0"))).isFalse();
    assertThat(longer.isPartOf(longer)).isFalse();
    assertThat(index("second", null, "b 1 0 0").isPartOf(longer)).isFalse();
    assertThat(index("descending", null, "a 1 0 3").isPartOf(longer)).isFalse();
    assertThat(index("partial", "(a <> 5)", "a 1 0 0").isPartOf(longer)).isFalse();
  }

  private static StatementUse statement(String text) {
    return new StatementUse(text, 1, 1, 0);
  }

  private static IndexUse index(String name, String predicate, String... keys) {
    List<String> columns = List.of(keys).stream().map(key -> key.substring(0, 1)).toList();
    return new IndexUse(
        "r1", "offer", name, 1, 0, false, "btree", predicate, columns, List.of(keys));
  }
}
