package tatami.searchtable.codec;

import java.util.List;

/**
 * How a night of a calendar is read in SQL: through functions that every release has in its own
 * schema.
 *
 * <p>PostgreSQL inlines them, so a plan shows what they do and calls nothing. A night counts from
 * 0; the result is the value in units, −1 where it is missing. Arrays need no function.
 */
public final class CellSql {

  private static final String BYTES =
      """
      CREATE FUNCTION %1$s.tatami_cell_%2$d(cells bytea, night int4) RETURNS int4
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN %3$s - 1""";

  private static final String BIT =
      """
      CREATE FUNCTION %1$s.tatami_bit(cells bytea, night int4) RETURNS int4
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN get_bit(cells, night)""";

  private static final String LEVEL =
      """
      CREATE FUNCTION %1$s.tatami_level(ranks bytea, levels %2$s[], night int4) RETURNS %2$s
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN levels[get_byte(ranks, night) + 1]""";

  private static final String LEVEL_OF_NIGHTS =
      """
      CREATE FUNCTION %1$s.tatami_level(ranks bytea, levels %2$s[], nights bytea, night int4)
      RETURNS %2$s
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN CASE WHEN nights IS NULL OR get_bit(nights, night) = 1
        THEN levels[get_byte(ranks, night) + 1] ELSE (-1)::%2$s END""";

  private CellSql() {}

  /**
   * Returns the statements that make the functions.
   *
   * @param schema quoted name of the release's schema
   */
  public static List<String> functions(String schema) {
    List<String> statements = new java.util.ArrayList<>();
    for (int bytes = 1; bytes <= CellBytes.MOST_BYTES; bytes++) {
      statements.add(BYTES.formatted(schema, bytes, cellOfBytes(bytes)));
    }
    statements.add(BIT.formatted(schema));
    for (IntegerWidth width : IntegerWidth.values()) {
      statements.add(LEVEL.formatted(schema, width.type()));
      statements.add(LEVEL_OF_NIGHTS.formatted(schema, width.type()));
    }
    return statements;
  }

  private static String cellOfBytes(int bytes) {
    if (bytes == 1) {
      return "get_byte(cells, night)";
    }
    StringBuilder cell = new StringBuilder("get_byte(cells, " + bytes + " * night)");
    for (int part = 1; part < bytes; part++) {
      cell.append(" + (get_byte(cells, ").append(bytes).append(" * night + ").append(part);
      cell.append(") << ").append(part * Byte.SIZE).append(')');
    }
    return cell.toString();
  }

  /**
   * Returns the expression of a night's cell.
   *
   * @param schema quoted name of the release's schema
   * @param alias of the table in the statement
   * @param night SQL of the night, an {@code int4} from 0 on; of an array: of the element, from 1
   */
  public static String cell(CalendarCodec codec, String schema, String alias, String night) {
    if (codec instanceof CellArray array) {
      return alias + "." + quoted(array.column()) + "[" + night + "]";
    }
    if (codec instanceof CellBytes cells) {
      String column = alias + "." + quoted(cells.column());
      return schema + ".tatami_cell_" + cells.bytes() + "(" + column + ", " + night + ")";
    }
    if (codec instanceof DayBits bits) {
      return schema + ".tatami_bit(" + alias + "." + quoted(bits.column()) + ", " + night + ")";
    }
    boolean hasNights = ((SharedDays) codec).hasNights();
    return schema
        + ".tatami_level("
        + (sharedAlias(alias) + "." + SharedDays.RANKS + ", ")
        + (alias + "." + SharedDays.LEVELS + ", ")
        + (hasNights ? alias + "." + SharedDays.NIGHTS + ", " : "")
        + night
        + ")";
  }

  /** Returns a night as {@link #cell} takes it: elements of an array count from 1. */
  public static int place(CalendarCodec codec, int night) {
    return codec instanceof CellArray ? night + 1 : night;
  }

  /**
   * Returns the join that {@link #cell} needs besides the table itself, empty for none.
   *
   * @param kind {@code JOIN} or {@code LEFT JOIN}
   */
  public static String join(CalendarCodec codec, String schema, String alias, String kind) {
    if (!(codec instanceof SharedDays shared)) {
      return "";
    }
    String days = sharedAlias(alias);
    String table = schema + "." + quoted(shared.table());
    String on = days + ".id = " + alias + "." + SharedDays.CALENDAR;
    return "\n" + kind + " " + table + " AS " + days + " ON " + on;
  }

  private static String sharedAlias(String alias) {
    return alias + "_days";
  }

  private static String quoted(String identifier) {
    return '"' + identifier + '"';
  }
}
