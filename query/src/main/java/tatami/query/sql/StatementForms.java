package tatami.query.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tatami.query.request.SearchRequest;
import tatami.query.sql.SearchStatement.Purpose;
import tatami.query.sql.SharedRanks.Window;
import tatami.query.sql.StayTables.Rules;
import tatami.query.stay.StayNeeds;
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
    PropertyText properties = new PropertyText(plan, request.facets(), request.sort());
    if (properties.isNeeded()) {
      add(Purpose.PROPERTIES, properties.statement(PropertyRows.among(plan)));
    }
    if (plan.hasOffers()) {
      OfferText offers = new OfferText(plan, request.facets());
      add(Purpose.OFFERS, offers.statement(null));
      add(Purpose.OFFERS, offers.statement(SOME));
    }
    if (plan.hasStays()) {
      addCells();
    }
    return List.copyOf(statements);
  }

  private void addCells() {
    List<CalendarTable> asked = tables(plan).list();
    RowChoice few = new RowChoice.Few(new IntArray(SOME), new IntArray(SOME));
    List<CalendarPart> parts = asked.stream().map(table -> new CalendarPart(table, null)).toList();
    for (RowChoice rows : List.of(few, new RowChoice.All(), new RowChoice.Range(0, 2))) {
      add(Purpose.CELLS, CalendarReader.statement(tables, parts, rows));
    }
    Set<Window> windows = new LinkedHashSet<>();
    asked.stream().map(Window::of).filter(window -> window != null).forEach(windows::add);
    if (!windows.isEmpty()) {
      List<CalendarPart> chosen = asked.stream().map(StatementForms::ofChosenLevels).toList();
      add(Purpose.CELLS, CalendarReader.statement(tables, chosen, new RowChoice.All()));
    }
    for (Window window : windows) {
      add(Purpose.CELLS, SharedRanks.statement(tables, window, SOME));
      add(Purpose.CELLS, SharedRanks.statement(tables, window, null));
    }
  }

  private static CalendarPart ofChosenLevels(CalendarTable table) {
    Window window = Window.of(table);
    return new CalendarPart(table, window == null ? null : RankChoice.ofOneRank(window));
  }

  /** Returns the tables that price what a search shows. */
  static StayTables tables(SearchPlan plan) {
    boolean isDated = plan.isDated();
    StayNeeds needs =
        isDated
            ? plan.terms()
                .needs(plan.checkInNight(), plan.checkInNight(), plan.request().stay().nights())
            : plan.terms().needsOfOpenNights();
    Rules rules = isDated ? Rules.OF_STAYS : Rules.OF_OPEN_NIGHTS;
    return new StayTables(plan.release().description(), needs, rules);
  }

  private void add(Purpose purpose, Fragment text) {
    statements.add(new SearchStatement(purpose, text));
  }
}
