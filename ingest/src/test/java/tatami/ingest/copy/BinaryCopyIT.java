package tatami.ingest.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tatami.ingest.database.TestDatabase;
import tatami.searchtable.codec.IntegerWidth;

class BinaryCopyIT {

  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = TestDatabase.shared().getConnection();
    connection.setAutoCommit(false);
  }

  @AfterEach
  void rollBack() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @ParameterizedTest
  @EnumSource(IntegerWidth.class)
  void integersOfEveryWidthComeBack(IntegerWidth width) throws SQLException {
    List<Long> values =
        Arrays.asList(0L, 1L, -1L, lowest(width), highest(width), null, highest(width) - 1);
    execute("CREATE TABLE t (v " + width.type() + ")");
    try (BinaryCopyWriter writer = new BinaryCopyWriter(connection, "t (v)")) {
      for (Long value : values) {
        writer.startRow(1);
        writer.writeInteger(width, value);
      }
      assertThat(writer.finish()).isEqualTo(values.size());
    }
    assertThat(integers("SELECT v FROM t ORDER BY ctid")).isEqualTo(values);
    assertThat(text("SELECT string_agg(coalesce(v::text, 'null'), ' ' ORDER BY ctid) FROM t"))
        .isEqualTo(String.join(" ", values.stream().map(String::valueOf).toList()));
  }

  @ParameterizedTest
  @EnumSource(IntegerWidth.class)
  void arraysOfEveryWidthComeBack(IntegerWidth width) throws SQLException {
    Random random = new Random(7);
    long[] large = random.longs(5_000, lowest(width), highest(width)).toArray();
    List<long[]> arrays =
        List.of(new long[0], new long[] {-1}, new long[] {lowest(width), highest(width)}, large);
    execute("CREATE TABLE t (v " + width.type() + "[])");
    try (BinaryCopyWriter writer = new BinaryCopyWriter(connection, "t (v)")) {
      for (long[] array : arrays) {
        writer.startRow(1);
        writer.writeIntegers(width, array);
      }
      writer.finish();
    }
    assertThat(text("SELECT string_agg(cardinality(v)::text, ' ' ORDER BY ctid) FROM t"))
        .isEqualTo("0 1 2 5000");
    assertThat(
            text("SELECT string_agg(v::text, ' ' ORDER BY ctid) FROM t WHERE cardinality(v) < 3"))
        .isEqualTo("{} {-1} {" + lowest(width) + "," + highest(width) + "}");
    try (BinaryCopyReader reader = new BinaryCopyReader(connection, "SELECT v FROM t")) {
      long[] target = new long[5_000];
      for (long[] array : arrays) {
        assertThat(reader.nextRow()).isTrue();
        int count = reader.readIntegers(target);
        assertThat(Arrays.copyOf(target, count)).isEqualTo(array);
      }
      assertThat(reader.nextRow()).isFalse();
    }
  }

  @Test
  void textsComeBack() throws SQLException {
    List<String> texts =
        Arrays.asList("", null, "a\tb\nc\\d\"e'", "あ😀é", "\\N", "x".repeat(300_000), "\\.");
    execute("CREATE TABLE t (v text)");
    try (BinaryCopyWriter writer = new BinaryCopyWriter(connection, "t (v)")) {
      for (String text : texts) {
        writer.startRow(1);
        writer.writeText(text);
      }
      writer.finish();
    }
    List<String> back = new ArrayList<>();
    try (BinaryCopyReader reader = new BinaryCopyReader(connection, "SELECT v FROM t")) {
      while (reader.nextRow()) {
        back.add(reader.readText());
      }
    }
    assertThat(back).isEqualTo(texts);
  }

  @Test
  void manyRowsOfSeveralColumnsComeBackInOrder() throws SQLException {
    execute("CREATE TABLE t (id int4, name text, cells int2[])");
    try (BinaryCopyWriter writer = new BinaryCopyWriter(connection, "t (id, name, cells)")) {
      for (int id = 0; id < 20_000; id++) {
        writer.startRow(3);
        writer.writeInteger(IntegerWidth.INT4, id);
        writer.writeText("name " + id);
        writer.writeIntegers(IntegerWidth.INT2, new long[] {id % 100, -1});
      }
      assertThat(writer.finish()).isEqualTo(20_000);
    }
    try (BinaryCopyReader reader =
        new BinaryCopyReader(connection, "SELECT * FROM t ORDER BY id")) {
      long[] cells = new long[2];
      for (int id = 0; id < 20_000; id++) {
        assertThat(reader.nextRow()).isTrue();
        assertThat(reader.readInteger()).isEqualTo(id);
        assertThat(reader.readText()).isEqualTo("name " + id);
        reader.readIntegers(cells);
        assertThat(cells).containsExactly(id % 100, -1);
      }
      assertThat(reader.nextRow()).isFalse();
    }
  }

  @Test
  void readsNoRows() throws SQLException {
    try (BinaryCopyReader reader = new BinaryCopyReader(connection, "SELECT 1 WHERE false")) {
      assertThat(reader.nextRow()).isFalse();
    }
  }

  @Test
  void aReaderThatIsClosedEarlyLeavesTheConnectionUsable() throws SQLException {
    try (BinaryCopyReader reader =
        new BinaryCopyReader(connection, "SELECT generate_series(1, 100000)")) {
      assertThat(reader.nextRow()).isTrue();
    }
    connection.rollback();
    assertThat(text("SELECT 'here'")).isEqualTo("here");
  }

  @Test
  void aWriterThatIsClosedWithoutFinishWritesNothing() throws SQLException {
    execute("CREATE TABLE t (v int4)");
    connection.commit();
    try (BinaryCopyWriter writer = new BinaryCopyWriter(connection, "t (v)")) {
      writer.startRow(1);
      writer.writeInteger(IntegerWidth.INT4, 1);
    }
    connection.rollback();
    assertThat(text("SELECT count(*) FROM t")).isEqualTo("0");
    execute("DROP TABLE t");
    connection.commit();
  }

  @Test
  void theNarrowestWidthHoldsBothEnds() {
    assertThat(IntegerWidth.narrowestFor(-1, 32_767)).isEqualTo(IntegerWidth.INT2);
    assertThat(IntegerWidth.narrowestFor(-1, 32_768)).isEqualTo(IntegerWidth.INT4);
    assertThat(IntegerWidth.narrowestFor(-32_769, 0)).isEqualTo(IntegerWidth.INT4);
    assertThat(IntegerWidth.narrowestFor(0, 2_147_483_648L)).isEqualTo(IntegerWidth.INT8);
    assertThat(IntegerWidth.narrowestFor(-2_147_483_649L, 0)).isEqualTo(IntegerWidth.INT8);
  }

  private static long lowest(IntegerWidth width) {
    return -highest(width) - 1;
  }

  private static long highest(IntegerWidth width) {
    return switch (width) {
      case INT2 -> Short.MAX_VALUE;
      case INT4 -> Integer.MAX_VALUE;
      case INT8 -> Long.MAX_VALUE;
    };
  }

  private List<Long> integers(String query) throws SQLException {
    List<Long> values = new ArrayList<>();
    try (BinaryCopyReader reader = new BinaryCopyReader(connection, query)) {
      while (reader.nextRow()) {
        values.add(reader.readInteger());
      }
    }
    return values;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String text(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
