package tatami.searchbuild.verify;

import tatami.searchtable.codec.CalendarCodec;
import tatami.searchtable.codec.CellArray;
import tatami.searchtable.codec.CellBytes;
import tatami.searchtable.codec.DayBits;
import tatami.searchtable.codec.SharedDays;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.expression.CalendarExpression;

/** Writes the statements that check tables of calendars, whatever their codec. */
final class CalendarChecks {

  private final String schema;
  private final int nights;

  CalendarChecks(ReleaseDescription description) {
    this.schema = '"' + description.schema() + '"';
    this.nights = description.horizon() == null ? 0 : description.horizon().nights();
  }

  /** Counts the nights with a value; of bits, those that are set. */
  String countCells(String table, CalendarCodec codec) {
    if (codec instanceof DayBits bits) {
      String set = "bit_count(c." + quoted(bits.column()) + ")";
      return "SELECT coalesce(sum(" + set + "), 0)::int8 FROM " + from(table);
    }
    if (codec instanceof CellArray array) {
      String cells = "unnest(c." + quoted(array.column()) + ")";
      return "SELECT count(*) FROM " + from(table) + ", " + cells + " AS cell WHERE cell >= 0";
    }
    String cell = CalendarExpression.cell(codec, schema, "c", "night");
    String loop =
        "(SELECT count(*) FROM generate_series(0, "
            + (nights - 1)
            + ") AS night WHERE "
            + cell
            + " >= 0)";
    String count =
        codec instanceof SharedDays
            ? "CASE WHEN c.nights IS NOT NULL THEN bit_count(c.nights)"
                + " WHEN -1 <> ALL (c.levels) THEN "
                + nights
                + " ELSE "
                + loop
                + " END"
            : loop;
    return "SELECT coalesce(sum("
        + count
        + "), 0)::int8 FROM "
        + from(table)
        + CalendarExpression.join(codec, schema, "c", "JOIN");
  }

  /** Counts the rows that have not one cell a night. */
  String countUnlikeHorizon(String table, CalendarCodec codec) {
    String wrong;
    if (codec instanceof CellArray array) {
      String cells = "c." + quoted(array.column());
      wrong = "array_position(" + cells + ", NULL) IS NOT NULL OR cardinality(" + cells + ") <> ";
      wrong += nights;
    } else if (codec instanceof CellBytes cells) {
      wrong = "length(c." + quoted(cells.column()) + ") <> " + cells.bytes() * nights;
    } else if (codec instanceof DayBits bits) {
      wrong = "length(c." + quoted(bits.column()) + ") <> " + (nights + 7) / 8;
    } else {
      wrong =
          "c_days.id IS NULL OR length(c_days.ranks) <> "
              + nights
              + " OR array_position(c.levels, NULL) IS NOT NULL OR length(c.nights) <> "
              + (nights + 7) / 8;
    }
    return "SELECT count(*) FROM "
        + from(table)
        + CalendarExpression.join(codec, schema, "c", "LEFT JOIN")
        + " WHERE "
        + wrong;
  }

  private String from(String table) {
    return schema + "." + quoted(table) + " AS c";
  }

  private static String quoted(String identifier) {
    return '"' + identifier + '"';
  }
}
