package tatami.query.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tatami.query.engine.SearchPlan;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.request.Condition;
import tatami.query.sql.CalendarReader.Blocks;
import tatami.query.sql.CalendarReader.Ranks;
import tatami.query.stay.OfferNumber;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.ReleaseDescription;

/**
 * Says which tables and columns decide a search.
 *
 * <p>It reads them from what makes the statements, so it cannot say what the engine does not do.
 */
public final class TableUses {

  private static final Pattern COLUMN = Pattern.compile("\\b([a-z]\\w*)\\.\"?([a-z]\\w*)\"?");
  private static final String OFFER = "offer";
  private static final String STAY = "stay";
  private static final String WORDS = "words";
  private static final List<String> COLUMNS =
      List.of(CalendarCodec.PLANE, CalendarCodec.BLOCK, CalendarCodec.CELLS);

  private TableUses() {}

  /** Lists the tables of the request's filters, one entry a condition, in the order of names. */
  public static List<TableUse> ofFilters(SearchPlan plan) {
    return plan.request().where().stream().map(condition -> ofFilter(plan, condition)).toList();
  }

  private static TableUse ofFilter(SearchPlan plan, Condition condition) {
    CatalogFilter filter = condition.filter();
    FilterLayout layout = filter.layout();
    ReleaseDescription description = plan.release().description();
    GrainTable grain =
        filter.grain() == Grain.PROPERTY ? description.property() : description.offer();
    String role = filter.grain().name().toLowerCase(Locale.ROOT);
    String table = grain.table();
    String alias = role;
    if (layout instanceof FilterLayout.Keyword words) {
      table = words.table();
      alias = WORDS;
    }
    String text;
    List<String> columns;
    if (condition instanceof Condition.Near) {
      FilterLayout.Point point = (FilterLayout.Point) layout;
      text = "-- computed from points that are kept in memory";
      columns = List.of(point.latitude().column(), point.longitude().column());
    } else {
      text = ConditionText.of(condition, new Tables(description)).text();
      columns = columns(text, alias);
    }
    String kind = layout.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    String place = description.schema() + "." + table;
    return new TableUse(filter.name(), kind, role, place, columns, text);
  }

  private static List<String> columns(String text, String alias) {
    Set<String> columns = new LinkedHashSet<>();
    Matcher matcher = COLUMN.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1).equals(alias)) {
        columns.add(matcher.group(2));
      }
    }
    return List.copyOf(columns);
  }

  /**
   * Lists the tables of the stay: the calendars, what their rows share, and the offers' rules.
   * Without dates they are those that price what is shown.
   */
  public static List<TableUse> ofStay(SearchPlan plan) {
    List<TableUse> uses = new ArrayList<>();
    if (!plan.hasStays()) {
      return uses;
    }
    ReleaseDescription description = plan.release().description();
    Tables tables = new Tables(description);
    List<CalendarTable> asked = StatementForms.tables(plan).list();
    for (CalendarTable table : asked) {
      uses.add(ofCalendar(tables, table, description.schema()));
    }
    for (Ranks ranks : CalendarReader.ranksOf(asked)) {
      uses.add(ofCells("shared_days", ranks.query(), tables, description.schema()));
    }
    uses.add(ofOffers(description));
    return uses;
  }

  private static TableUse ofCalendar(Tables tables, CalendarTable table, String schema) {
    return ofCells(table.part(), StatementForms.query(table, Blocks.ALL), tables, schema);
  }

  private static TableUse ofCells(String part, BlockQuery query, Tables tables, String schema) {
    String text = BlockQuery.statement(tables, List.of(query)).text();
    return new TableUse(part, STAY, OFFER, schema + "." + query.table(), COLUMNS, text);
  }

  private static TableUse ofOffers(ReleaseDescription description) {
    Set<String> columns = new LinkedHashSet<>(List.of("id", "property", "stock"));
    OfferNumber.codecs(description.stay().rules()).values().stream()
        .map(NumberCodec::column)
        .forEach(columns::add);
    String table = description.schema() + "." + description.offer().table();
    return new TableUse(
        OFFER, STAY, OFFER, table, List.copyOf(columns), "FROM " + table + " AS offer");
  }
}
