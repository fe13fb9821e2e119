package tatami.benchmarks.stay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import tatami.benchmarks.calendar.Dataset;

/** Makes and fills the tables of all forms from the same calendars. */
final class StayTables {

  private static final int COPY_BUFFER_BYTES = 1 << 16;
  private static final Collector<CharSequence, ?, String> ARRAY =
      Collectors.joining(",", "\t{", "}\n");

  private final Connection connection;
  private final int offers;

  StayTables(Connection connection, int offers) {
    this.connection = connection;
    this.offers = offers;
  }

  /** Writes the lines of one offer, as COPY reads them. */
  private interface OfferLines {
    void append(int offer, OfferCalendar calendar, StringBuilder lines);
  }

  void create() throws SQLException, IOException {
    createPackedArrays();
    createNightRows();
    execute(
        "VACUUM (ANALYZE) tatami_benchmark.offer, tatami_benchmark.stock,"
            + " tatami_benchmark.price, tatami_benchmark.night_price,"
            + " tatami_benchmark.night_price_by_night");
  }

  private void createPackedArrays() throws SQLException, IOException {
    execute(
        """
        CREATE TABLE tatami_benchmark.offer (
          id int4 PRIMARY KEY, property int4 NOT NULL, stock int4 NOT NULL)
        """);
    execute("CREATE TABLE tatami_benchmark.stock (id int4 PRIMARY KEY, cells int2[] NOT NULL)");
    execute("CREATE TABLE tatami_benchmark.price (offer int4 PRIMARY KEY, cells int2[] NOT NULL)");
    copy(
        "offer",
        (offer, calendar, lines) ->
            lines.append(offer).append('\t').append(offer).append('\t').append(offer).append('\n'));
    copy(
        "stock",
        (offer, calendar, lines) ->
            lines
                .append(offer)
                .append(
                    Arrays.stream(calendar.rooms()).mapToObj(Integer::toString).collect(ARRAY)));
    copy(
        "price",
        (offer, calendar, lines) ->
            lines
                .append(offer)
                .append(
                    Arrays.stream(calendar.amounts())
                        .mapToObj(amount -> Long.toString(amount / OfferCalendar.UNIT))
                        .collect(ARRAY)));
  }

  private void createNightRows() throws SQLException, IOException {
    String columns =
        "(offer int4 NOT NULL, night date NOT NULL, price int8 NOT NULL, available bool NOT NULL)";
    execute("CREATE TABLE tatami_benchmark.night_price " + columns);
    copy("night_price", StayTables::appendNights);
    execute(
        "ALTER TABLE tatami_benchmark.night_price"
            + " ADD PRIMARY KEY (offer, night) INCLUDE (price, available)");
    execute("CREATE TABLE tatami_benchmark.night_price_by_night " + columns);
    execute(
        "INSERT INTO tatami_benchmark.night_price_by_night"
            + " SELECT * FROM tatami_benchmark.night_price ORDER BY night, offer");
    execute(
        "ALTER TABLE tatami_benchmark.night_price_by_night"
            + " ADD PRIMARY KEY (night, offer) INCLUDE (price, available)");
  }

  private static void appendNights(int offer, OfferCalendar calendar, StringBuilder lines) {
    for (int night = 0; night < Dataset.NIGHTS; night++) {
      lines
          .append(offer)
          .append('\t')
          .append(Dataset.FIRST_NIGHT.plusDays(night))
          .append('\t')
          .append(calendar.amounts()[night])
          .append(calendar.rooms()[night] > 0 ? "\tt\n" : "\tf\n");
    }
  }

  private void copy(String table, OfferLines offerLines) throws SQLException, IOException {
    String sql = "COPY tatami_benchmark." + table + " FROM STDIN";
    StringBuilder lines = new StringBuilder();
    try (OutputStream out =
        new BufferedOutputStream(
            new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql),
            COPY_BUFFER_BYTES)) {
      for (int offer = 0; offer < offers; offer++) {
        lines.setLength(0);
        offerLines.append(offer, OfferCalendar.of(offer), lines);
        out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
