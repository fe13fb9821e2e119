package tatami.benchmarks.layout;

import static tatami.benchmarks.scratch.ScratchDatabase.quoted;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tatami.benchmarks.layout.LayoutResult.TableForm;
import tatami.benchmarks.scratch.ScratchDatabase;
import tatami.searchbuild.catalog.StayDefinition;
import tatami.searchtable.calendar.SharedDays;
import tatami.searchtable.description.ReleaseDescription;

/** Measures tables of every form: rows, bytes a row, bytes on disk. */
final class TableSizes {

  /** Free space and visibility maps are left out: they are the same for all. */
  private static final String SIZES =
      """
      SELECT pg_relation_size(oid)
          + COALESCE(pg_relation_size(NULLIF(reltoastrelid, 0)), 0) AS heap,
        pg_indexes_size(oid) AS indexes
      FROM pg_class WHERE oid = CAST(? AS regclass)
      """;

  private final ScratchDatabase database;
  private final PlainTables plain;
  private final IntegerTables integers;
  private final ReleaseDescription release;

  TableSizes(
      ScratchDatabase database,
      PlainTables plain,
      IntegerTables integers,
      ReleaseDescription release) {
    this.database = database;
    this.plain = plain;
    this.integers = integers;
    this.release = release;
  }

  List<TableForm> measure() throws SQLException {
    List<TableForm> forms = new ArrayList<>();
    StayDefinition stay = plain.catalog().offer().stay();
    String stockFeed = stay.stock().feed();
    String priceFeed = stay.price().amount().feed();
    forms.add(measure("plain", "property", List.of(PlainTables.property())));
    forms.add(measure("plain", "offer", List.of(PlainTables.offer())));
    forms.add(measure("plain", "price", List.of(PlainTables.feed(priceFeed))));
    if (!stockFeed.equals(priceFeed)) {
      forms.add(measure("plain", "stock", List.of(PlainTables.feed(stockFeed))));
    }
    for (String form : List.of("integers_declared", "integers")) {
      forms.add(measure(form, "property", List.of(form + ".property")));
      forms.add(measure(form, "offer", List.of(form + ".offer")));
      forms.add(measure(form, "price", integers.priceTables()));
      forms.add(measure(form, "stock", List.of("integers.stock")));
      forms.add(measure(form, "names", names()));
    }
    for (String form : List.of("codecs_declared", "codecs")) {
      boolean isRelease = form.equals("codecs");
      forms.add(measure(form, "property", of(isRelease, form, release.property().table())));
      forms.add(measure(form, "offer", of(isRelease, form, release.offer().table())));
      forms.add(measure(form, "price", prices()));
      forms.add(measure(form, "stock", List.of(released(release.stay().stockTable()))));
      forms.add(measure(form, "names", names()));
    }
    return forms;
  }

  private List<String> of(boolean isRelease, String form, String table) {
    boolean isProperty = table.equals(release.property().table());
    return List.of(isRelease ? released(table) : form + (isProperty ? ".property" : ".offer"));
  }

  /** Lists the tables with prices, and the calendars that they share. */
  private List<String> prices() {
    return release.stay().prices().stream()
        .flatMap(
            price ->
                price.cells() instanceof SharedDays shared
                    ? Stream.of(price.table(), shared.table())
                    : Stream.of(price.table()))
        .distinct()
        .map(this::released)
        .toList();
  }

  /** Lists what is neither searched nor counted elsewhere: dictionaries and keys. */
  private List<String> names() throws SQLException {
    return database
        .list(
            """
            SELECT tablename FROM pg_tables
            WHERE schemaname = ? AND (tablename LIKE '%\\_dictionary' OR tablename LIKE '%\\_key')
            ORDER BY tablename
            """,
            List.of(release.schema()), row -> row.getString(1))
        .stream()
        .map(this::released)
        .toList();
  }

  private String released(String table) {
    return quoted(release.schema()) + "." + quoted(table);
  }

  TableForm measure(String form, String name, List<String> tables) throws SQLException {
    long rows = 0;
    double rowBytes = 0;
    long heap = 0;
    long indexes = 0;
    for (String table : tables) {
      double[] figures =
          database
              .list(
                  "SELECT count(*), COALESCE(sum(pg_column_size(source.*)), 0) FROM "
                      + table
                      + " AS source",
                  List.of(),
                  row -> new double[] {row.getDouble(1), row.getDouble(2)})
              .get(0);
      long[] sizes =
          database
              .list(SIZES, List.of(table), row -> new long[] {row.getLong(1), row.getLong(2)})
              .get(0);
      rows += (long) figures[0];
      rowBytes += figures[1];
      heap += sizes[0];
      indexes += sizes[1];
    }
    return new TableForm(form, name, rows, rowBytes / Math.max(1, rows), heap, heap + indexes);
  }
}
