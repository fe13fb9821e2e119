package tatami.benchmarks.layout;

import static tatami.benchmarks.scratch.ScratchDatabase.quoted;

import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tatami.benchmarks.scratch.ScratchDatabase;
import tatami.searchbuild.catalog.FilterDefinition;
import tatami.searchbuild.catalog.StayDefinition;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.catalog.StayDefinition.ColumnPair;
import tatami.searchbuild.catalog.StayDefinition.PriceDefinition;
import tatami.searchbuild.catalog.StayDefinition.StayLimitDefinition;
import tatami.searchtable.codec.CodecColumn;
import tatami.searchtable.codec.ColumnCodec;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.PriceTable;
import tatami.searchtable.description.StayLayout.StayLimit;
import tatami.searchtable.description.StayLayout.Window;
import tatami.searchtable.layout.ColumnOrder;
import tatami.searchtable.layout.TableColumn;

/**
 * The plain tables with numbers in place of keys and values, each an {@code int4}, a {@code date}
 * or an array of {@code int4}, NULL where absent; in the catalog's order and in the order of {@link
 * ColumnOrder}. And the release's own columns in the catalog's order.
 */
final class IntegerTables {

  private static final String DECLARED = "integers_declared";
  private static final String EMITTED = "integers";
  private static final String RELEASE_AS_DECLARED = "codecs_declared";

  private final ScratchDatabase database;
  private final PlainTables plain;
  private final PlainColumns columns;
  private final ReleaseDescription release;

  IntegerTables(ScratchDatabase database, PlainTables plain, ReleaseDescription release) {
    this.database = database;
    this.plain = plain;
    this.columns = plain.columns();
    this.release = release;
  }

  void create() throws SQLException {
    for (String schema : List.of(DECLARED, EMITTED, RELEASE_AS_DECLARED)) {
      database.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
      database.execute("CREATE SCHEMA " + schema);
    }
    createIdentifiers();
    createProperty();
    createOffer();
    emit("property", "id");
    emit("offer", "id");
    createStock();
    createPrices();
    createReleaseAsDeclared();
    database.execute("VACUUM (ANALYZE)");
  }

  /** Numbers properties, offers and stock by their keys. */
  private void createIdentifiers() throws SQLException {
    database.execute("DROP TABLE IF EXISTS plain.property_id, plain.offer_id");
    database.execute(
        "CREATE TABLE plain.property_id AS SELECT "
            + quoted("", plain.catalog().property().key())
            + ", (row_number() OVER (ORDER BY "
            + quoted("", plain.catalog().property().key())
            + ") - 1)::int4 AS _id FROM "
            + PlainTables.property());
    database.execute(
        "CREATE TABLE plain.offer_id AS SELECT offer.*, property._id AS _property, (row_number() OVER"
            + " (ORDER BY "
            + quoted("offer.", columns.offerKey())
            + ") - 1)::int4 AS _id, (dense_rank() OVER (ORDER BY "
            + quoted("offer.", columns.joinKey(stockFeed()))
            + ") - 1)::int4 AS _stock FROM "
            + PlainTables.offer()
            + " AS offer JOIN plain.property_id AS property USING ("
            + quoted("", plain.catalog().property().key())
            + ")");
  }

  private String stockFeed() {
    return plain.catalog().offer().stay().stock().feed();
  }

  private void createProperty() throws SQLException {
    List<String> fields = new ArrayList<>(List.of("_id AS id"));
    plain.catalog().property().filters().forEach(filter -> addFilter(filter, fields));
    columns
        .otherSorts()
        .forEach(
            sort ->
                fields.add(
                    "(row_number() OVER (ORDER BY _id) - 1)::int4 AS "
                        + quoted("sort_" + sort.name())));
    String key = quoted("", plain.catalog().property().key());
    create(
        "property",
        fields,
        PlainTables.property() + " AS source JOIN plain.property_id USING (" + key + ")");
  }

