package tatami.searchbuild.fill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tatami.ingest.feed.ColumnType;
import tatami.searchbuild.catalog.Catalog;
import tatami.searchbuild.catalog.FilterDefinition;
import tatami.searchbuild.catalog.LayoutDefinition;
import tatami.searchbuild.catalog.OfferDefinition;
import tatami.searchbuild.catalog.PropertyDefinition;
import tatami.searchbuild.catalog.SqlText;
import tatami.searchbuild.encoding.ColumnValues;
import tatami.searchbuild.encoding.ColumnValues.Numbers;
import tatami.searchbuild.encoding.EncodedFilter;
import tatami.searchbuild.encoding.EncodingException;
import tatami.searchbuild.encoding.FilterEncoding;
import tatami.searchbuild.encoding.PlannedColumn;
import tatami.searchbuild.encoding.RowPlan;
import tatami.searchbuild.encoding.RowPlan.Planned;
import tatami.searchbuild.master.MasterRelation;
import tatami.searchbuild.numbering.NumberedRows;
import tatami.searchbuild.numbering.OfferNumbering.NumberedOffers;
import tatami.searchtable.codec.BitField;
import tatami.searchtable.codec.CodecException;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.GrainTable.KeyComponent;
import tatami.searchtable.description.GrainTable.ShowColumn;
import tatami.searchtable.description.GrainTable.ShowType;
import tatami.searchtable.description.GrainTable.SortLayout;
import tatami.searchtable.expression.NumberExpression;

/** Fills the search table of each grain, its dictionaries, its keys and its view of the masters. */
final class GrainFill {

  private final ReleaseSchema schema;
  private final ReleaseContent content;
  private final Catalog catalog;
  private final List<String> warnings;

  GrainFill(ReleaseSchema schema, ReleaseContent content, List<String> warnings) {
    this.schema = schema;
    this.content = content;
    this.catalog = content.catalog();
    this.warnings = warnings;
  }

  GrainTable fillProperties() throws SQLException {
    PropertyDefinition property = catalog.property();
    NumberedRows rows = content.properties();
    Filters filters = encode(property.filters(), rows);
    List<ColumnValues> values = new ArrayList<>(filters.values());
    content
        .ranks()
        .forEach(
            (name, ranks) ->
                values.add(
                    Numbers.measure("sort_" + name, rows.count(), row -> (long) ranks[row])));
    SearchTable filled = fillTable(property.name(), rows, values, property.layout());
    Planned row = filled.row();
    filters.index(new IndexFill(schema, filled.table(), row));
    List<SortLayout> sorts =
        content.ranks().keySet().stream()
            .map(name -> new SortLayout(name, "sort_" + name))
            .toList();
    Page page =
        new Page(property.name(), property.from(), List.of(), property.key(), property.show());
    fillKeys(page, rows);
    createPageView(page);
    return new GrainTable(
        property.name(),
        property.name(),
        rows.count(),
        page.view(),
        keyComponents(property.key()),
        filters.layouts(row),
        sorts,
        showColumns(property.show()));
  }

  /**
   * The offers' search table.
   *
   * @param table what the release says about it
   * @param row its codecs
   */
  record FilledOffers(GrainTable table, Planned row) {}

  FilledOffers fillOffers(List<ColumnValues> stayValues) throws SQLException {
    OfferDefinition offer = catalog.offer();
    NumberedOffers offers = content.offers();
    NumberedRows rows = offers.rows();
    Filters filters = encode(offer.filters(), rows);
    List<ColumnValues> values = new ArrayList<>();
    Numbers owners =
        Numbers.measure("property", rows.count(), row -> (long) offers.properties()[row]);
    values.add(owners);
    values.addAll(stayValues);
    values.addAll(filters.values());
    SearchTable filled = fillTable(offer.name(), rows, values, offer.layout());
    Planned row = filled.row();
    IndexFill indexes = new IndexFill(schema, filled.table(), row);
    indexes.decide(
        IndexFill.joined(owners),
        owners,
        "offers of the properties that pass, where these are few");
    filters.index(indexes);
    Page page =
        new Page(offer.name(), offer.from(), catalog.property().key(), offer.key(), offer.show());
    fillKeys(page, rows);
    createPageView(page);
    GrainTable table =
        new GrainTable(
            offer.name(),
            offer.name(),
            rows.count(),
            page.view(),
            keyComponents(offer.key()),
            filters.layouts(row),
            List.of(),
            showColumns(offer.show()));
    return new FilledOffers(table, row);
  }

