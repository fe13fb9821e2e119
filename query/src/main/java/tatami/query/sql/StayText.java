package tatami.query.sql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tatami.query.stay.StayPlan;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.StayLimit;
import tatami.searchtable.description.StayLayout.Window;
import tatami.searchtable.expression.NumberExpression;

/** Writes joins, rules and totals of a stay with dates. */
final class StayText {

  private static final String OFFER = "offer.";
  private static final String MINIMUM_STAY = "minimum_stay";
  private static final String MAXIMUM_STAY = "maximum_stay";

  private final StayPlan stay;
  private final Tables tables;

  StayText(StayPlan stay, Tables tables) {
    this.stay = stay;
    this.tables = tables;
  }

  /** Joins stock, prices and the calendars of stay limits; all that a bookable offer has. */
  Fragment joins() {
    StayLayout layout = stay.layout();
    Fragment joins =
        Fragment.of("\nJOIN " + tables.qualified(layout.stockTable()) + " AS stock")
            .then(" ON stock.id = offer.stock")
            .then(stock().join("JOIN"));
    for (int index = 0; index < stay.demands().size(); index++) {
      joins = joins.then(priceJoin("JOIN", index));
    }
    return joins
        .then(limitJoin(layout.rules().minimumStay(), MINIMUM_STAY))
        .then(limitJoin(layout.rules().maximumStay(), MAXIMUM_STAY));
  }

  String priceJoin(String kind, int index) {
    String alias = priceAlias(index);
    String table = tables.qualified(stay.demands().get(index).table());
    String join = "\n" + kind + " " + table + " AS " + alias + " ON " + alias + ".offer = offer.id";
    return join + price(index).join(kind);
  }

  CellText stock() {
    return new CellText(stay.layout().stock(), tables, "stock");
  }

  CellText price(int index) {
    return new CellText(stay.demands().get(index).cells(), tables, priceAlias(index));
  }

  static String priceAlias(int index) {
    return "price_" + (index + 1);
  }

  /** Lists what must hold for an offer to be bookable, budget left out. */
  List<Fragment> conditions() {
    if (!stay.isPriceable()) {
      return List.of(Fragment.of("FALSE"));
    }
    List<Fragment> conditions = new ArrayList<>();
    OfferRules rules = stay.layout().rules();
    if (rules.saleWindow() != null) {
      addWindow(conditions, rules.saleWindow(), stay.today(), stay.today());
    }
    if (rules.stayWindow() != null) {
      LocalDate lastNight = stay.checkIn().plusDays(stay.nights() - 1L);
      addWindow(conditions, rules.stayWindow(), stay.checkIn(), lastNight);
    }
    conditions.addAll(headConditions());
    limitCondition(rules.minimumStay(), MINIMUM_STAY, true).ifPresent(conditions::add);
    limitCondition(rules.maximumStay(), MAXIMUM_STAY, false).ifPresent(conditions::add);
    conditions.add(stock().everyAtLeast(stay.firstNight(), stay.nights(), stay.rooms()));
    for (int index = 0; index < stay.demands().size(); index++) {
      conditions.add(price(index).everyAtLeast(stay.firstNight(), stay.nights(), 0));
    }
    return conditions;
  }

  private static void addWindow(
      List<Fragment> conditions, Window window, LocalDate first, LocalDate last) {
    conditions.add(NumberText.absentOrAtMost(window.from(), OFFER, Window.dayNumber(first)));
    conditions.add(NumberText.absentOrAtLeast(window.to(), OFFER, Window.dayNumber(last)));
  }

  List<Fragment> headConditions() {
    List<Fragment> conditions = new ArrayList<>();
    OfferRules rules = stay.layout().rules();
    if (rules.minimumHeads() != null) {
      conditions.add(NumberText.absentOrAtMost(rules.minimumHeads(), OFFER, stay.heads().fewest()));
    }
    if (rules.maximumHeads() != null) {
      conditions.add(NumberText.absentOrAtLeast(rules.maximumHeads(), OFFER, stay.heads().most()));
    }
    return conditions;
  }

  /** Returns the total of the stay; of conditions that hold, or it may be anything. */
  Fragment total() {
    if (!stay.isPriceable()) {
      return Fragment.of("NULL::int8");
    }
    List<Fragment> sums = new ArrayList<>();
    for (int index = 0; index < stay.demands().size(); index++) {
      long weight = stay.demands().get(index).weight();
      Fragment sum = price(index).sum(stay.firstNight(), stay.nights());
      sums.add(Fragment.of("? * ", weight).then(sum));
    }
    return Fragment.join(" + ", sums);
  }

  private Fragment limitJoin(StayLimit limit, String alias) {
    if (limit == null || limit.table() == null) {
      return Fragment.EMPTY;
    }
    return Fragment.of(
        "\nLEFT JOIN "
            + tables.qualified(limit.table())
            + " AS "
            + alias
            + " ON "
            + alias
            + ".offer = offer.id"
            + new CellText(limit.cells(), tables, alias).join("LEFT JOIN"));
  }

  /** The nights are inside both limits, so a minimum above its maximum lets no stay through. */
  private Optional<Fragment> limitCondition(StayLimit limit, String alias, boolean isMinimum) {
    if (limit == null || (limit.table() == null && limit.codec() == null)) {
      return Optional.empty();
    }
    if (limit.table() == null) {
      return Optional.of(
          isMinimum
              ? NumberText.absentOrAtMost(limit.codec(), OFFER, stay.nights())
              : NumberText.absentOrAtLeast(limit.codec(), OFFER, stay.nights()));
    }
    Fragment value = limitValue(limit, alias);
    Fragment condition =
        Fragment.of("(")
            .then(value)
            .then(" IS NULL OR ")
            .then(value)
            .then(isMinimum ? " <= ?)" : " >= ?)", stay.nights());
    return Optional.of(condition);
  }

  private Fragment limitValue(StayLimit limit, String alias) {
    Fragment cell =
        Fragment.of("NULLIF(")
            .then(new CellText(limit.cells(), tables, alias).at(stay.firstNight()))
            .then(", " + StayLayout.MISSING_CELL + ")");
    return limit.codec() == null
        ? cell
        : Fragment.of("COALESCE(")
            .then(cell)
            .then(", " + NumberExpression.value(limit.codec(), OFFER) + ")");
  }
}
