package tatami.searchbuild.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import tatami.searchbuild.catalog.CatalogFile;
import tatami.searchbuild.catalog.CatalogOverrides;
import tatami.searchbuild.database.TestDatabase;
import tatami.searchbuild.verify.ReleaseRehearsal;
import tatami.searchbuild.verify.StoredCalendar;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.expression.NumberExpression;
import tools.jackson.databind.json.JsonMapper;

/**
 * Feeds of a few lodges with every rule of a stay, priced per room, and builds of them. It is 5
 * December in Tokyo and Oslo, and still the fourth in New York; the horizon has ten nights.
 */
final class LodgeBuild implements AutoCloseable {

  static final int NIGHTS = 10;

  static final LocalDate FIRST = LocalDate.of(2026, 12, 5);

  private static final Instant NOW = Instant.parse("2026-12-05T02:00:00Z");

  /** Ends inside the offer. */
  static final String CATALOG =
      """
      catalog: lodge
      time_zone: Europe/Oslo
      currency: NOK
      calendar: { start: feed, days: 10 }
      max_nights: 28
      feeds:
        lodge:
          files: lodge.csv
          key: lodge
          columns: { lodge: text, title: text, zone: time_zone }
        rate:
          files: rate.csv
          key: [lodge, rate]
          columns:
            lodge: text
            rate: integer
            shuts: date
            policy: text
            close_days: integer
            close_time: time
            ahead_least: integer
            ahead_most: integer
            least: integer
            most: integer
        band:
          files: band.csv
          key: [policy, band]
          columns:
            policy: text
            band: integer
            age_from: integer
            age_to: integer
            person: text
            counts: boolean
            percent: numeric
            fee: money
        rebate:
          files: rebate.csv
          key: [lodge, rate, rule]
          columns:
            lodge: text
            rate: integer
            rule: integer
            nights: integer
            percent: numeric
            fee: money
            free: integer
        lodge_day:
          files: lodge_day.csv
          key: lodge
          columns: { lodge: text }
          calendar:
            day: date
            values: { shut: boolean, no_arrival: boolean, no_departure: boolean, no_sale: boolean }
        night:
          files: night.csv
          key: [lodge, rate]
          columns: { lodge: text, rate: integer }
          calendar:
            day: date
            values: { left: integer, stopped: boolean, least_through: integer, lengths: pattern }
        price:
          files: price.csv
          key: [lodge, rate, heads, person]
          columns: { lodge: text, rate: integer, heads: integer, person: text }
          calendar: { day: date, values: { fee: money } }
      search:
        lodge:
          from: lodge
          key: lodge
          time_zone: zone
          sort: { recommended: [lodge] }
          show: [title]
        rate:
          from: rate
          parent: lodge
          key: rate
          stay:
            stock: { feed: night, value: left }
            price: { feed: price, value: fee, per: room, occupancy: heads, class: person }
            closed: lodge_day.shut
            stop_sell: [night.stopped, lodge_day.no_sale]
            arrival_closed: lodge_day.no_arrival
            departure_closed: lodge_day.no_departure
            min_stay_through: { first: [night.least_through, rate.least] }
            max_stay_through: most
            stay_pattern: night.lengths
            lead_time: { days: close_days, time: close_time, min: ahead_least, max: ahead_most }
            children: { policy: policy, feed: band, order: band, from: age_from, to: age_to, class: person, counts: counts, percent: percent, amount: fee }
            long_stay: { feed: rebate, order: rule, from: nights, percent: percent, amount: fee, free_every: free }
            sale: { to: shuts }
      """;

  private static final String YORK = "york,York,America/New_York";

  private static final String[] RATES = {
    "lodge,rate,shuts,policy,close_days,close_time,ahead_least,ahead_most,least,most",
    "akan,1,,family,3,18:30,1,30,,",
    "akan,2,,same,,,,,2,5",
    "akan,3,2026-12-04,family,,,,,,",
    "oslo,1,,family,3,18:30,1,30,,",
    "oslo,2,,family,3,18:30,1,30,,",
    "york,1,2026-12-04,odd,0,,,,,",
    "york,2,2026-12-03,,,,,,,",
    "york,3,,,,,,,,400"
  };

  private static final String[] BANDS = {
    "policy,band,age_from,age_to,person,counts,percent,fee",
    "family,10,6,11,child_a,t,70,",
    "family,9,0,5,infant,f,,0",
    "family,11,12,,adult,,,",
    "odd,1,0,5,kid,,,",
    "same,1,0,5,infant,f,0,",
    "same,2,6,11,child_a,t,70.00,",
    "same,3,12,17,adult,t,,",
    "unused,1,0,17,child_d,t,,1200"
  };