  /** A search table that was filled, and its codecs. */
  private record SearchTable(LaidTable table, Planned row) {}

  /** Chooses codecs and column order, and fills a search table. */
  private SearchTable fillTable(
      String table, NumberedRows rows, List<ColumnValues> values, LayoutDefinition pins)
      throws SQLException {
    List<PlannedColumn> fixed = List.of(PlannedColumn.surrogate("id"));
    PinnedLayout pinned = new PinnedLayout(pins);
    Planned row;
    try {
      row =
          RowPlan.plan(
              pinned.apply(values),
              fixed,
              rows.count(),
              columns -> schema.rowBytes(columns, rows.count()));
    } catch (CodecException e) {
      throw new EncodingException(
          "table "
              + table
              + ": "
              + e.message(bad -> rows.describe(bad) + feedValues(rows, e.column(), bad)));
    }
    LaidTable laid =
        schema.fill(
            new PlannedTable(table, row.columns(), rows.count(), List.of("id"), pinned.first(row)));
    schema.createStatistics(table, fieldExpressions(row));
    return new SearchTable(laid, row);
  }

  /** The planner knows columns; of bits of a word it would guess. */
  private static List<String> fieldExpressions(Planned row) {
    return row.codecs().values().stream()
        .filter(BitField.class::isInstance)
        .map(field -> NumberExpression.cell((BitField) field, ""))
        .sorted()
        .toList();
  }

  /** Names what the feed says where a column holds codes or steps; empty for no filter's column. */
  private String feedValues(NumberedRows rows, String column, int row) {
    List<FilterDefinition> filters = new ArrayList<>(catalog.property().filters());
    if (catalog.offer() != null) {
      filters.addAll(catalog.offer().filters());
    }
    return filters.stream()
        .filter(filter -> column.equals("filter_" + filter.name()))
        .map(FilterDefinition::columns)
        .map(
            columns ->
                columns.stream()
                    .map(name -> name + "=" + rows.value(row, rows.position(name)))
                    .collect(Collectors.joining(", ", " (", ")")))
        .findFirst()
        .orElse("");
  }

  /** The filters of a grain, measured. */
  private record Filters(List<EncodedFilter> encoded) {

    List<ColumnValues> values() {
      return encoded.stream().flatMap(filter -> filter.values().stream()).toList();
    }

    void index(IndexFill indexes) throws SQLException {
      for (EncodedFilter filter : encoded) {
        for (int place = 0; place < filter.values().size(); place++) {
          Numbers numbers =
              filter.values().get(place) instanceof Numbers measured ? measured : null;
          indexes.decide(filter.searched().get(place), numbers, "filter \"" + filter.name() + '"');
        }
      }
    }

    List<FilterLayout> layouts(Planned row) {
      return encoded.stream().map(filter -> filter.layout().apply(row)).toList();
    }
  }

  private Filters encode(List<FilterDefinition> filters, NumberedRows rows) throws SQLException {
    List<EncodedFilter> encoded = new ArrayList<>();
    FilterEncoding encoding = new FilterEncoding(rows);
    for (FilterDefinition definition : filters) {
      if (definition instanceof FilterDefinition.Keyword keyword) {
        FilterLayout words = new WordsFill(schema, rows, keyword).fill();
        encoded.add(EncodedFilter.outside(words));
        continue;
      }
      EncodedFilter filter = encoding.encode(definition);
      encoded.add(filter);
      warnings.addAll(filter.warnings());
      if (filter.dictionaryTable() != null) {
        schema.fill(
            new PlannedTable(
                filter.dictionaryTable(),
                filter.dictionary(),
                filter.dictionaryRows(),
                List.of("code")));
      }
    }
    return new Filters(encoded);
  }