  private void createOffer() throws SQLException {
    List<String> fields =
        new ArrayList<>(List.of("_id AS id", "_property AS property", "_stock AS stock"));
    plain.catalog().offer().filters().forEach(filter -> addFilter(filter, fields));
    StayDefinition stay = plain.catalog().offer().stay();
    Set<String> rules = new LinkedHashSet<>();
    for (ColumnPair window : PlainColumns.windows(stay).toList()) {
      Stream.of(window.from(), window.to()).filter(Objects::nonNull).forEach(rules::add);
    }
    if (stay.price() instanceof PriceDefinition.PerUnit unit && unit.capacity() != null) {
      rules.add(unit.capacity());
    }
    PlainColumns.limits(stay)
        .map(StayLimitDefinition::column)
        .filter(Objects::nonNull)
        .forEach(rules::add);
    rules.forEach(rule -> fields.add("source." + quoted(rule) + " AS " + quoted("rule_" + rule)));
    create("offer", fields, "plain.offer_id AS source");
  }

  private void create(String table, List<String> fields, String from) throws SQLException {
    database.execute(
        "CREATE TABLE "
            + DECLARED
            + "."
            + table
            + " AS SELECT "
            + String.join(",\n", fields)
            + "\nFROM "
            + from
            + " ORDER BY _id");
    addKey(DECLARED, table, "id");
  }

  private void addKey(String schema, String table, String column) throws SQLException {
    database.execute("ALTER TABLE " + schema + "." + table + " ADD PRIMARY KEY (" + column + ")");
  }

  private void addFilter(FilterDefinition filter, List<String> fields) {
    String name = quoted("filter_" + filter.name());
    if (filter instanceof FilterDefinition.Path || filter instanceof FilterDefinition.Category) {
      fields.add(
          "(dense_rank() OVER (ORDER BY "
              + quoted("source.", filter.columns())
              + ") - 1)::int4 AS "
              + name);
    } else if (filter instanceof FilterDefinition.Tags tags) {
      fields.add(tagCodes(tags.column(), filter.name()) + " AS " + name);
    } else if (filter instanceof FilterDefinition.Number number) {
      fields.add(
          "(source."
              + quoted(number.column())
              + " / "
              + step(filter.name())
              + ")::int4 AS "
              + name);
    } else if (filter instanceof FilterDefinition.Point point) {
      for (String degree : point.columns()) {
        fields.add(
            "round(source."
                + quoted(degree)
                + " * 10000000)::int4 AS "
                + quoted("filter_" + filter.name() + "_" + degree));
      }
    }
  }

  /** Any numbers from 0 would do; these are the release's own. */
  private String tagCodes(String column, String filter) {
    FilterLayout.Tags layout = (FilterLayout.Tags) release.findFilter(filter).orElseThrow();
    return "ARRAY(SELECT entry.code FROM "
        + quoted(release.schema())
        + "."
        + quoted(layout.dictionary())
        + " AS entry WHERE entry.value = ANY (source."
        + quoted(column)
        + ") ORDER BY entry.code)::int4[]";
  }

  private String step(String filter) {
    FilterLayout.Number number = (FilterLayout.Number) release.findFilter(filter).orElseThrow();
    return number.step().toPlainString();
  }

  /** Copies a declared table with its columns in the order that wastes the least. */
  private void emit(String table, String key) throws SQLException {
    List<TableColumn> declared =
        database.list(
            """
            SELECT attname, format_type(atttypid, NULL), attlen::int4,
              CASE attalign WHEN 'd' THEN 8 WHEN 'i' THEN 4 WHEN 's' THEN 2 ELSE 1 END, NOT attnotnull
            FROM pg_attribute
            WHERE attrelid = CAST(? AS regclass) AND attnum > 0 AND NOT attisdropped
            ORDER BY attnum
            """,
            List.of(DECLARED + "." + table),
            row ->
                new TableColumn(
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getBoolean(5)));
    List<String> emitted = ColumnOrder.plan(declared).stream().map(TableColumn::name).toList();
    database.execute(
        "CREATE TABLE "
            + EMITTED
            + "."
            + table
            + " AS SELECT "
            + quoted("", emitted)
            + " FROM "
            + DECLARED
            + "."
            + table
            + " ORDER BY "
            + key);
    addKey(EMITTED, table, key);
  }

  private void createStock() throws SQLException {
    CalendarValue stock = plain.catalog().offer().stay().stock();
    createCells(
        "stock",
        "SELECT DISTINCT ON (offer._stock) offer._stock AS id, " + cells(stock),
        stock,
        "ORDER BY offer._stock");
    addKey(EMITTED, "stock", "id");
  }

