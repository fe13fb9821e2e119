package tatami.query.sql;

import java.util.ArrayList;
import java.util.List;
import tatami.query.release.Grain;
import tatami.query.request.Condition;
import tatami.query.sql.SearchPlan.Pricing;

/**
 * Writes the rows that a search is about: offers that pass, with {@code id}, {@code property},
 * {@code lowest} and, priced by open nights, {@code highest}; properties in a catalog without
 * offers.
 */
final class BookableText {

  private final SearchPlan plan;
  private final Tables tables;
  private final Pricing pricing;

  BookableText(SearchPlan plan, Pricing pricing) {
    this.plan = plan;
    this.tables = new Tables(plan.release().description());
    this.pricing = pricing;
  }

  /** Lists the conditions that are tested on one row: all but the circle, which is a join. */
  static List<Condition> rowConditions(SearchPlan plan) {
    return plan.request().where().stream()
        .filter(condition -> !(condition instanceof Condition.Near))
        .toList();
  }

  /** Returns the name of the column with a row's highest total. */
  String highestColumn() {
    return pricing == Pricing.OPEN_NIGHTS ? "highest" : "lowest";
  }

  /** Selects every row that passes all of the search's filters and rules. */
  Fragment select() {
    return select(List.of(), rowConditions(plan), List.of());
  }

  /** Selects some offers of properties that are known to pass their own filters. */
  Fragment selectOffers(int[] ids) {
    List<Condition> ofOffers =
        rowConditions(plan).stream()
            .filter(condition -> condition.filter().grain() == Grain.OFFER)
            .toList();
    List<Fragment> conditions = new ArrayList<>();
    conditions.add(Fragment.of("offer.id = ANY (?)", new IntArray(ids)));
    ofOffers.forEach(condition -> conditions.add(ConditionText.of(condition, tables)));
    return Fragment.of("SELECT offer.id, offer.property")
        .then(prices())
        .then("\nFROM " + tables.offer() + " AS offer")
        .then(stayJoins())
        .then(where(conditions));
  }

  /**
   * Selects the rows that pass some conditions, and tells of others whether they pass.
   *
   * @param columns more columns, each with its name
   * @param conditions what a row must pass
   * @param flags what a row may fail; each becomes {@code passes_0}, {@code passes_1}, …
   */
  Fragment select(List<Fragment> columns, List<Condition> conditions, List<Condition> flags) {
    String id =
        plan.hasOffers() ? "offer.id, offer.property" : "property.id, property.id AS property";
    Fragment select = Fragment.of("SELECT " + id).then(prices());
    for (Fragment column : columns) {
      select = select.then(",\n").then(column);
    }
    for (int index = 0; index < flags.size(); index++) {
      select =
          select
              .then(",\n(")
              .then(ConditionText.of(flags.get(index), tables))
              .then(") IS TRUE AS passes_" + index);
    }
    List<Condition> all = new ArrayList<>(conditions);
    all.addAll(flags);
    List<Fragment> texts = new ArrayList<>();
    conditions.forEach(condition -> texts.add(ConditionText.of(condition, tables)));
    return select.then(from(all)).then(stayJoins()).then(where(texts));
  }

  private Fragment from(List<Condition> conditions) {
    boolean ofProperty =
        conditions.stream()
            .filter(condition -> !(condition instanceof Condition.HasWords))
            .anyMatch(condition -> condition.filter().grain() == Grain.PROPERTY);
    Fragment from;
    if (plan.hasOffers()) {
      from = Fragment.of("\nFROM " + tables.offer() + " AS offer");
      if (ofProperty) {
        from =
            from.then(
                "\nJOIN " + tables.property() + " AS property ON property.id = offer.property");
      }
    } else {
      from = Fragment.of("\nFROM " + tables.property() + " AS property");
    }
    return from.then(nearJoin(plan, plan.hasOffers() ? "offer.property" : "property.id"));
  }

  /** Joins the properties in the circle, or nothing where none is asked for. */
  static Fragment nearJoin(SearchPlan plan, String property) {
    if (plan.neighbours() == null) {
      return Fragment.EMPTY;
    }
    return Fragment.of(
        "\nJOIN unnest(?, ?) AS near (id, millimetres) ON near.id = " + property,
        new IntArray(plan.neighbours().ids()),
        new IntArray(plan.neighbours().millimetres()));
  }

  private Fragment prices() {
    return switch (pricing) {
      case NONE -> Fragment.of(", NULL::int8 AS lowest");
      case STAY ->
          Fragment.of(",\n").then(new StayText(plan.stay(), tables).total()).then(" AS lowest");
      case OPEN_NIGHTS -> Fragment.of(", open_nights.lowest, open_nights.highest");
    };
  }

  private Fragment stayJoins() {
    return switch (pricing) {
      case NONE -> Fragment.EMPTY;
      case STAY -> new StayText(plan.stay(), tables).joins();
      case OPEN_NIGHTS -> new OpenNightsText(plan.stay(), tables).joins();
    };
  }

  private Fragment where(List<Fragment> conditions) {
    List<Fragment> all = new ArrayList<>(conditions);
    if (pricing == Pricing.STAY) {
      all.addAll(new StayText(plan.stay(), tables).conditions());
    }
    return all.isEmpty()
        ? Fragment.EMPTY
        : Fragment.of("\nWHERE ").then(Fragment.join("\n  AND ", all));
  }
}