  private static final String[] REBATES = {
    "lodge,rate,rule,nights,percent,fee,free",
    "akan,1,1,3,10,,",
    "akan,1,2,7,,,7",
    "oslo,2,5,7,,,7",
    "oslo,2,6,3,10.0,,",
    "oslo,1,1,3,10,5,",
    "york,3,1,2,,15,"
  };

  private static final String[] LODGE_DAYS = {
    "lodge,date,shut,no_arrival,no_departure,no_sale",
    "akan,2026-12-06,t,f,f,f",
    "akan,2026-12-09,t,f,f,f",
    "oslo,2026-12-05,f,f,f,f",
    "oslo,2026-12-14,f,f,f,t",
    "york,2026-12-15,t,t,f,f",
    "york,2026-12-20,t,t,f,f"
  };

  final HikariDataSource database;
  final Jdbi jdbi;
  private final Path folder;

  LodgeBuild(Path folder) throws IOException {
    HikariConfig config = new HikariConfig();
    config.setDataSource(TestDatabase.create());
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(0);
    this.database = new HikariDataSource(config);
    this.jdbi = Jdbi.create(database);
    this.folder = folder;
    write("catalog.yaml", CATALOG);
    write("lodge.csv", "lodge,title,zone", "akan,Akan,Asia/Tokyo", "oslo,Oslo,", YORK);
    write("rate.csv", RATES);
    write("band.csv", BANDS);
    write("rebate.csv", REBATES);
    write("lodge_day.csv", LODGE_DAYS);
    write("night.csv", nights());
    write("price.csv", prices());
  }

  static List<String> nights() {
    List<String> lines =
        new ArrayList<>(List.of("lodge,rate,date,left,stopped,least_through,lengths"));
    for (int night = 0; night < NIGHTS; night++) {
      LocalDate day = FIRST.plusDays(night);
      for (String offer : List.of("akan,1", "akan,2", "akan,3", "oslo,1", "oslo,2", "york,1")) {
        boolean isMarked = offer.equals("akan,1") && night == 2;
        lines.add(offer + "," + day + ",1,f," + (isMarked ? "3,0110" : ","));
      }
    }
    return lines;
  }

  private static List<String> prices() {
    List<String> lines = new ArrayList<>(List.of("lodge,rate,heads,person,date,fee"));
    for (int night = 1; night < NIGHTS; night++) {
      LocalDate day = FIRST.plusDays(night);
      lines.add("akan,1,1,room," + day + ",100.00");
      lines.add("akan,1,2,room," + day + ",150.00");
      lines.add("akan,1,0,adult," + day + ",40.00");
      lines.add("akan,1,0,child_a," + day + ",20.00");
      lines.add("york,1,0,adult," + day + ",40.00");
    }
    lines.add("akan,1,3,room,2026-12-15,170.00");
    lines.add("akan,1,0,room,2026-12-06,1.00");
    lines.add("akan,1,2,adult,2026-12-06,1.00");
    lines.add("akan,1,0,dog,2026-12-06,1.00");
    lines.add("oslo,2,4,room,2026-12-14,250.00");
    return lines;
  }

  void write(String file, String... lines) throws IOException {
    write(file, List.of(lines));
  }

  void write(String file, List<String> lines) throws IOException {
    Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
  }

  RebuildSummary rebuild() {
    return new RebuildJob(database, ReleaseRehearsal.none())
        .run(
            new RebuildRequest(
                CatalogFile.read(folder, CatalogOverrides.none()),
                folder,
                NOW,
                EnumSet.allOf(Phase.class)),
            line -> {});
  }

  List<String> list(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  ReleaseDescription describe() {
    String json = list("SELECT description FROM tatami.release WHERE release = 1").get(0);
    return JsonMapper.builder().build().readValue(json, ReleaseDescription.class);
  }

  /** Returns a number of each offer, {@code -} where it has none, in the order of the offers. */
  String numbers(NumberCodec codec) {
    return list("SELECT string_agg(coalesce(("
            + NumberExpression.value(codec, "")
            + ")::text, '-'), ' ' ORDER BY id) FROM lodge_r1.rate")
        .get(0);
  }

  /** Returns the rows of a table of calendars: offer, and a value a night, −1 where missing. */
  List<String> calendars(String table, CalendarCodec codec) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      new StoredCalendar(connection, "lodge_r1", NIGHTS)
          .read(
              table,
              codec,
              (row, values) ->
                  lines.add(
                      row
                          + ": "
                          + Arrays.stream(values)
                              .mapToObj(String::valueOf)
                              .collect(Collectors.joining(" "))));
    }
    return lines;
  }

  @Override
  public void close() {
    database.close();
  }
}
