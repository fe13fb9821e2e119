package tatami.searchbuild.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.searchbuild.catalog.LayoutDefinition;
import tatami.searchbuild.catalog.OfferDefinition;
import tatami.searchbuild.catalog.PropertyDefinition;
import tatami.searchbuild.catalog.SortDefinition;
import tatami.searchbuild.catalog.SortDefinition.SortKey;
import tatami.searchbuild.catalog.SqlText;
import tatami.searchbuild.catalog.StayDefinition;
import tatami.searchbuild.catalog.StayDefinition.CalendarValue;
import tatami.searchbuild.catalog.StayDefinition.ColumnPair;
import tatami.searchbuild.catalog.StayDefinition.PriceDefinition;
import tatami.searchbuild.master.MasterRows;
import tatami.searchbuild.numbering.OfferNumbering.NumberedOffers;
import tatami.searchtable.description.ReleaseDescription.Horizon;

class OfferNumberingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 5);

  /** The nights 2026-12-05 to 2027-01-03. */
  private static final Horizon HORIZON = new Horizon(TODAY, 30);

  private static final List<String> COLUMNS =
      List.of("camp", "pitch", "sale_from", "sale_to", "stay_from", "stay_to");

  private static final Map<List<Object>, Integer> PROPERTIES =
      Map.of(List.of("north"), 0, List.of("south"), 1);

  @Test
  void numbersByPropertyAndThenByKey() {
    NumberedOffers offers =
        number(
            windows(),
            offer("south", "b"),
            offer("north", "b"),
            offer("south", "B"),
            offer("north", "a"));
    assertThat(keys(offers)).containsExactly("north a", "north b", "south B", "south b");
    assertThat(offers.properties()).containsExactly(0, 0, 1, 1);
  }

  @Test
  void leavesOutOffersOfUnknownPropertiesAndWithoutAKey() {
    NumberedOffers offers =
        number(
            windows(),
            offer("west", "a"),
            offer(null, "a"),
            offer("north", null),
            offer("north", "a"));
    assertThat(keys(offers)).containsExactly("north a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -          | -          | -          | -          | true
          -          | 2026-12-04 | -          | -          | false
          -          | 2026-12-05 | -          | -          | true
          2027-06-01 | -          | -          | -          | true
          -          | -          | 2027-01-03 | -          | true
          -          | -          | 2027-01-04 | -          | false
          -          | -          | -          | 2026-12-04 | false
          -          | -          | -          | 2026-12-05 | true
          -          | -          | 2026-01-01 | 2028-01-01 | true
          """)
  void leavesOutOffersThatCanNeverShow(
      LocalDate saleFrom, LocalDate saleTo, LocalDate stayFrom, LocalDate stayTo, boolean shows) {
    NumberedOffers offers =
        number(windows(), new Object[] {"north", "a", saleFrom, saleTo, stayFrom, stayTo});
    assertThat(offers.rows().count()).isEqualTo(shows ? 1 : 0);
  }

  @Test
  void aSaleIsOverByTheLocalDateOfTheProperty() {
    LocalDate yesterday = TODAY.minusDays(1);
    NumberedOffers offers =
        number(
            windows(),
            new Object[] {"north", "a", null, yesterday, null, null},
            new Object[] {"south", "a", null, yesterday, null, null},
            new Object[] {"south", "b", null, yesterday.minusDays(1), null, null});
    assertThat(keys(offers)).containsExactly("south a");
  }

  @Test
  void aHorizonThatStartsLaterThanTodayDecidesAboutStaysAlone() {
    Horizon later = new Horizon(TODAY.plusDays(10), 5);
    StayDefinition stay = windows();
    assertThat(
            number(stay, later, new Object[] {"north", "a", null, TODAY, null, null})
                .rows()
                .count())
        .isEqualTo(1);
    assertThat(
            number(stay, later, new Object[] {"north", "a", null, null, null, TODAY.plusDays(9)})
                .rows()
                .count())
        .isZero();
  }

  @Test
  void withoutWindowsEveryOfferShows() {
    NumberedOffers offers =
        number(
            stay(null, new ColumnPair(null, null)),
            new Object[] {"north", "a", null, TODAY.minusDays(9), null, TODAY.minusDays(9)});
    assertThat(offers.rows().count()).isEqualTo(1);
  }

  private static NumberedOffers number(StayDefinition stay, Object[]... rows) {
    return number(stay, HORIZON, rows);
  }

  private static NumberedOffers number(StayDefinition stay, Horizon horizon, Object[]... rows) {
    PropertyDefinition property =
        new PropertyDefinition(
            "camp",
            new SqlText("camp", 1, 1),
            null,
            List.of("camp"),
            List.of(),
            List.of(new SortDefinition("recommended", List.of(new SortKey("camp", false)))),
            List.of(),
            null,
            LayoutDefinition.NONE);
    OfferDefinition offer =
        new OfferDefinition(
            "pitch",
            new SqlText("pitch", 1, 1),
            null,
            List.of("pitch"),
            List.of(),
            stay,
            List.of(),
            LayoutDefinition.NONE);
    return new OfferNumbering(
            property, offer, owner -> owner == 0 ? TODAY : TODAY.minusDays(1), horizon)
        .number(new MasterRows(COLUMNS, new ArrayList<>(Arrays.asList(rows))), PROPERTIES);
  }

  private static Object[] offer(String camp, String pitch) {
    return new Object[] {camp, pitch, null, null, null, null};
  }

  private static List<String> keys(NumberedOffers offers) {
    List<String> keys = new ArrayList<>();
    for (int offer = 0; offer < offers.rows().count(); offer++) {
      keys.add(offers.rows().value(offer, 0) + " " + offers.rows().value(offer, 1));
    }
    return keys;
  }

  private static StayDefinition windows() {
    return stay(new ColumnPair("sale_from", "sale_to"), new ColumnPair("stay_from", "stay_to"));
  }

  private static StayDefinition stay(ColumnPair sale, ColumnPair window) {
    CalendarValue fee = new CalendarValue("night", "fee");
    return new StayDefinition(
        new CalendarValue("night", "free"),
        new PriceDefinition.PerUnit(fee, null),
        StayDefinition.LengthLimits.NONE,
        sale,
        window,
        null,
        StayDefinition.NightDefinition.NONE,
        null,
        null,
        null,
        null);
  }
}
