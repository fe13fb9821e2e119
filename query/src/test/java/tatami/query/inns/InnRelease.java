package tatami.query.inns;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import tatami.searchtable.calendar.OwnDays;
import tatami.searchtable.codec.ColumnCodec;
import tatami.searchtable.codec.IntegerWidth;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.codec.TagCodec;
import tatami.searchtable.description.CubeShapes;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.GrainTable.KeyComponent;
import tatami.searchtable.description.GrainTable.ShowColumn;
import tatami.searchtable.description.GrainTable.ShowType;
import tatami.searchtable.description.GrainTable.SortLayout;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.ReleaseDescription.CurrencyUnit;
import tatami.searchtable.description.ReleaseDescription.Horizon;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.NightRules;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.PriceModel;
import tatami.searchtable.description.StayLayout.PriceTable;
import tatami.searchtable.description.StayLayout.StayLimit;
import tatami.searchtable.description.StayLayout.Window;
import tatami.searchtable.manifest.BlockSum;
import tatami.searchtable.manifest.ManifestEntry;
import tatami.searchtable.words.FoldedText;
import tatami.searchtable.words.Grams;
import tools.jackson.databind.json.JsonMapper;

/** Writes inns into a release, as a builder would. */
public final class InnRelease {

  private static final OwnDays STOCK = new OwnDays(1);
  private static final Instant DATA_AS_OF = Instant.parse("2026-08-24T22:00:00Z");

  private final Connection connection;
  private final InnCatalog catalog;
  private final String schema;
  private final InnCodecs codecs;
  private final InnCalendars calendars;
  private final CalendarTables tables;
  private final Map<String, BlockSum> sums = new LinkedHashMap<>();
  private final List<String> areas;
  private final List<String> kinds;
  private final List<String> amenities;
  private final List<String> meals;
  private final List<String> themes;
  private final List<String> tags;

  private InnRelease(
      Connection connection, InnCatalog catalog, String schema, InnCalendars calendars) {
    this.calendars = calendars;
    this.connection = connection;
    this.catalog = catalog;
    this.schema = schema;
    tables = new CalendarTables(catalog.nights());
    codecs = new InnCodecs(catalog.inns().hashCode());
    areas = List.copyOf(catalog.nodes(catalog.inns().stream().map(Inn::area)));
    kinds = List.copyOf(catalog.ofInns(inn -> Stream.ofNullable(inn.kind())));
    amenities = List.copyOf(catalog.ofInns(inn -> inn.amenities().stream()));
    Stream<InnOffer> offers = catalog.inns().stream().flatMap(inn -> inn.offers().stream());
    themes = List.copyOf(catalog.nodes(offers.map(InnOffer::theme)));
    meals = List.copyOf(catalog.ofOffers(offer -> Stream.ofNullable(offer.meal())));
    tags = List.copyOf(catalog.ofOffers(offer -> offer.tags().stream()));
  }

