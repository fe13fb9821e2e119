package tatami.query.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tatami.query.release.CatalogFilter;
import tatami.query.release.Grain;
import tatami.query.request.Condition;
import tatami.query.sql.SearchPlan.Pricing;
import tatami.searchtable.description.FilterLayout;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.ReleaseDescription;

/**
 * Says which tables and columns decide a search.
 *
 * <p>It reads them from the very text that runs, so it cannot say what the engine does not do.
 */
public final class TableUses {

  private static final Pattern JOINED_TABLE =
      Pattern.compile("JOIN (\"[^\"]+\")\\.(\"[^\"]+\") AS (\\w+)[^\\n]*");
  private static final Pattern COLUMN = Pattern.compile("\\b([a-z]\\w*)\\.\"?([a-z]\\w*)\"?");
  private static final String OFFER = "offer";
  private static final String WORDS = "words";

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
      text = BookableText.nearJoin(plan, "property.id").text().strip();
      columns = List.of(point.latitude().column(), point.longitude().column());
    } else {
      text = ConditionText.of(condition, new Tables(description)).text();
      columns = List.copyOf(columnsByAlias(text).getOrDefault(alias, Set.of()));
    }
    String kind = layout.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    String place = description.schema() + "." + table;
    return new TableUse(filter.name(), kind, role, place, columns, text);
  }

  /** Lists the tables of the stay: stock, prices of the party, limits, and the offers' rules. */
  public static List<TableUse> ofStay(SearchPlan plan) {
    List<TableUse> uses = new ArrayList<>();
    if (plan.pricingOfPage() == Pricing.NONE) {
      return uses;
    }
    ReleaseDescription description = plan.release().description();
    String text = stayText(plan, new Tables(description));
    Map<String, Set<String>> columns = columnsByAlias(text);
    Matcher join = JOINED_TABLE.matcher(text);
    while (join.find()) {
      String table = unquoted(join.group(1)) + "." + unquoted(join.group(2));
      List<String> read = List.copyOf(columns.getOrDefault(join.group(3), Set.of()));
      String name = join.group(3).replaceFirst("_\\d+$", "");
      uses.add(new TableUse(name, "stay", OFFER, table, read, join.group()));
    }
    List<String> rules = List.copyOf(columns.getOrDefault(OFFER, Set.of()));
    String table = description.schema() + "." + description.offer().table();
    uses.add(new TableUse(OFFER, "stay", OFFER, table, rules, "FROM " + table + " AS offer"));
    return uses;
  }

  private static String stayText(SearchPlan plan, Tables tables) {
    if (plan.pricingOfPage() == Pricing.OPEN_NIGHTS) {
      return new OpenNightsText(plan.stay(), tables).joins().text();
    }
    StayText stay = new StayText(plan.stay(), tables);
    return stay.joins()
        .then("\n")
        .then(Fragment.join("\n", stay.conditions()))
        .then("\n")
        .then(stay.total())
        .text();
  }

  private static Map<String, Set<String>> columnsByAlias(String text) {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    Matcher matcher = COLUMN.matcher(text);
    while (matcher.find()) {
      columns
          .computeIfAbsent(matcher.group(1), absent -> new LinkedHashSet<>())
          .add(matcher.group(2));
    }
    return columns;
  }

  private static String unquoted(String identifier) {
    return identifier.substring(1, identifier.length() - 1);
  }
}
