package tatami.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tatami.query.TestDatabase;
import tatami.searchtable.codec.CalendarCodec;
import tatami.searchtable.codec.CellArray;
import tatami.searchtable.codec.CellBytes;
import tatami.searchtable.codec.CellSql;
import tatami.searchtable.codec.DayBits;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.SharedDays;

/** PostgreSQL puts the text of the functions that read cells into the plan, and calls none. */
class InlinedCellsIT {

  private static DataSource database;

  @BeforeAll
  static void createFunctions() throws SQLException {
    database = TestDatabase.create("inlined_cells");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA cells");
      for (String function : CellSql.functions("cells")) {
        statement.execute(function);
      }
      statement.execute("CREATE TABLE cells.days (id int4 PRIMARY KEY, ranks bytea NOT NULL)");
    }
  }

  static List<CalendarCodec> codecs() {
    List<CalendarCodec> codecs = new ArrayList<>();
    codecs.add(new DayBits("cells", 9));
    for (int bytes = 1; bytes <= CellBytes.MOST_BYTES; bytes++) {
      codecs.add(new CellBytes("cells", bytes, 1));
    }
    for (IntegerWidth width : IntegerWidth.values()) {
      codecs.add(new CellArray("cells", width, 1));
      codecs.add(new SharedDays("days", width, 1, false, null));
      codecs.add(new SharedDays("days", width, 1, true, null));
    }
    return codecs;
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void noPlanCallsAReader(CalendarCodec codec) throws SQLException {
    String columns =
        String.join(
            ", ",
            codec.columns().stream().map(column -> column.name() + " " + column.type()).toList());
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS cells.price");
      statement.execute("CREATE TABLE cells.price (offer int4, " + columns + ")");
      String plan = plan(statement, codec);
      assertThat(plan).doesNotContain("tatami_");
      assertThat(plan).contains(codec instanceof CellArray ? "[3]" : "get_b");
    }
  }

  /** Reads a night that is known, a bound one in a generic plan, and one of a loop. */
  private static String plan(Statement statement, CalendarCodec codec) throws SQLException {
    String from = "cells.price p" + CellSql.join(codec, "cells", "p", "JOIN");
    String known = CellSql.cell(codec, "cells", "p", "3");
    String bound = CellSql.cell(codec, "cells", "p", "$1");
    String looped = CellSql.cell(codec, "cells", "p", "night");
    statement.execute("SET plan_cache_mode = force_generic_plan");
    statement.execute(
        "PREPARE cells (int4) AS SELECT "
            + bound
            + ", (SELECT min("
            + looped
            + ") FROM generate_series(0, 5) AS night) FROM "
            + from
            + " WHERE LEAST("
            + known
            + ", "
            + bound
            + ") >= 1");
    StringBuilder plan = new StringBuilder();
    try (ResultSet rows = statement.executeQuery("EXPLAIN VERBOSE EXECUTE cells (4)")) {
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
    }
    statement.execute("DEALLOCATE cells");
    return plan.toString();
  }
}
