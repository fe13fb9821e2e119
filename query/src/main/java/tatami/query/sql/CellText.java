package tatami.query.sql;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import tatami.searchtable.codec.CalendarCodec;
import tatami.searchtable.codec.CellArray;
import tatami.searchtable.codec.CellSql;

/**
 * Writes the reading of one calendar, whatever its codec.
 *
 * <p>Values of several nights are unrolled up to {@value #MOST_UNROLLED_NIGHTS}; longer stays share
 * one text. Both count as one condition for the planner, a third of the rows; see the package's
 * text for what happens otherwise.
 */
final class CellText {

  /** Longer stays are read in a loop in place of single cells, with one text for all lengths. */
  static final int MOST_UNROLLED_NIGHTS = 8;

  private final CalendarCodec codec;
  private final String schema;
  private final String alias;

  CellText(CalendarCodec codec, Tables tables, String alias) {
    this.codec = codec;
    this.schema = tables.schema();
    this.alias = alias;
  }

  /** Joins what the table shares with others, after the table itself. */
  String join(String kind) {
    return CellSql.join(codec, schema, alias, kind);
  }

  /** Returns the cell of a night, −1 where it is missing. */
  Fragment at(int night) {
    return Fragment.of(cell("?"), CellSql.place(codec, night));
  }

  /** Returns the cell of a night that is a column, from 0 on. */
  String at(String night) {
    return cell(codec instanceof CellArray ? night + " + 1" : night);
  }

  /** Tells whether every cell of some nights is at least this. */
  Fragment everyAtLeast(int firstNight, int nights, int bound) {
    if (nights > MOST_UNROLLED_NIGHTS) {
      return codec instanceof CellArray
          ? Fragment.of(
              "(? <= ALL (" + slice() + "))::int4 >= 1", bound, firstNight + 1, firstNight + nights)
          : loop("min(" + at("night") + ")", firstNight, nights).then(" >= ?", bound);
    }
    String cells = String.join(", ", Collections.nCopies(nights, cell("?")));
    return Fragment.of("LEAST(" + cells + ")", places(firstNight, nights)).then(" >= ?", bound);
  }

  /** Returns the sum of the cells of some nights, an {@code int8}. */
  Fragment sum(int firstNight, int nights) {
    if (nights > MOST_UNROLLED_NIGHTS) {
      return codec instanceof CellArray
          ? Fragment.of(
              "(SELECT sum(cell)::int8 FROM unnest(" + slice() + ") AS cell)",
              firstNight + 1,
              firstNight + nights)
          : loop("sum(" + at("night") + ")::int8", firstNight, nights);
    }
    List<String> cells = Collections.nCopies(nights, cell("?") + "::int8");
    return Fragment.of("(" + String.join(" + ", cells) + ")", places(firstNight, nights));
  }

  private Fragment loop(String aggregate, int firstNight, int nights) {
    return Fragment.of(
        "(SELECT " + aggregate + " FROM generate_series(?, ?) AS night)",
        firstNight,
        firstNight + nights - 1);
  }

  private String slice() {
    return cell("?:?");
  }

  private String cell(String night) {
    return CellSql.cell(codec, schema, alias, night);
  }

  private Object[] places(int firstNight, int nights) {
    return IntStream.range(firstNight, firstNight + nights)
        .mapToObj(night -> CellSql.place(codec, night))
        .toArray();
  }
}
