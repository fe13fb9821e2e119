package tatami.searchbuild.fill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tatami.ingest.copy.BinaryCopyWriter;
import tatami.searchbuild.encoding.PlannedColumn;
import tatami.searchbuild.encoding.PlannedColumn.Choice;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.layout.MeasuredRows;

/** Writes a calendar table block by block. */
final class BlockTable implements AutoCloseable {

  private static final List<String> KEY = List.of(CalendarCodec.PLANE, CalendarCodec.BLOCK);

  private final ReleaseSchema schema;
  private final String name;
  private final LaidTable laid;
  private final BinaryCopyWriter writer;
  private final MeasuredRows measured;
  private int plane;
  private int block;
  private byte[] cells;

  /**
   * Creates the table.
   *
   * @param choice why calendars are held so
   */
  BlockTable(ReleaseSchema schema, Connection writing, String name, Choice choice)
      throws SQLException {
    this.schema = schema;
    this.name = name;
    this.laid = schema.create(planned(choice));
    this.writer = new BinaryCopyWriter(writing, schema.copyTarget(name, laid.columnNames()));
    this.measured = laid.measured(writer);
  }

  /** Blocks have storage PLAIN: PostgreSQL would try to compress those of wide cells. */
  private PlannedTable planned(Choice choice) {
    Choice key = Choice.only("of the key", "a search reads the planes of its nights");
    return new PlannedTable(
        name,
        List.of(
            new PlannedColumn(
                CalendarCodec.BLOCK,
                "int4",
                false,
                (fields, row) -> fields.writeInteger(IntegerWidth.INT4, block),
                key),
            new PlannedColumn(
                CalendarCodec.PLANE,
                "int2",
                false,
                (fields, row) -> fields.writeInteger(IntegerWidth.INT2, plane),
                key),
            new PlannedColumn(
                CalendarCodec.CELLS,
                "bytea",
                false,
                true,
                (fields, row) -> fields.writeBytes(cells),
                choice)),
        0,
        KEY);
  }

  /** Returns the reason of a table that has no other form. */
  static Choice only(CalendarCodec codec, String why) {
    return new Choice(codec.word(), why, List.of(), Map.of());
  }

  void write(int planeOfBlock, int number, byte[] packed) throws SQLException {
    plane = planeOfBlock;
    block = number;
    cells = packed;
    writer.startRow(laid.columns().size());
    for (PlannedColumn column : laid.columns()) {
      column.value().write(measured, 0);
    }
    measured.endRow();
  }

  /** Ends the rows, adds the key and analyses. */
  void finish() throws SQLException {
    writer.finish();
    schema.finish(name, KEY);
  }

  @Override
  public void close() throws SQLException {
    writer.close();
  }
}
