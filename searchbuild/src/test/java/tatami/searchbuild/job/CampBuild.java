package tatami.searchbuild.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.catalog.CatalogFile;
import tatami.searchbuild.catalog.CatalogOverrides;
import tatami.searchbuild.database.TestDatabase;
import tatami.searchbuild.verify.ReleaseRehearsal;

/** Feeds of a few camps, and builds of them in a database of their own, over pooled connections. */
final class CampBuild implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-12-05T12:00:00Z");

  static final String CATALOG =
      """
      catalog: camp
      time_zone: Europe/Oslo
      currency: NOK
      calendar: { start: feed }
      max_nights: 28
      feeds:
        camp:
          files: camp.csv
          key: camp_code
          columns:
            camp_code: text
            title: text
            county: text
            town: text
            extras: { type: "text[]", split: ";" }
            stars: numeric
            visits: integer
            closed: boolean
            latitude: numeric
            longitude: numeric
        pitch:
          files: pitch.csv
          key: [camp_code, pitch_code]
          columns:
            camp_code: text
            pitch_code: integer
            surface: text
            opens: date
            shuts: date
            least: integer
            heads_max: integer
        night:
          files: night.csv
          key: [camp_code, pitch_code]
          columns: { camp_code: text, pitch_code: integer }
          calendar: { day: date, values: { free: integer, fee: money, least_nights: integer } }
      search:
        camp:
          from: camp
          where: closed IS NOT TRUE
          key: camp_code
          filter:
            area: { path: [county, town] }
            extras: { tags: extras }
            stars: { number: stars }
            place: { point: [latitude, longitude] }
          sort:
            recommended: [visits desc, camp_code]
            stars: [stars desc, recommended]
          show: [title]
        pitch:
          from: pitch
          parent: camp
          key: pitch_code
          filter: { surface: { category: surface } }
          stay:
            stock: { feed: night, value: free }
            price: { feed: night, value: fee, per: unit, capacity: heads_max }
            sale: [opens, shuts]
            min_stay: { first: [night.least_nights, pitch.least] }
          show: [surface]
      """;

  final HikariDataSource database = pool(TestDatabase.create());
  final Jdbi jdbi = Jdbi.create(database);
  private final List<String> progress = Collections.synchronizedList(new ArrayList<>());
  private final Path folder;
  private ReleaseRehearsal rehearsal = ReleaseRehearsal.none();

  CampBuild(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("catalog.yaml"), CATALOG);
    write("camp.csv", camps());
    write("pitch.csv", pitches());
    write("night.csv", nights());
  }

  private static HikariDataSource pool(DataSource database) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database);
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  @Override
  public void close() {
    database.close();
  }

  void write(String file, List<String> lines) throws IOException {
    Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
  }

  static List<String> camps() {
    return List.of(
        "camp_code,title,county,town,extras,stars,visits,closed,latitude,longitude",
        "fjord,Fjord Camp,Vestland,Voss,sauna;boat,4.5,10,f,60.63,6.41",
        "alm,\"Alm, high\",Innlandet,Lom,boat;sauna;boat,3.75,25,f,61.84,8.57",
        "shut,Shut Camp,Innlandet,Lom,,5,99,t,61.84,8.57",
        "strand,Strand,Vestland,,,,10,,,");
  }

  static List<String> pitches() {
    return List.of(
        "camp_code,pitch_code,surface,opens,shuts,least,heads_max",
        "fjord,2,grass,2026-01-01,2027-12-31,1,4",
        "fjord,10,gravel,2026-01-01,2027-12-31,2,6",
        "alm,1,grass,2026-01-01,2026-12-05,1,2",
        "alm,2,grass,2026-01-01,2026-12-04,1,2",
        "shut,1,grass,2026-01-01,2027-12-31,1,2",
        "strand,1,sand,2026-06-01,2027-12-31,3,8");
  }

  static List<String> nights() {
    List<String> lines =
        new ArrayList<>(List.of("camp_code,pitch_code,date,free,fee,least_nights"));
    LocalDate first = LocalDate.of(2026, 12, 5);
    for (int night = 0; night < 40; night++) {
      LocalDate day = first.plusDays(night);
      lines.add("fjord,2," + day + ",1," + (100 + night % 7 * 10) + ".00,");
      lines.add("fjord,10," + day + "," + night % 3 + ",250.50," + (night % 5 == 0 ? "3" : ""));
      lines.add("alm,1," + day + ",2,80.00,");
      lines.add("strand,1," + day + ",1," + (night % 4 == 0 ? "" : "99.00") + ",");
    }
    return lines;
  }

  /** Returns the lines in another order, the header first. */
  static List<String> reversed(List<String> lines) {
    List<String> reversed = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.reverse(reversed);
    reversed.add(0, lines.get(0));
    return reversed;
  }

  /** Rehearses the releases of later runs. */
  void rehearseWith(ReleaseRehearsal newRehearsal) {
    rehearsal = newRehearsal;
  }

  RebuildSummary rebuild() {
    return run(EnumSet.allOf(Phase.class), line -> {});
  }

  /** Rebuilds while another run may be under way, whose progress is kept. */
  RebuildSummary again() {
    return new RebuildJob(database, rehearsal).run(request(EnumSet.allOf(Phase.class)), line -> {});
  }

  RebuildSummary run(Set<Phase> phases, Consumer<String> listener) {
    progress.clear();
    return new RebuildJob(database, rehearsal)
        .run(
            request(phases),
            line -> {
              progress.add(line);
              listener.accept(line);
            });
  }

  private RebuildRequest request(Set<Phase> phases) {
    Catalog catalog = CatalogFile.read(folder, CatalogOverrides.none());
    return new RebuildRequest(catalog, folder, NOW, phases);
  }

  /** Returns what the last run told of its progress. */
  List<String> progress() {
    return List.copyOf(progress);
  }

  List<String> list(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  /**
   * Returns name, columns and digest of the ordered content of every table and view of a release.
   */
  List<String> digests(int release) {
    String schema = "camp_r" + release;
    List<String> tables =
        list(
            "SELECT relname::text FROM pg_class WHERE relkind IN ('r', 'v') AND relnamespace = '"
                + schema
                + "'::regnamespace ORDER BY 1");
    return tables.stream()
        .map(
            table ->
                table
                    + " "
                    + list(
                        "SELECT string_agg(attname || ' ' || atttypid::regtype, ', ' ORDER BY attnum)"
                            + " FROM pg_attribute WHERE attnum > 0 AND attrelid = '"
                            + schema
                            + "."
                            + table
                            + "'::regclass")
                    + list(
                        "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY"
                            + " t::text)), '') FROM "
                            + schema
                            + "."
                            + table
                            + " t"))
        .toList();
  }
}