  private void createPrices() throws SQLException {
    PriceDefinition price = plain.catalog().offer().stay().price();
    int number = 0;
    for (PriceTable table : release.stay().prices()) {
      String which = "ORDER BY offer._id";
      if (price instanceof PriceDefinition.PerPerson person) {
        which =
            "WHERE calendar."
                + quoted(person.occupancy())
                + " = "
                + table.occupancy()
                + " AND calendar."
                + quoted(person.personClass())
                + " = '"
                + table.personClass()
                + "' "
                + which;
      }
      String name = "price_" + ++number;
      createCells(
          name, "SELECT offer._id AS offer, " + cells(price.amount()), price.amount(), which);
      addKey(EMITTED, name, "offer");
    }
  }

  private String cells(CalendarValue value) {
    int first =
        (int) ChronoUnit.DAYS.between(plain.firstDay(value), release.horizon().firstNight()) + 1;
    int last = first + release.horizon().nights() - 1;
    return "calendar." + quoted(value.value()) + "[" + first + ":" + last + "]::int4[] AS cells";
  }

  private void createCells(String table, String select, CalendarValue value, String which)
      throws SQLException {
    database.execute(
        "CREATE TABLE "
            + EMITTED
            + "."
            + table
            + " AS "
            + select
            + " FROM plain.offer_id AS offer JOIN "
            + PlainTables.feed(value.feed())
            + " AS calendar USING ("
            + quoted("", columns.joinKey(value.feed()))
            + ") "
            + which);
  }

  private void createReleaseAsDeclared() throws SQLException {
    List<String> property = new ArrayList<>(List.of("id"));
    property.addAll(declaredColumns(release.property()));
    List<String> offer = new ArrayList<>(List.of("id", "property", "stock"));
    offer.addAll(declaredColumns(release.offer()));
    ruleCodecs(release.stay().rules()).forEach(codec -> offer.add(codec.column()));
    copyRelease(release.property(), property, "property");
    copyRelease(release.offer(), offer, "offer");
  }

  private void copyRelease(GrainTable grain, List<String> names, String table) throws SQLException {
    database.execute(
        "CREATE TABLE "
            + RELEASE_AS_DECLARED
            + "."
            + table
            + " AS SELECT "
            + quoted("", new LinkedHashSet<>(names))
            + " FROM "
            + quoted(release.schema())
            + "."
            + quoted(grain.table())
            + " ORDER BY id");
    addKey(RELEASE_AS_DECLARED, table, "id");
  }

  private static List<String> declaredColumns(GrainTable grain) {
    List<String> names = new ArrayList<>();
    for (FilterLayout filter : grain.filters()) {
      codecs(filter)
          .forEach(codec -> codec.columns().stream().map(CodecColumn::name).forEach(names::add));
    }
    grain.sorts().forEach(sort -> names.add(sort.column()));
    return names;
  }

  private static List<ColumnCodec<?>> codecs(FilterLayout filter) {
    if (filter instanceof FilterLayout.Path path) {
      return List.of(path.codec());
    }
    if (filter instanceof FilterLayout.Category category) {
      return List.of(category.codec());
    }
    if (filter instanceof FilterLayout.Tags tags) {
      return List.of(tags.codec());
    }
    if (filter instanceof FilterLayout.Number number) {
      return List.of(number.codec());
    }
    return filter instanceof FilterLayout.Point point
        ? List.of(point.latitude(), point.longitude())
        : List.of();
  }

  private static List<NumberCodec> ruleCodecs(OfferRules rules) {
    Stream<NumberCodec> windows =
        Stream.of(rules.saleWindow(), rules.stayWindow())
            .filter(Objects::nonNull)
            .flatMap((Window window) -> Stream.of(window.from(), window.to()));
    Stream<NumberCodec> limits =
        Stream.of(rules.minimumStay(), rules.maximumStay())
            .filter(Objects::nonNull)
            .map(StayLimit::codec)
            .filter(Objects::nonNull);
    Stream<NumberCodec> heads =
        Stream.of(rules.minimumHeads(), rules.maximumHeads()).filter(Objects::nonNull);
    return Stream.of(windows, heads, limits).flatMap(codecs -> codecs).toList();
  }

  /** Lists the tables with prices. */
  List<String> priceTables() {
    return IntStream.rangeClosed(1, release.stay().prices().size())
        .mapToObj(number -> EMITTED + ".price_" + number)
        .toList();
  }
}
