package tatami.query.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tatami.query.sql.SearchStatement.Depth;
import tatami.query.sql.SearchStatement.Purpose;

class SearchStatementTest {

  private final FakeTables tables = new FakeTables();

  @Test
  void bindsEveryValueAsItsOwnType() throws SQLException {
    SearchStatement statement =
        statement(
            (short) 1,
            2,
            3L,
            new IntArray(List.of(4, 5)),
            new ShortArray(List.of(6, 7)),
            new TextArray(List.of("%a%", "b")));
    statement.prepare(tables.connection(), "").close();
    assertThat(tables.bound().stream().map(SearchStatementTest::told))
        .containsExactly(
            "setShort 1",
            "Short 1",
            "setInt 2",
            "Integer 2",
            "setLong 3",
            "Long 3",
            "setObject 4",
            "int[] [4, 5]",
            "setObject 5",
            "Short[] [6, 7]",
            "setArray 6",
            "text[%a%, b]");
    assertThat(statement.values())
        .containsExactly(
            (short) 1, 2, 3L, List.of(4, 5), List.of((short) 6, (short) 7), List.of("%a%", "b"));
    assertThat(tables.open()).isZero();
  }

  private static String told(Object value) {
    if (value instanceof int[] integers) {
      return "int[] " + Arrays.toString(integers);
    }
    if (value instanceof Short[] shorts) {
      return "Short[] " + Arrays.toString(shorts);
    }
    return value instanceof Number
        ? value.getClass().getSimpleName() + " " + value
        : value.toString();
  }

  @Test
  void whatCannotBeBoundLeavesNoStatementOpen() {
    SearchStatement statement = statement(1, 2.5);
    assertThatThrownBy(() -> statement.prepare(tables.connection(), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot be bound: class java.lang.Double");
    assertThat(tables.open()).isZero();
  }

  @Test
  void asksForThePlanOfTheSameStatement() throws SQLException {
    tables.put("boat", "[plan]");
    SearchStatement statement =
        new SearchStatement(Purpose.OFFERS, Fragment.of("SELECT FROM \"boat\" WHERE id = ?", 9));
    assertThat(statement.explain(tables.connection(), Depth.EXECUTED)).isEqualTo("[plan]");
    assertThat(statement.explain(tables.connection(), Depth.PLANNED)).isEqualTo("[plan]");
    assertThat(tables.statements())
        .containsExactly(
            "EXPLAIN (ANALYZE, BUFFERS, VERBOSE, FORMAT JSON)\n" + statement.text(),
            "EXPLAIN (VERBOSE, FORMAT JSON)\n" + statement.text());
    assertThat(tables.bound()).containsExactly("setInt 1", 9, "setInt 1", 9);
    assertThat(tables.open()).isZero();
  }

  @Test
  void masterRowsAreReadByTheirSurrogates() {
    SearchStatement statement = SearchStatement.ofMasterRows("SELECT ?", new int[] {3, 1});
    assertThat(statement.purpose()).isEqualTo(Purpose.MASTER_ROWS);
    assertThat(statement.text()).isEqualTo("SELECT ?");
    assertThat(statement.values()).containsExactly(List.of(3, 1));
  }

  @Test
  void tellsOfEveryStatementThatRan() throws SQLException {
    tables.put("boat", 1, RecordBytes.of(5));
    List<SearchStatement> told = new ArrayList<>();
    RecordText text = new RecordText();
    RecordField id = text.integer("id");
    Records records =
        new StatementRunner(tables.connection(), told::add)
            .one(Purpose.PROPERTIES, text.select().then(" FROM \"boat\""), text);
    assertThat(records.integer(0, id)).isEqualTo(5);
    assertThat(told).extracting(SearchStatement::text).isEqualTo(tables.statements());
    assertThat(told).extracting(SearchStatement::purpose).containsExactly(Purpose.PROPERTIES);
    assertThat(tables.open()).isZero();
  }

  private static SearchStatement statement(Object... values) {
    String text = "SELECT " + "?, ".repeat(values.length - 1) + "?";
    return new SearchStatement(Purpose.PROPERTIES, Fragment.of(text, values));
  }
}
