package tatami.query.sql;

import java.util.ArrayList;
import java.util.List;
import tatami.query.engine.AskedRules;
import tatami.query.engine.SearchPlan;
import tatami.query.release.Grain;
import tatami.query.request.SearchRequest;
import tatami.query.sql.CalendarReader.Blocks;
import tatami.query.sql.SearchStatement.Purpose;
import tatami.query.stay.StayNeeds;
import tatami.searchtable.calendar.CalendarNights;
import tatami.searchtable.calendar.SharedDays;
import tatami.searchtable.description.ReleaseDescription;

/** The statements that a search may run, with every form that depends on what is found. */
final class StatementForms {

  private static final int[] SOME = {0, 1, 2};

  private final SearchPlan plan;
  private final ReleaseDescription description;
  private final Tables tables;
  private final List<SearchStatement> statements = new ArrayList<>();

  StatementForms(SearchPlan plan) {
    this.plan = plan;
    this.description = plan.release().description();
    this.tables = new Tables(description);
  }

  List<SearchStatement> list() {
    SearchRequest request = plan.request();
    boolean keepsProperties = plan.release().isKept(description.property());
    PropertyText properties =
        new PropertyText(plan, request.facets(), request.sort(), !keepsProperties);
    if (properties.isNeeded()) {
      add(Purpose.PROPERTIES, properties.statement(PropertyRows.among(plan)));
    }
    if (plan.hasOffers()) {
      boolean keepsOffers = plan.release().isKept(description.offer());
      OfferText offers = OfferText.of(plan, request.facets(), !keepsOffers, !keepsOffers);
      if (!keepsOffers || offers.isNeeded()) {
        add(Purpose.OFFERS, offers.statement(null));
        add(Purpose.OFFERS, offers.statement(SOME));
      }
    }
    if (plan.hasStays()) {
      addCells();
    }
    addKept();
    return List.copyOf(statements);
  }

  /** Adds what is read once for a release. */
  private void addKept() {
    if (plan.hasOffers() && plan.release().isKept(description.offer())) {
      add(Purpose.OFFERS, OfferText.ofNumbers(description).statement(null));
    }
    for (Grain grain : Grain.values()) {
      if (KeptFacets.isKept(plan.release(), grain, plan.request().facets())) {
        Purpose purpose = grain == Grain.PROPERTY ? Purpose.PROPERTIES : Purpose.OFFERS;
        add(purpose, KeptFacets.statement(plan.release(), grain));
      }
    }
  }

  private void addCells() {
    List<CalendarTable> asked = tables(plan).list();
    List<CalendarTable> sharing =
        asked.stream().filter(table -> table.codec() instanceof SharedDays).toList();
    for (Blocks blocks : List.of(new Blocks(SOME, SOME), Blocks.ALL)) {
      add(CalendarReader.firstQueries(asked, blocks));
      add(sharing.stream().map(table -> query(table, blocks)).toList());
      asked.forEach(table -> add(List.of(query(table, blocks))));
    }
    CalendarReader.ranksOf(asked).forEach(ranks -> add(List.of(ranks.query())));
  }

  private void add(List<BlockQuery> queries) {
    if (!queries.isEmpty()) {
      add(Purpose.CELLS, BlockQuery.statement(tables, queries));
    }
  }

  /** Returns a query of a table alone; of shared days, as if there was one rank. */
  static BlockQuery query(CalendarTable table, Blocks blocks) {
    int[] planes =
        table.codec() instanceof SharedDays
            ? new int[] {
              SharedDays.CALENDAR_PLANE,
              SharedDays.levelPlane(0),
              SharedDays.gapPlane(table.firstNight())
            }
            : CalendarNights.planes(table.firstNight(), table.nights());
    return new BlockQuery(table.table(), planes, blocks.of(table));
  }

  /** Returns the tables that price what a search shows. */
  static StayTables tables(SearchPlan plan) {
    boolean isDated = plan.isDated();
    StayNeeds needs =
        isDated
            ? plan.terms()
                .needs(plan.checkInNight(), plan.checkInNight(), plan.request().stay().nights())
            : plan.terms().needsOfOpenNights();
    AskedRules rules = isDated ? AskedRules.OF_STAYS : AskedRules.OF_OPEN_NIGHTS;
    return new StayTables(plan.release().description(), needs, rules);
  }

  private void add(Purpose purpose, Fragment text) {
    boolean isKnown = statements.stream().anyMatch(known -> known.text().equals(text.text()));
    if (!isKnown) {
      statements.add(new SearchStatement(purpose, text));
    }
  }
}
