package tatami.benchmarks.layout;

import static tatami.benchmarks.scratch.ScratchDatabase.quoted;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tatami.ingest.feed.ColumnType;
import tatami.searchbuild.catalog.SortDefinition.SortKey;
import tatami.searchbuild.catalog.StayDefinition;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.catalog.StayDefinition.ColumnPair;
import tatami.searchbuild.catalog.StayDefinition.PriceDefinition;
import tatami.searchbuild.catalog.StayDefinition.StayLimitDefinition;

/**
 * The one statement that asks plain tables a search, as a person would write it: key, lowest and
 * highest total and number of offers of each property of the page, and how many properties match.
 */
final class PlainStatement {

  private final PlainTables tables;
  private final LayoutSearch search;
  private final LocalDate today;
  private final FilterNames filters;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> conditionValues = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final String text;

  PlainStatement(PlainTables tables, LayoutSearch search, LocalDate today) {
    this.tables = tables;
    this.search = search;
    this.today = today;
    this.filters = FilterNames.of(tables.catalog());
    this.text = write();
  }

  PreparedStatement prepare(Connection connection, String prefix) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(prefix + text);
    for (int index = 0; index < values.size(); index++) {
      Object value = values.get(index);
      if (value instanceof List<?> tags) {
        statement.setArray(index + 1, connection.createArrayOf("text", tags.toArray()));
      } else {
        statement.setObject(index + 1, value);
      }
    }
    return statement;
  }

  private String write() {
    StayDefinition stay = tables.catalog().offer().stay();
    addPropertyConditions();
    addOfferConditions(stay);
    addCells(stay.stock(), 1);
    addCells(stay.price().amount(), 0);
    String joins = joins(stay);
    Set<String> shown = new LinkedHashSet<>(tables.catalog().property().key());
    tables.columns().recommended().stream().map(SortKey::column).forEach(shown::add);
    String columns = quoted("property.", shown);
    String priced =
        "SELECT "
            + columns
            + ",\n"
            + total(stay.price())
            + " AS total\nFROM "
            + PlainTables.property()
            + " AS property\nJOIN "
            + PlainTables.offer()
            + " AS offer USING ("
            + quoted("", tables.catalog().property().key())
            + ")"
            + joins
            + "\nWHERE "
            + String.join("\n  AND ", conditions);
    values.addAll(conditionValues);
    String grouped = quoted("", shown);
    return "SELECT "
        + quoted("", tables.catalog().property().key())
        + ", min(total) AS lowest, max(total) AS highest, count(*) AS offers,\n"
        + "  count(*) OVER () AS matching\nFROM (\n"
        + priced
        + "\n) AS priced"
        + budget()
        + "\nGROUP BY "
        + grouped
        + "\nORDER BY "
        + (search.byPrice() ? "lowest, " : "")
        + recommended()
        + "\nLIMIT "
        + LayoutSearch.PAGE_SIZE;
  }

  private String budget() {
    if (search.budget() == null) {
      return "";
    }
    values.add(search.budget());
    return "\nWHERE total <= ?";
  }

  private String recommended() {
    List<String> keys = new ArrayList<>();
    for (SortKey key : tables.columns().recommended()) {
      keys.add(ordered(key.column()) + (key.descending() ? " DESC" : "") + " NULLS LAST");
    }
    tables.catalog().property().key().forEach(column -> keys.add(ordered(column)));
    return String.join(", ", keys);
  }

  private String ordered(String column) {
    boolean isText = tables.catalog().columnType(column) == ColumnType.TEXT;
    return quoted(column) + (isText ? " COLLATE \"C\"" : "");
  }

  private void addPropertyConditions() {
    for (int level = 0; level < search.path().size(); level++) {
      String column = filters.path().orElseThrow().columns().get(level);
      condition("property." + quoted(column) + " = ?", search.path().get(level));
    }
    if (!search.rectangle().isEmpty()) {
      List<String> degrees = filters.point().orElseThrow().columns();
      List<BigDecimal> edges = search.rectangle();
      condition(
          "property." + quoted(degrees.get(0)) + " BETWEEN ? AND ?", edges.get(0), edges.get(2));
      condition(
          "property." + quoted(degrees.get(1)) + " BETWEEN ? AND ?", edges.get(1), edges.get(3));
    }
    if (!search.tags().isEmpty()) {
      String column = filters.tags().orElseThrow().column();
      condition("property." + quoted(column) + " @> ?", search.tags());
    }
  }

  private void addOfferConditions(StayDefinition stay) {
    LocalDate lastNight = search.checkIn().plusDays(search.nights() - 1L);
    addWindow(stay.saleWindow(), today, today);
    addWindow(stay.stayWindow(), search.checkIn(), lastNight);
    addWindow(stay.heads(), search.adults(), search.adults());
    if (stay.price() instanceof PriceDefinition.PerUnit unit && unit.capacity() != null) {
      addWindow(new ColumnPair(null, unit.capacity()), search.adults(), search.adults());
    }
    addLimit(stay.lengths().minimum(), "<=");
    addLimit(stay.lengths().maximum(), ">=");
  }

  private void addWindow(ColumnPair window, Object first, Object last) {
    if (window != null && window.from() != null) {
      String column = "offer." + quoted(window.from());
      condition("(" + column + " IS NULL OR " + column + " <= ?)", first);
    }
    if (window != null && window.to() != null) {
      String column = "offer." + quoted(window.to());
      condition("(" + column + " IS NULL OR " + column + " >= ?)", last);
    }
  }

  private void addLimit(StayLimitDefinition limit, String comparison) {
    if (limit == null) {
      return;
    }
    List<String> sources = new ArrayList<>();
    if (limit.calendar() != null) {
      sources.add("NULLIF(" + cell(limit.calendar()) + ", -1)");
      conditionValues.add(element(limit.calendar()));
    }
    if (limit.column() != null) {
      sources.add("offer." + quoted(limit.column()));
    }
    String open = comparison.equals("<=") ? "0" : Integer.toString(Short.MAX_VALUE);
    condition(
        "COALESCE(" + String.join(", ", sources) + ", " + open + ") " + comparison + " ?",
        search.nights());
  }

  private void addCells(CalendarValue value, int lowest) {
    String cells = String.join(", ", Collections.nCopies(search.nights(), cell(value)));
    addElements(value, conditionValues);
    condition("LEAST(" + cells + ") >= ?", lowest);
  }

  private void addElements(CalendarValue value, List<Object> target) {
    for (int night = 0; night < search.nights(); night++) {
      target.add(element(value) + night);
    }
  }

  private int element(CalendarValue value) {
    return (int) ChronoUnit.DAYS.between(tables.firstDay(value), search.checkIn()) + 1;
  }

  private static String cell(CalendarValue value) {
    return quoted("calendar_" + value.feed()) + "." + quoted(value.value()) + "[?]";
  }

  private String total(PriceDefinition price) {
    CalendarValue amount = price.amount();
    boolean isPerPerson = price instanceof PriceDefinition.PerPerson;
    values.add(isPerPerson ? search.adults() : 1);
    addElements(amount, values);
    String cells =
        Collections.nCopies(search.nights(), cell(amount) + "::int8").stream()
            .collect(Collectors.joining(" + "));
    return "? * (" + cells + ")";
  }

  private String joins(StayDefinition stay) {
    StringBuilder joins = new StringBuilder();
    for (String feed : tables.columns().calendars().keySet()) {
      boolean isRequired =
          feed.equals(stay.stock().feed()) || feed.equals(stay.price().amount().feed());
      joins
          .append(isRequired ? "\nJOIN " : "\nLEFT JOIN ")
          .append(PlainTables.feed(feed))
          .append(" AS ")
          .append(quoted("calendar_" + feed))
          .append(" USING (")
          .append(quoted("", tables.columns().joinKey(feed)))
          .append(")");
    }
    if (stay.price() instanceof PriceDefinition.PerPerson person) {
      String calendar = quoted("calendar_" + person.amount().feed()) + ".";
      condition(calendar + quoted(person.occupancy()) + " = ?", search.adults());
      condition(calendar + quoted(person.personClass()) + " = ?", "adult");
    }
    return joins.toString();
  }

  private void condition(String condition, Object... bound) {
    conditions.add(condition);
    conditionValues.addAll(List.of(bound));
  }

  @Override
  public String toString() {
    return text + "\n" + values;
  }
}
