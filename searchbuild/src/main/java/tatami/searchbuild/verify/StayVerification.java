package tatami.searchbuild.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import tatami.searchbuild.fill.FilledCells;
import tatami.searchbuild.fill.FilledRelease;
import tatami.searchtable.calendar.CalendarCodec;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.OfferCalendar;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.PriceTable;
import tatami.searchtable.expression.NumberExpression;
import tatami.searchtable.manifest.ManifestEntry;

/** Checks stock, prices and the rules of stays of a filled release. */
final class StayVerification {

  private final FilledRelease filled;
  private final StayLayout stay;
  private final String offers;
  private final int offerRows;
  private final StoredCalendar stored;
  private final Findings findings;
  private final int[] largestOccupancies;

  StayVerification(Connection connection, FilledRelease filled, Findings findings) {
    ReleaseDescription description = filled.description();
    this.filled = filled;
    this.stay = description.stay();
    this.offers = findings.quoted(description.offer().table());
    this.offerRows = description.offer().rows();
    this.stored =
        new StoredCalendar(connection, description.schema(), description.horizon().nights());
    this.findings = findings;
    this.largestOccupancies = new int[offerRows];
  }

  void verify() throws SQLException {
    verifyStockNumbers();
    verifyPrices();
    verifyCalendars();
    OfferRules rules = stay.rules();
    verifyNumbers("policy", rules.policy(), stay.policies());
    verifyNumbers("long_stay", rules.longStay(), stay.longStays());
    verifyNumbers("lead_time", rules.leadTime(), stay.leadTimes());
    verifyLeadTimes(rules.leadTime());
    verifyOccupancies(rules.largestOccupancy());
  }

  /** Returns what the manifest says of the calendars, once they were verified. */
  List<ManifestEntry> listEntries() {
    return stored.listEntries();
  }

  /** Numbers of stock are dense, from 0 on. */
  private void verifyStockNumbers() throws SQLException {
    findings.expect(
        0,
        "SELECT max(stock) + 1 - count(DISTINCT stock) + min(stock) FROM " + offers,
        "numbers of stock without an offer");
  }

  /** Counts rows and cells, and notes what else is wrong with a table. */
  private FilledCells read(String table, CalendarCodec codec, int rows, IntConsumer eachRow)
      throws SQLException {
    int[] count = new int[2];
    long[] cells = new long[1];
    long damaged =
        stored.read(
            table,
            codec,
            (row, values) -> {
              count[0]++;
              cells[0] += Arrays.stream(values).filter(value -> value >= 0).count();
              if (row < rows) {
                eachRow.accept(row);
              } else {
                count[1]++;
              }
            });
    if (damaged > 0) {
      findings.add("blocks of " + table + " that cannot be read: expected 0, found " + damaged);
    }
    if (count[1] > 0) {
      findings.add("rows of " + table + " without an owner: expected 0, found " + count[1]);
    }
    return new FilledCells(count[0], cells[0]);
  }

  private void verifyPrices() throws SQLException {
    long prices = 0;
    for (PriceTable price : stay.prices()) {
      boolean isRoom = price.personClass() == null;
      FilledCells found =
          read(
              price.table(),
              price.cells(),
              offerRows,
              offer -> {
                if (isRoom) {
                  largestOccupancies[offer] =
                      Math.max(largestOccupancies[offer], price.occupancy());
                }
              });
      expect(price.rows(), found.rows(), "rows of " + price.table());
      prices += found.cells();
    }
    expect(filled.prices(), prices, "prices");
  }

  private void expect(long expected, long found, String what) {
    if (found != expected) {
      findings.add(what + ": expected " + expected + ", found " + found);
    }
  }

  /** Every calendar that was filled is described, and holds what was written. */
  private void verifyCalendars() throws SQLException {
    Map<String, CalendarCodec> described =
        stay.rules().listCalendars().stream()
            .collect(Collectors.toMap(OfferCalendar::table, OfferCalendar::cells));
    described.put(stay.stockTable(), stay.stock());
    if (!described.keySet().equals(filled.calendars().keySet())) {
      findings.add(
          "calendars: filled " + filled.calendars().keySet() + ", described " + described.keySet());
      return;
    }
    for (Map.Entry<String, CalendarCodec> calendar : described.entrySet()) {
      String table = calendar.getKey();
      FilledCells expected = filled.calendars().get(table);
      FilledCells found = read(table, calendar.getValue(), offerRows, row -> {});
      expect(expected.rows(), found.rows(), "rows of " + table);
      expect(expected.cells(), found.cells(), "nights with a value in " + table);
    }
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
    int[] wrong = new int[1];
    findings.each(
        "SELECT id, coalesce(" + NumberExpression.value(codec, "") + ", 0) FROM " + offers,
        row -> {
          if (largestOccupancies[row.getInt(1)] != row.getInt(2)) {
            wrong[0]++;
          }
        });
    expect(0, wrong[0], "offers whose largest_occupancy is not that of their prices");
  }
}
