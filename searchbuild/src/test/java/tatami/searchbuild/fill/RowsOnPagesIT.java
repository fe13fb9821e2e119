package tatami.searchbuild.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tatami.searchbuild.database.TestDatabase;
import tatami.searchbuild.encoding.PlannedColumn;
import tatami.searchbuild.encoding.PlannedColumn.Choice;
import tatami.searchtable.codec.FieldWriter;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.layout.RowMeasure;

/** Computed widths against what pageinspect finds on the pages of real tables. */
class RowsOnPagesIT {

  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());
  private static final int LAYOUTS = 40;
  private static final int MOST_COLUMNS = 14;
  private static final int ROWS = 50;
  private static final int LONGEST_VALUE = 140;

  @BeforeAll
  static void createExtension() throws SQLException {
    System.out.println(
        "repeat with: mvn -pl searchbuild -am verify -Dit.test=RowsOnPagesIT"
            + " -Dfailsafe.failIfNoSpecifiedTests=false -Dtatami.testArguments=-Dtatami.seed="
            + SEED);
    try (Connection connection = TestDatabase.shared().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS pageinspect");
    }
  }

  @Test
  void computedWidthsAreThoseOnThePagesInBothOrders() throws SQLException {
    Random random = new Random(SEED);
    for (int run = 0; run < LAYOUTS; run++) {
      List<PlannedColumn> columns = columns(random);
      String form =
          columns.stream()
              .map(column -> column.type() + (column.nullable() ? " nullable" : ""))
              .collect(Collectors.joining(", "));
      try (Connection connection = TestDatabase.shared().getConnection()) {
        connection.setAutoCommit(false);
        ReleaseSchema schema = new ReleaseSchema(connection, "pages_it");
        schema.create();
        LaidTable laid =
            schema.fill(new PlannedTable("laid", columns, ROWS, List.of(columns.get(0).name())));
        copyInDeclaredOrder(connection, columns);
        RowMeasure measure = laid.layout().measure();
        Widths emitted = widths(connection, "laid");
        Widths declared = widths(connection, "declared");
        assertThat(measure.rowBytes()).as(form).isCloseTo(emitted.average(), within(1e-6));
        assertThat(measure.widestBytes()).as(form).isEqualTo(emitted.widest());
        assertThat(measure.pageBytes()).as(form).isEqualTo(emitted.pageBytes());
        assertThat(measure.declaredRowBytes()).as(form).isCloseTo(declared.average(), within(1e-6));
        assertThat(measure.declaredPageBytes()).as(form).isEqualTo(declared.pageBytes());
        connection.rollback();
      }
    }
  }

  private static void copyInDeclaredOrder(Connection connection, List<PlannedColumn> columns)
      throws SQLException {
    String list =
        columns.stream().map(column -> '"' + column.name() + '"').collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE pages_it.declared AS SELECT " + list + " FROM pages_it.laid");
    }
  }

  private record Widths(double average, int widest, long pageBytes) {}

  private static Widths widths(Connection connection, String table) throws SQLException {
    String sql =
        """
        SELECT avg(lp_len), max(lp_len), sum((lp_len + 7) / 8 * 8 + 4)
        FROM generate_series(0, pg_relation_size('pages_it.%1$s') / 8192 - 1) AS page,
          heap_page_items(get_raw_page('pages_it.%1$s', page::int))
        """
            .formatted(table);
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return new Widths(result.getDouble(1), result.getInt(2), result.getLong(3));
    }
  }

  private static List<PlannedColumn> columns(Random random) {
    List<PlannedColumn> columns = new ArrayList<>();
    columns.add(PlannedColumn.surrogate("id"));
    for (int index = random.nextInt(MOST_COLUMNS); index > 0; index--) {
      columns.add(column("c" + index, random));
    }
    return columns;
  }

  private interface Value {
    void write(FieldWriter writer, Random random);
  }

  private static PlannedColumn column(String name, Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> column(name, "int2", random, integer(IntegerWidth.INT2));
      case 1 -> column(name, "int4", random, integer(IntegerWidth.INT4));
      case 2 -> column(name, "int8", random, integer(IntegerWidth.INT8));
      case 3 -> column(name, "int2[]", random, integers(IntegerWidth.INT2));
      case 4 -> column(name, "int8[]", random, integers(IntegerWidth.INT8));
      case 5 -> column(name, "bytea", random, (to, values) -> to.writeBytes(bytes(values)));
      default ->
          column(
              name,
              "text",
              random,
              (to, values) ->
                  to.writeText(
                      new String(bytes(values), StandardCharsets.ISO_8859_1).replace('\0', 'é')));
    };
  }

  /** The same values for the same row, however often they are written. */
  private static PlannedColumn column(String name, String type, Random random, Value value) {
    boolean nullable = random.nextBoolean();
    long seed = random.nextLong();
    return new PlannedColumn(
        name,
        type,
        nullable,
        (writer, row) -> {
          Random values = new Random(seed + 7919L * row);
          values.nextInt();
          if (nullable && values.nextInt(3) == 0) {
            writer.writeNull();
          } else {
            value.write(writer, values);
          }
        },
        Choice.only(type, "drawn"));
  }

  private static Value integer(IntegerWidth width) {
    return (writer, random) -> writer.writeInteger(width, random.nextInt(100));
  }

  private static Value integers(IntegerWidth width) {
    return (writer, random) ->
        writer.writeIntegers(width, random.longs(random.nextInt(20), 0, 100).toArray());
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(LONGEST_VALUE)];
    random.nextBytes(bytes);
    return bytes;
  }
}
