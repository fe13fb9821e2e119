package tatami.benchmarks.form;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import tatami.benchmarks.calendar.Dataset;
import tatami.benchmarks.form.FormQuestion.Share;
import tatami.benchmarks.form.FormTable.Content;

/**
 * Compares forms of packed calendars in the schema {@code tatami_benchmark}, which is there
 * already.
 */
public final class CalendarForms {

  /** What a filter finds it by. */
  public static final String NAME = CalendarForms.class.getName() + ".calendarForms";

  private static final List<Integer> STAYS = List.of(1, 3, 7, 14);
  private static final int COPY_BUFFER_BYTES = 1 << 16;
  private static final double NANOS_PER_MILLISECOND = 1_000_000;

  private final Connection connection;
  private final int offers;
  private final int rounds;
  private final List<FormQuestion> questions = new ArrayList<>();
  private final List<FormTable> tables = new ArrayList<>();

  private CalendarForms(Connection connection, int offers, int rounds) {
    this.connection = connection;
    this.offers = offers;
    this.rounds = rounds;
    addQuestions();
  }

  /**
   * One way of asking.
   *
   * @param group compared with the first of the group
   * @param form the form, or forms of stock + price
   * @param bytesPerCell of its tables without indexes, shared calendars left out: they are a few
   * @param times by share of the offers and nights of the stay
   */
  public record FormResult(String group, String form, double bytesPerCell, List<FormTime> times) {}

  /**
   * Time of one length of stay.
   *
   * @param share {@code all} or {@code hundredth} of the offers
   * @param milliseconds lower quartile of the rounds: what others do on the machine only adds
   * @param ratio to the first form of the group
   */
  public record FormTime(String share, int nights, double milliseconds, double ratio) {}

  /**
   * Makes the tables, compares all answers, and measures.
   *
   * @param rounds how often each statement is timed
   * @throws IllegalStateException if two forms of a group answer differently, or nothing is found
   */
  public static List<FormResult> measure(Connection connection, int offers, int rounds)
      throws SQLException, IOException {
    CalendarForms forms = new CalendarForms(connection, offers, rounds);
    forms.execute("SET jit = off");
    forms.execute("SET work_mem = '32MB'");
    forms.execute("SET max_parallel_workers_per_gather = 0");
    forms.createTables();
    List<FormResult> results = new ArrayList<>();
    for (String group : forms.questions.stream().map(FormQuestion::group).distinct().toList()) {
      results.addAll(forms.measureGroup(group));
    }
    return results;
  }

  private void addQuestions() {
    FormTable price = table("form_price", CellForm.INT2, Content.PRICE, 1);
    FormTable price2 = table("form_price_2", CellForm.BYTES2, Content.PRICE, 1);
    FormTable shared = table("form_price_shared", CellForm.SHARED, Content.PRICE, 1);
    FormTable plainShared = table("form_price_plain", CellForm.PLAIN_SHARED, Content.PRICE, 1);
    ask("prices", null, price);
    ask("prices", null, table("form_price_int4", CellForm.INT4, Content.PRICE, 1));
    ask("prices", null, price2);
    ask("prices", null, table("form_price_3", CellForm.BYTES3, Content.PRICE, 1));
    ask("prices", null, shared);
    ask("prices", null, plainShared);
    FormTable stock = table("form_stock", CellForm.INT2, Content.STOCK, 1);
    FormTable stock1 = table("form_stock_1", CellForm.BYTES1, Content.STOCK, 1);
    FormTable bits = table("form_open_bits", CellForm.BITS, Content.OPEN, 1);
    ask("stock", stock, null);
    ask("stock", stock1, null);
    ask("stock", bits, null);
    ask("stock", table("form_open_plain", CellForm.PLAIN_BITS, Content.OPEN, 1), null);
    ask("search", stock, price);
    ask("search", stock1, price2);
    ask("search", bits, price);
    ask("search", stock1, shared);
    ask("search", bits, shared);
    ask("row", null, price);
    for (int calendars : List.of(2, 4, 10)) {
      String name = "form_price_wide_" + calendars;
      ask("row", null, table(name, CellForm.INT2, Content.PRICE, calendars));
    }
  }

  private FormTable table(String name, CellForm cells, Content content, int calendars) {
    FormTable table = new FormTable(name, cells, content, calendars);
    tables.add(table);
    return table;
  }

  private void ask(String group, FormTable stock, FormTable price) {
    List<String> names = new ArrayList<>();
    for (FormTable table : Arrays.asList(stock, price)) {
      if (table != null) {
        String wide = table.calendars() == 1 ? "" : " × " + table.calendars();
        names.add(table.cells().name() + wide);
      }
    }
    questions.add(new FormQuestion(group, String.join(" + ", names), stock, price));
  }