  /** Makes the control table and its view, as the builder's migrations do. */
  public static void createControlTables(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection
          .createStatement()
          .execute(
              """
              CREATE SCHEMA tatami;
              CREATE TABLE tatami.release (catalog text, release int4, live bool,
                built_at timestamptz, description text);
              CREATE VIEW tatami.served_v1_release AS TABLE tatami.release
              """);
    }
  }

  /** Writes a release and makes it the live one. */
  public static void publish(DataSource dataSource, String name, int number, InnCatalog catalog)
      throws SQLException {
    publish(dataSource, name, number, catalog, InnCalendars.OWN);
  }

  /** Writes a release with some codecs and makes it the live one. */
  public static void publish(
      DataSource dataSource, String name, int number, InnCatalog catalog, InnCalendars calendars)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      String schema = name + "_r" + number;
      InnRelease release = new InnRelease(connection, catalog, schema, calendars);
      release.write();
      register(connection, name, number, release.describe(name));
    }
  }

  /** Registers a described release and makes it the live one. */
  public static void register(
      Connection connection, String name, int number, ReleaseDescription description)
      throws SQLException {
    try (PreparedStatement demote =
        connection.prepareStatement("UPDATE tatami.release SET live = FALSE WHERE catalog = ?")) {
      demote.setString(1, name);
      demote.execute();
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO tatami.release VALUES (?, ?, TRUE, now(), ?)")) {
      insert.setString(1, name);
      insert.setInt(2, number);
      insert.setString(3, JsonMapper.builder().build().writeValueAsString(description));
      insert.execute();
    }
  }

  private void write() throws SQLException {
    connection.createStatement().execute("CREATE SCHEMA " + schema);
    writePaths("dictionary_area", areas);
    writeValues("dictionary_kind", kinds);
    writeValues("dictionary_amenity", amenities);
    writeValues("dictionary_meal", meals);
    writePaths("dictionary_theme", themes);
    writeValues("dictionary_tag", tags);
    writeInns();
    writeOffers();
    tables.add("stock", STOCK, catalog.stocks().size());
    for (int room = 0; room < catalog.stocks().size(); room++) {
      tables.put("stock", room, STOCK, catalog.stocks().get(room));
    }
    writeCalendars();
    writeManifest();
    connection.createStatement().execute("ANALYZE");
  }

  private void writePaths(String table, List<String> nodes) throws SQLException {
    create(table, "code int4 PRIMARY KEY, value text, last_code int4");
    for (int code = 0; code < nodes.size(); code++) {
      String node = nodes.get(code);
      int last = code;
      while (last + 1 < nodes.size() && nodes.get(last + 1).startsWith(node + "/")) {
        last++;
      }
      insert(table, code, node, last);
    }
  }

  private void writeValues(String table, List<String> values) throws SQLException {
    create(table, "code int4 PRIMARY KEY, value text");
    for (int code = 0; code < values.size(); code++) {
      insert(table, code, values.get(code));
    }
  }

  private void writeInns() throws SQLException {
    create(
        "inn",
        "id int4 PRIMARY KEY, sort_popular int4 NOT NULL, "
            + ddl(area(), kind(), amenity(), rating(), latitude(), longitude()));
    create("words_words", "id int4 PRIMARY KEY, grams int4[] NOT NULL, text_1 text, text_2 text");
    create(
        "inn_page",
        "_id int4, _key_1 text, name text, rating numeric, open bool, since date, facilities text[]");
    create("inn_key", "_id int4, _key_1 text");
    List<Inn> byPopularity = new ArrayList<>(catalog.inns());
    byPopularity.sort((left, right) -> Integer.compare(right.popularity(), left.popularity()));
    for (int id = 0; id < catalog.inns().size(); id++) {
      Inn inn = catalog.inns().get(id);
      List<Object> row = new ArrayList<>(List.of(id, byPopularity.indexOf(inn)));
      row.addAll(fields(area(), code(areas, inn.area())));
      row.addAll(fields(kind(), code(kinds, inn.kind())));
      row.addAll(fields(amenity(), codes(amenities, inn.amenities())));
      row.addAll(fields(rating(), steps(inn.rating())));
      row.addAll(fields(latitude(), inn.spot() == null ? null : (long) inn.spot().latitude()));
      row.addAll(fields(longitude(), inn.spot() == null ? null : (long) inn.spot().longitude()));
      insert("inn", row.toArray());
      List<String> texts =
          List.of(
              FoldedText.of("Inn " + inn.code()),
              inn.kind() == null ? "" : FoldedText.of(inn.kind()));
      insert("words_words", id, Grams.ofTexts(texts), texts.get(0), texts.get(1));
      insert("inn_key", id, inn.code());
      insert(
          "inn_page",
          id,
          inn.code(),
          "Inn " + inn.code(),
          inn.rating(),
          true,
          java.sql.Date.valueOf("2001-02-03"),
          inn.amenities().toArray(String[]::new));
    }
  }

  private void writeOffers() throws SQLException {
    create(
        "offer",
        "id int4 PRIMARY KEY, property int4 NOT NULL, stock int4 NOT NULL, "
            + ddl(meal(), theme(), tag(), floor())
            + ", "
            + ddl(day("sale_from"), day("sale_to"), day("stay_from"), day("stay_to"))
            + ", "
            + ddl(rule("minimum_heads"), rule("maximum_heads"))
            + ", "
            + ddl(rule("minimum_stay"), rule("maximum_stay")));
    create("offer_page", "_id int4, _key_1 text, _key_2 text, plan_name text");
    for (int occupancy : InnCatalog.OCCUPANCIES) {
      tables.add("price_" + occupancy, calendars.price(), countOffers());
    }
    tables.add("minimum_stay_cells", calendars.limit(), countOffers());
    int id = 0;
    for (int property = 0; property < catalog.inns().size(); property++) {
      for (InnOffer offer : catalog.inns().get(property).offers()) {
        writeOffer(id++, property, offer);
      }
    }
  }

  private void writeOffer(int id, int property, InnOffer offer) throws SQLException {
    InnOffer.Rules rules = offer.rules();
    List<Object> row = new ArrayList<>(List.of(id, property, offer.room()));
    row.addAll(fields(meal(), code(meals, offer.meal())));
    row.addAll(fields(theme(), code(themes, offer.theme())));
    row.addAll(fields(tag(), codes(tags, offer.tags())));
    row.addAll(fields(floor(), steps(offer.floor())));
    row.addAll(fields(day("sale_from"), dayNumber(rules.saleFrom())));
    row.addAll(fields(day("sale_to"), dayNumber(rules.saleTo())));
    row.addAll(fields(day("stay_from"), dayNumber(rules.stayFrom())));
    row.addAll(fields(day("stay_to"), dayNumber(rules.stayTo())));
    row.addAll(fields(rule("minimum_heads"), number(rules.minimumHeads())));
    row.addAll(fields(rule("maximum_heads"), number(rules.maximumHeads())));
    row.addAll(fields(rule("minimum_stay"), number(rules.minimumStay())));
    row.addAll(fields(rule("maximum_stay"), number(rules.maximumStay())));
    insert("offer", row.toArray());
    insert("offer_page", id, offer.plan(), "r" + offer.room(), "Plan " + offer.plan());
    for (Map.Entry<Integer, List<Integer>> price : offer.prices().entrySet()) {
      tables.put("price_" + price.getKey(), id, calendars.price(), price.getValue());
    }
    if (rules.minimumStayCells() != null) {
      tables.put("minimum_stay_cells", id, calendars.limit(), rules.minimumStayCells());
    }
  }

  private int countOffers() {
    return catalog.inns().stream().mapToInt(inn -> inn.offers().size()).sum();
  }

  private void writeCalendars() throws SQLException {
    tables.write(
        new CalendarTables.TableWriter<SQLException>() {
          @Override
          public void create(String table) throws SQLException {
            InnRelease.this.create(
                table, "plane int2, block int4, cells bytea, PRIMARY KEY (plane, block)");
            sums.put(table, new BlockSum());
          }

          @Override
          public void insert(String table, int plane, int block, byte[] cells) throws SQLException {
            InnRelease.this.insert(table, plane, block, cells);
            sums.get(table).add(plane, block, cells, 0, cells.length);
          }
        });
  }

  /** Calendars as they were written, and the other tables that a search reads. */
  private void writeManifest() throws SQLException {
    create(
        ManifestEntry.TABLE,
        "table_name text PRIMARY KEY, form text, row_count int8, byte_count int8, checksum int8");
    for (Map.Entry<String, BlockSum> sum : sums.entrySet()) {
      ManifestEntry entry = sum.getValue().entry(sum.getKey());
      insert(
          ManifestEntry.TABLE,
          entry.table(),
          "blocks",
          entry.rows(),
          entry.bytes(),
          entry.checksum());
    }
    for (String table : List.of("inn", "offer", "words_words", "dictionary_area")) {
      connection
          .createStatement()
          .execute(
              "INSERT INTO %s.%s SELECT '%s', 'rows', summary.* FROM (%s) summary"
                  .formatted(
                      schema,
                      ManifestEntry.TABLE,
                      table,
                      ManifestEntry.rowSummary(schema + "." + table)));
    }
  }

  private void create(String table, String columns) throws SQLException {
    connection
        .createStatement()
        .execute("CREATE TABLE " + schema + "." + table + " (" + columns + ")");
  }

  private void insert(String table, Object... values) throws SQLException {
    String places = String.join(", ", java.util.Collections.nCopies(values.length, "?"));
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO " + schema + "." + table + " VALUES (" + places + ")")) {
      for (int index = 0; index < values.length; index++) {
        statement.setObject(index + 1, values[index]);
      }
      statement.execute();
    }
  }

  private static String ddl(ColumnCodec<?>... codecs) {
    return Stream.of(codecs).map(InnCodecs::ddl).collect(Collectors.joining(", "));
  }

  private static <V> List<Object> fields(ColumnCodec<V> codec, V value) {
    return InnCodecs.fields(codec, value);
  }

  private NumberCodec area() {
    return codecs.small("filter_area");
  }

  private NumberCodec kind() {
    return codecs.small("filter_kind");
  }

  private TagCodec amenity() {
    return codecs.tags("filter_amenity", amenities.size());
  }

  private NumberCodec rating() {
    return codecs.number("filter_rating", IntegerWidth.INT8);
  }

  private NumberCodec latitude() {
    return codecs.number("filter_spot_latitude", IntegerWidth.INT4);
  }

  private NumberCodec longitude() {
    return codecs.number("filter_spot_longitude", IntegerWidth.INT4);
  }

  private NumberCodec meal() {
    return codecs.small("filter_meal");
  }

  private NumberCodec theme() {
    return codecs.small("filter_theme");
  }

  private TagCodec tag() {
    return codecs.tags("filter_tag", tags.size());
  }

  private NumberCodec floor() {
    return codecs.number("filter_floor", IntegerWidth.INT8);
  }

  private NumberCodec day(String column) {
    return codecs.number(column, IntegerWidth.INT2);
  }

  private NumberCodec rule(String column) {
    return codecs.small(column);
  }

  private static Long dayNumber(LocalDate day) {
    return day == null ? null : Window.dayNumber(day);
  }

  private static Long number(Integer value) {
    return value == null ? null : Long.valueOf(value);
  }

  private static Long code(List<String> dictionary, String value) {
    return value == null ? null : (long) dictionary.indexOf(value);
  }

  private static int[] codes(List<String> dictionary, Collection<String> values) {
    return values.stream().mapToInt(dictionary::indexOf).sorted().toArray();
  }

  private static Long steps(BigDecimal value) {
    return value == null ? null : value.divide(InnCatalog.STEP).longValueExact();
  }

  private ReleaseDescription describe(String name) {
    List<PriceTable> prices =
        InnCatalog.OCCUPANCIES.stream()
            .map(
                occupancy ->
                    new PriceTable(occupancy, "adult", "price_" + occupancy, calendars.price(), 1))
            .toList();
    OfferRules rules =
        new OfferRules(
            new Window(day("sale_from"), day("sale_to")),
            new Window(day("stay_from"), day("stay_to")),
            rule("minimum_heads"),
            rule("maximum_heads"),
            new StayLimit(rule("minimum_stay"), "minimum_stay_cells", calendars.limit()),
            new StayLimit(rule("maximum_stay"), null, null),
            null,
            null,
            NightRules.NONE,
            null,
            null,
            null,
            null);
    return new ReleaseDescription(
        ReleaseDescription.CURRENT_FORMAT,
        name,
        schema,
        "Asia/Tokyo",
        new CurrencyUnit("JPY", 0),
        new Horizon(catalog.firstNight(), catalog.nights()),
        30,
        describeInns(),
        describeOffers(),
        new StayLayout(
            "stock",
            STOCK,
            PriceModel.PER_PERSON,
            prices,
            rules,
            List.of(),
            List.of(),
            List.of(),
            new CubeShapes(List.of(2, 1), 3)),
        Map.of("stock", DATA_AS_OF, "price", DATA_AS_OF.minusSeconds(3600)));
  }

  private GrainTable describeInns() {
    return new GrainTable(
        "inn",
        "inn",
        catalog.inns().size(),
        "inn_page",
        List.of(new KeyComponent("code", false)),
        List.of(
            new FilterLayout.Path("area", area(), "dictionary_area"),
            new FilterLayout.Category("kind", kind(), "dictionary_kind"),
            new FilterLayout.Tags("amenity", amenity(), "dictionary_amenity"),
            new FilterLayout.Number(
                "rating",
                rating(),
                InnCatalog.STEP,
                bounds(catalog.ofInns(inn -> Stream.ofNullable(inn.rating())))),
            new FilterLayout.Point("spot", latitude(), longitude()),
            new FilterLayout.Keyword("words", "words_words", 2)),
        List.of(new SortLayout("popular", "sort_popular")),
        List.of(
            new ShowColumn("name", ShowType.TEXT),
            new ShowColumn("rating", ShowType.NUMBER),
            new ShowColumn("open", ShowType.BOOLEAN),
            new ShowColumn("since", ShowType.DATE),
            new ShowColumn("facilities", ShowType.TEXT_LIST)));
  }

  private GrainTable describeOffers() {
    return new GrainTable(
        "offer",
        "offer",
        countOffers(),
        "offer_page",
        List.of(new KeyComponent("plan", false), new KeyComponent("room", false)),
        List.of(
            new FilterLayout.Category("meal", meal(), "dictionary_meal"),
            new FilterLayout.Path("theme", theme(), "dictionary_theme"),
            new FilterLayout.Tags("tag", tag(), "dictionary_tag"),
            new FilterLayout.Number(
                "floor",
                floor(),
                InnCatalog.STEP,
                bounds(catalog.ofOffers(offer -> Stream.ofNullable(offer.floor()))))),
        List.of(),
        List.of(new ShowColumn("plan_name", ShowType.TEXT)));
  }

  private static List<BigDecimal> bounds(TreeSet<BigDecimal> values) {
    return values.isEmpty() ? List.of() : List.of(values.first(), values.last());
  }
}
