package tatami.benchmarks.form;

import java.util.function.UnaryOperator;

/**
 * How the cells of one column are held and read.
 *
 * @param name of the form
 * @param columns DDL of the columns
 * @param cell SQL of a night's value, −1 (or 0 for bits) where it is missing; {@code %1$s} is the
 *     table's alias, {@code ?} the night from 0 on
 * @param joins what else must be joined; {@code %1$s} as above
 * @param place bind value of a night: some read elements from 1, some bytes
 * @param uses how often the night is bound in one cell
 */
record CellForm(
    String name,
    String columns,
    String cell,
    String joins,
    UnaryOperator<Integer> place,
    int uses) {

  private static final String DAYS =
      "JOIN tatami_benchmark.form_days %1$s_d ON %1$s_d.id = %1$s.calendar";
  private static final String LEVEL = "%1$s.levels[get_byte(%1$s_d.ranks, ?) + 1]";

  static final CellForm INT2 = array("int2[]");
  static final CellForm INT4 = array("int4[]");

  /** One byte, value + 1. */
  static final CellForm BYTES1 =
      new CellForm(
          "bytea 1",
          "cells bytea NOT NULL",
          "(get_byte(%1$s.cells, ?) - 1)",
          "",
          night -> night,
          1);

  /** Two bytes, value + 1. */
  static final CellForm BYTES2 =
      new CellForm(
          "bytea 2",
          "cells bytea NOT NULL",
          "(get_byte(%1$s.cells, 2 * ?) + (get_byte(%1$s.cells, 2 * ? + 1) << 8) - 1)",
          "",
          night -> night,
          2);

  /** Three bytes, value + 1. */
  static final CellForm BYTES3 =
      new CellForm(
          "bytea 3",
          "cells bytea NOT NULL",
          "(get_byte(%1$s.cells, 3 * ?) + (get_byte(%1$s.cells, 3 * ? + 1) << 8)"
              + " + (get_byte(%1$s.cells, 3 * ? + 2) << 16) - 1)",
          "",
          night -> night,
          3);

  static final CellForm BITS = bits("bits", "cells bytea NOT NULL");
  static final CellForm PLAIN_BITS = bits("bits, plain", "cells bytea STORAGE PLAIN NOT NULL");

  /** A shared calendar; nights that are missing are a bit each. */
  static final CellForm SHARED = shared("shared", "");

  static final CellForm PLAIN_SHARED = shared("shared, plain", " STORAGE PLAIN");

  private static CellForm array(String type) {
    return new CellForm(
        type, "cells " + type + " NOT NULL", "%1$s.cells[?]", "", night -> night + 1, 1);
  }

  private static CellForm bits(String name, String columns) {
    return new CellForm(name, columns, "get_bit(%1$s.cells, ?)", "", night -> night, 1);
  }

  private static CellForm shared(String name, String storage) {
    return new CellForm(
        name,
        "calendar int4 NOT NULL, levels int2[]" + storage + " NOT NULL, nights bytea" + storage,
        "CASE WHEN %1$s.nights IS NULL OR get_bit(%1$s.nights, ?) = 1 THEN "
            + LEVEL
            + " ELSE -1 END",
        DAYS,
        night -> night,
        2);
  }

  String cell(String alias) {
    return cell.formatted(alias);
  }

  String joins(String alias) {
    return joins.formatted(alias);
  }

  boolean isShared() {
    return !joins.isEmpty();
  }
}