  /**
   * The master rows of a grain.
   *
   * @param grain its name
   * @param from the catalog's SQL
   * @param parentKey columns that identify the parent; empty for the property
   * @param key columns of the business key
   * @param show columns that are shown
   */
  private record Page(
      String grain, SqlText from, List<String> parentKey, List<String> key, List<String> show) {

    String view() {
      return grain + "_page";
    }

    String keyTable() {
      return GrainTable.keyTable(grain);
    }
  }

  /** Fills the table that leads from a surrogate to the business key. */
  private void fillKeys(Page page, NumberedRows rows) throws SQLException {
    List<PlannedColumn> columns = new ArrayList<>();
    columns.add(PlannedColumn.surrogate("_id"));
    addKeyColumns(columns, "_parent_", page.parentKey(), rows);
    addKeyColumns(columns, "_key_", page.key(), rows);
    schema.fill(new PlannedTable(page.keyTable(), columns, rows.count(), List.of("_id")));
  }

  private void addKeyColumns(
      List<PlannedColumn> columns, String prefix, List<String> key, NumberedRows rows) {
    for (int component = 0; component < key.size(); component++) {
      int position = rows.position(key.get(component));
      String name = prefix + (component + 1);
      if (isNumeric(key.get(component))) {
        columns.add(
            PlannedColumn.number(
                name,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                row -> ((Number) rows.value(row, position)).longValue()));
      } else {
        columns.add(PlannedColumn.text(name, row -> (String) rows.value(row, position)));
      }
    }
  }

  private void createPageView(Page page) throws SQLException {
    StringBuilder sql = new StringBuilder("CREATE VIEW " + schema.quoted(page.view()) + " AS\n");
    sql.append(new MasterRelation(content.versions().values(), page.from(), null).with());
    sql.append("SELECT\n  tatami_key._id");
    for (int component = 1; component <= page.key().size(); component++) {
      sql.append(",\n  tatami_key._key_").append(component);
    }
    for (String column : page.show()) {
      sql.append(",\n  ").append(ReleaseSchema.quote(column));
    }
    sql.append("\nFROM ").append(page.from().text());
    sql.append("\nJOIN ").append(schema.quoted(page.keyTable())).append(" AS tatami_key\n  ON ");
    List<String> conditions = new ArrayList<>();
    addKeyConditions(conditions, "_parent_", page.parentKey());
    addKeyConditions(conditions, "_key_", page.key());
    schema.execute(sql.append(String.join("\n  AND ", conditions)).toString());
  }

  private static void addKeyConditions(List<String> conditions, String prefix, List<String> key) {
    for (int component = 0; component < key.size(); component++) {
      conditions.add(
          "tatami_key."
              + prefix
              + (component + 1)
              + " = "
              + ReleaseSchema.quote(key.get(component)));
    }
  }

  private List<KeyComponent> keyComponents(List<String> key) {
    return key.stream().map(name -> new KeyComponent(name, isNumeric(name))).toList();
  }

  private boolean isNumeric(String column) {
    ColumnType type = catalog.columnType(column);
    return type == ColumnType.INTEGER || type == ColumnType.BIGINT;
  }

  private List<ShowColumn> showColumns(List<String> columns) {
    return columns.stream().map(name -> new ShowColumn(name, showType(name))).toList();
  }

  private ShowType showType(String column) {
    return switch (catalog.columnType(column)) {
      case TEXT, TIME, TIME_ZONE, CURRENCY -> ShowType.TEXT;
      case INTEGER, BIGINT, NUMERIC, MONEY, PATTERN -> ShowType.NUMBER;
      case BOOLEAN -> ShowType.BOOLEAN;
      case DATE -> ShowType.DATE;
      case TEXT_LIST -> ShowType.TEXT_LIST;
    };
  }
}
