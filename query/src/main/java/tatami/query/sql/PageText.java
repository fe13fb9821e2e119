package tatami.query.sql;

import tatami.query.cursor.Cursor;
import tatami.query.release.Grain;
import tatami.query.request.PriceRequest;
import tatami.query.request.SortOrder;

/** Writes the statement that finds, counts and orders matching properties. */
final class PageText {

  private static final String LAST = Long.toString(Long.MAX_VALUE);

  private final SearchPlan plan;
  private final Tables tables;

  PageText(SearchPlan plan) {
    this.plan = plan;
    this.tables = new Tables(plan.release().description());
  }

  /**
   * Writes the page after a hit.
   *
   * @param after the last hit of the page before, or null for the first page
   */
  Fragment page(Cursor after) {
    Fragment matching =
        plan.hasOffers() ? Fragment.of("WITH ").then(matchingByOffers()) : matchingProperties();
    return matching
        .then(",\npage AS (\nSELECT matching.*, ")
        .then(sortKey())
        .then(" AS sort_key\nFROM matching")
        .then(sortJoin())
        .then(keyset(after))
        .then("\nORDER BY sort_key, matching.id\nLIMIT ?\n)", plan.request().size() + 1)
        .then("\nSELECT counted.total, page.*")
        .then("\nFROM (SELECT count(*) AS total FROM matching) AS counted")
        .then("\nLEFT JOIN page ON TRUE\nORDER BY page.sort_key, page.id");
  }

  private Fragment matchingByOffers() {
    BookableText bookable = new BookableText(plan, plan.pricingOfOrder());
    PriceRequest price = plan.request().price();
    Fragment text =
        Fragment.of("bookable AS MATERIALIZED (\n")
            .then(bookable.select())
            .then("\n),\nmatching AS MATERIALIZED (\n")
            .then("SELECT property AS id, min(lowest) AS lowest, ")
            .then("max(" + bookable.highestColumn() + ") AS highest, count(*) AS offers,\n")
            .then("  min(id) AS first_offer, max(id) AS last_offer\nFROM bookable");
    if (plan.hasBudgetOfOffers()) {
      text = text.then("\nWHERE lowest BETWEEN ? AND ?", price.lowest(), price.highest());
    }
    text = text.then("\nGROUP BY property");
    if (plan.hasBudgetOfProperties()) {
      text = text.then("\nHAVING min(lowest) BETWEEN ? AND ?", price.lowest(), price.highest());
    }
    return text.then("\n)");
  }

  private Fragment matchingProperties() {
    return Fragment.of("WITH bookable AS (\n")
        .then(new BookableText(plan, plan.pricingOfOrder()).select())
        .then("\n),\nmatching AS MATERIALIZED (\n")
        .then("SELECT id, lowest, lowest AS highest, 0::int8 AS offers,\n")
        .then("  0 AS first_offer, -1 AS last_offer\nFROM bookable\n)");
  }

  private Fragment sortKey() {
    SortOrder sort = plan.request().sort();
    return switch (sort.kind()) {
      case RECOMMENDED -> Fragment.of("matching.id");
      case RANK -> Fragment.of(Tables.column(Grain.PROPERTY, sort.column()));
      case PRICE -> Fragment.of("COALESCE(matching.lowest, " + LAST + ")");
      case PRICE_DESCENDING -> Fragment.of("COALESCE(-matching.lowest, " + LAST + ")");
      case DISTANCE -> Fragment.of("near.millimetres");
      case RELEVANCE -> WordsText.relevance(plan);
    };
  }

  private Fragment sortJoin() {
    return switch (plan.request().sort().kind()) {
      case RANK ->
          Fragment.of("\nJOIN " + tables.property() + " AS property ON property.id = matching.id");
      case DISTANCE -> BookableText.nearJoin(plan, "matching.id");
      case RELEVANCE -> WordsText.relevanceJoin(plan, tables);
      default -> Fragment.EMPTY;
    };
  }

  private Fragment keyset(Cursor after) {
    return after == null
        ? Fragment.EMPTY
        : Fragment.of("\nWHERE (")
            .then(sortKey())
            .then(", matching.id) > (?, ?)", after.sortKey(), after.id());
  }

  /**
   * Writes the offers of a page, the cheapest of each property first.
   *
   * @param ids surrogates of offers that may be among them
   * @param mostOffers most offers of one property, at least 1
   */
  Fragment offers(int[] ids, int mostOffers) {
    BookableText bookable = new BookableText(plan, plan.pricingOfPage());
    PriceRequest price = plan.request().price();
    Fragment text =
        Fragment.of("SELECT ranked.*\nFROM (\nSELECT id, property, lowest,\n")
            .then("  min(lowest) OVER (PARTITION BY property) AS property_lowest,\n")
            .then("  max(" + bookable.highestColumn() + ")")
            .then(" OVER (PARTITION BY property) AS property_highest,\n")
            .then("  row_number() OVER (PARTITION BY property ORDER BY lowest NULLS LAST, id)")
            .then(" AS position\nFROM (\n")
            .then(bookable.selectOffers(ids))
            .then("\n) AS bookable");
    if (plan.hasBudgetOfOffers()) {
      text = text.then("\nWHERE lowest BETWEEN ? AND ?", price.lowest(), price.highest());
    }
    return text.then("\n) AS ranked\nWHERE position <= ?\nORDER BY property, position", mostOffers);
  }
}