  private void createTables() throws SQLException, IOException {
    execute("CREATE TABLE tatami_benchmark.form_offer (id int4 NOT NULL, stock int4 NOT NULL)");
    copy("form_offer", offers, (offer, line) -> line.append(offer + "\t" + offer + "\n"));
    execute("CREATE TABLE tatami_benchmark.form_days (id int4 NOT NULL, ranks bytea NOT NULL)");
    copy("form_days", FormCalendar.CALENDARS, CalendarForms::appendDays);
    for (FormTable table : tables) {
      execute(table.ddl());
      copy(table.name(), offers, table::append);
      execute("ALTER TABLE tatami_benchmark." + table.name() + " ADD PRIMARY KEY (id)");
      execute("VACUUM (ANALYZE) tatami_benchmark." + table.name());
    }
    for (String table : List.of("form_offer", "form_days")) {
      execute("ALTER TABLE tatami_benchmark." + table + " ADD PRIMARY KEY (id)");
      execute("VACUUM (ANALYZE) tatami_benchmark." + table);
    }
  }

  private static void appendDays(int calendar, StringBuilder line) {
    int[] ranks = FormCalendar.ranks(calendar);
    byte[] bytes = new byte[ranks.length];
    for (int night = 0; night < ranks.length; night++) {
      bytes[night] = (byte) ranks[night];
    }
    line.append(calendar).append('\t').append(FormTable.hex(bytes)).append('\n');
  }

  /** Appends one line. */
  private interface Line {
    void append(int row, StringBuilder line);
  }

  private void copy(String table, int rows, Line source) throws SQLException, IOException {
    String sql = "COPY tatami_benchmark." + table + " FROM STDIN";
    StringBuilder line = new StringBuilder();
    try (OutputStream out =
        new BufferedOutputStream(
            new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql),
            COPY_BUFFER_BYTES)) {
      for (int row = 0; row < rows; row++) {
        line.setLength(0);
        source.append(row, line);
        out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private List<FormResult> measureGroup(String group) throws SQLException {
    List<FormQuestion> asked =
        questions.stream().filter(question -> question.group().equals(group)).toList();
    List<List<FormTime>> times = new ArrayList<>();
    asked.forEach(question -> times.add(new ArrayList<>()));
    for (Share share : Share.values()) {
      for (int nights : STAYS) {
        double[] quartiles = quartiles(asked, share, nights);
        for (int form = 0; form < quartiles.length; form++) {
          String word = share == Share.ALL ? "all" : "hundredth";
          times
              .get(form)
              .add(new FormTime(word, nights, quartiles[form], quartiles[form] / quartiles[0]));
        }
      }
    }
    List<FormResult> results = new ArrayList<>();
    for (int form = 0; form < asked.size(); form++) {
      FormQuestion question = asked.get(form);
      results.add(new FormResult(group, question.name(), bytes(question), times.get(form)));
    }
    return results;
  }

  private double[] quartiles(List<FormQuestion> asked, Share share, int nights)
      throws SQLException {
    double[][] times = new double[asked.size()][rounds];
    List<PreparedStatement> statements = new ArrayList<>();
    for (FormQuestion question : asked) {
      statements.add(connection.prepareStatement(question.sql(nights, share)));
    }
    SplittableRandom random = new SplittableRandom(nights);
    for (int round = -1; round < rounds; round++) {
      int firstNight = random.nextInt(Dataset.NIGHTS - nights + 1);
      Answer expected = null;
      for (int form = 0; form < asked.size(); form++) {
        long start = System.nanoTime();
        Answer answer = ask(statements.get(form), asked.get(form).bind(firstNight, nights), share);
        long end = System.nanoTime();
        if (round >= 0) {
          times[form][round] = (end - start) / NANOS_PER_MILLISECOND;
        }
        expected = expected == null ? answer : expected;
        compare(asked.get(form), expected, answer);
      }
    }
    for (PreparedStatement statement : statements) {
      statement.close();
    }
    return Arrays.stream(times).mapToDouble(CalendarForms::lowerQuartile).toArray();
  }

  private record Answer(long offers, long total) {}

  private static void compare(FormQuestion question, Answer expected, Answer answer) {
    if (!answer.equals(expected)) {
      throw new IllegalStateException(
          "answers differ: "
              + question.group()
              + " "
              + question.name()
              + "="
              + answer
              + ", expected="
              + expected);
    }
  }

  private Answer ask(PreparedStatement statement, List<Integer> places, Share share)
      throws SQLException {
    int parameter = 1;
    for (int place : places) {
      statement.setInt(parameter++, place);
    }
    if (share == Share.HUNDREDTH) {
      Object[] ids = IntStream.range(0, offers).filter(id -> id % 100 == 7).boxed().toArray();
      statement.setArray(parameter, connection.createArrayOf("int4", ids));
    }
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      return new Answer(rows.getLong(1), rows.getLong(2));
    }
  }

  private static double lowerQuartile(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 4];
  }

  /** Returns bytes a calendar and night, everything that the tables have but their indexes. */
  private double bytes(FormQuestion question) throws SQLException {
    double bytes = 0;
    long cells = 0;
    for (FormTable table : question.tables()) {
      String sql = "SELECT pg_table_size('tatami_benchmark." + table.name() + "')";
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        rows.next();
        bytes += rows.getLong(1);
      }
      cells += (long) offers * Dataset.NIGHTS * table.calendars();
    }
    return bytes / cells;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
