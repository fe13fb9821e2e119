package tatami.searchbuild.verify;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tatami.searchbuild.fill.FilledCells;
import tatami.searchbuild.fill.FilledRelease;
import tatami.searchtable.codec.CalendarCodec;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.NightRules;
import tatami.searchtable.description.StayLayout.OfferCalendar;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.PriceTable;
import tatami.searchtable.expression.NumberExpression;

/** Checks stock, prices and the rules of stays of a filled release. */
final class StayVerification {

  private final FilledRelease filled;
  private final StayLayout stay;
  private final String offers;
  private final CalendarChecks calendars;
  private final Findings findings;

  StayVerification(FilledRelease filled, Findings findings) {
    this.filled = filled;
    this.stay = filled.description().stay();
    this.offers = findings.quoted(filled.description().offer().table());
    this.calendars = new CalendarChecks(filled.description());
    this.findings = findings;
  }

  void verify() throws SQLException {
    verifyStock();
    verifyPrices();
    verifyOfferCalendars();
    OfferRules rules = stay.rules();
    verifyNumbers("policy", rules.policy(), stay.policies());
    verifyNumbers("long_stay", rules.longStay(), stay.longStays());
    verifyNumbers("lead_time", rules.leadTime(), stay.leadTimes());
    verifyLeadTimes(rules.leadTime());
    verifyOccupancies(rules.largestOccupancy());
  }

  private void verifyStock() throws SQLException {
    verifyCells(stay.stockTable(), stay.stock());
    findings.expect(
        0,
        "SELECT count(*) FROM "
            + offers
            + " o LEFT JOIN "
            + findings.quoted(stay.stockTable())
            + " s ON s.id = o.stock WHERE s.id IS NULL",
        "offers without a stock row");
  }

  private void verifyPrices() throws SQLException {
    long prices = 0;
    for (PriceTable price : stay.prices()) {
      verifyCells(price.table(), price.cells());
      findings.expect(price.rows(), count(price.table()), "rows of " + price.table());
      prices += findings.number(calendars.countCells(price.table(), price.cells()));
    }
    if (prices != filled.prices()) {
      findings.add("prices: packed " + filled.prices() + ", found " + prices);
    }
  }

  /** Every calendar that was filled is described, and holds what was written. */
  private void verifyOfferCalendars() throws SQLException {
    Map<String, CalendarCodec> described =
        listOfferCalendars().collect(Collectors.toMap(OfferCalendar::table, OfferCalendar::cells));
    if (!described.keySet().equals(filled.offerCalendars().keySet())) {
      findings.add(
          "calendars of offers: filled "
              + filled.offerCalendars().keySet()
              + ", described "
              + described.keySet());
      return;
    }
    for (Map.Entry<String, CalendarCodec> calendar : described.entrySet()) {
      String table = calendar.getKey();
      FilledCells expected = filled.offerCalendars().get(table);
      verifyCells(table, calendar.getValue());
      findings.expect(expected.rows(), count(table), "rows of " + table);
      findings.expect(
          expected.cells(),
          calendars.countCells(table, calendar.getValue()),
          "nights with a value in " + table);
      findings.expect(
          0,
          "SELECT count(*) FROM "
              + findings.quoted(table)
              + " c LEFT JOIN "
              + offers
              + " o ON o.id = c.offer WHERE o.id IS NULL",
          "rows of " + table + " without an offer");
    }
  }

  private Stream<OfferCalendar> listOfferCalendars() {
    OfferRules rules = stay.rules();
    NightRules nights = rules.nights();
    Stream<OfferCalendar> limits =
        Stream.of(
                rules.minimumStay(),
                rules.maximumStay(),
                rules.minimumStayThrough(),
                rules.maximumStayThrough())
            .filter(limit -> limit != null && limit.table() != null)
            .map(limit -> new OfferCalendar(limit.table(), limit.cells()));
    Stream<OfferCalendar> closings =
        Stream.of(
                nights.closed(),
                nights.stopSell(),
                nights.arrivalClosed(),
                nights.departureClosed())
            .flatMap(List::stream);
    return Stream.of(limits, closings, Stream.ofNullable(nights.stayPattern()))
        .flatMap(calendars -> calendars);
  }

  /** A number is the place of a term in the list of the description. */
  private void verifyNumbers(String name, NumberCodec codec, List<?> terms) throws SQLException {
    if (codec == null) {
      return;
    }
    findings.expect(
        0,
        "SELECT count(*) FROM (SELECT "
            + NumberExpression.value(codec, "")
            + " AS number FROM "
            + offers
            + ") numbered WHERE number NOT BETWEEN 0 AND "
            + (terms.size() - 1),
        "offers with a " + name + " that the description does not have");
  }

  private void verifyLeadTimes(NumberCodec codec) throws SQLException {
    if (codec != null) {
      findings.expect(
          0,
          "SELECT count(*) FROM "
              + offers
              + " WHERE "
              + NumberExpression.value(codec, "")
              + " IS NULL",
          "offers without a lead_time");
    }
  }

  /** The largest occupancy is that of the tables with a row of the offer. */
  private void verifyOccupancies(NumberCodec codec) throws SQLException {
    if (codec == null) {
      return;
    }
    String rooms =
        stay.prices().stream()
            .filter(price -> price.personClass() == null)
            .map(
                price ->
                    "SELECT offer, "
                        + price.occupancy()
                        + " AS occupancy FROM "
                        + findings.quoted(price.table()))
            .collect(Collectors.joining(" UNION ALL "));
    String priced = rooms.isEmpty() ? "SELECT NULL::int4 AS offer, NULL::int4 AS occupancy" : rooms;
    findings.expect(
        0,
        "SELECT count(*) FROM (SELECT id, "
            + NumberExpression.value(codec, "")
            + " AS largest FROM "
            + offers
            + ") o LEFT JOIN (SELECT offer, max(occupancy) AS largest FROM ("
            + priced
            + ") tables GROUP BY offer) priced ON priced.offer = o.id"
            + " WHERE priced.largest IS DISTINCT FROM o.largest",
        "offers whose largest_occupancy is not that of their prices");
  }

  private void verifyCells(String table, CalendarCodec codec) throws SQLException {
    findings.expect(
        0,
        calendars.countUnlikeHorizon(table, codec),
        "packed rows of " + table + " that do not cover the horizon");
  }

  private String count(String table) {
    return "SELECT count(*) FROM " + findings.quoted(table);
  }
}
