package tatami.searchbuild.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tatami.searchbuild.fill.FilledCells;
import tatami.searchbuild.fill.FilledRelease;
import tatami.searchbuild.verify.ReleaseVerification;
import tatami.searchtable.calendar.OwnDays;
import tatami.searchtable.description.ChildPolicy;
import tatami.searchtable.description.ChildPolicy.AgeBand;
import tatami.searchtable.description.ChildPolicy.BandPricing;
import tatami.searchtable.description.LeadTime;
import tatami.searchtable.description.LongStay;
import tatami.searchtable.description.LongStay.Rebate;
import tatami.searchtable.description.LongStay.RebateKind;
import tatami.searchtable.description.PersonClass;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.StayLayout;
import tatami.searchtable.description.StayLayout.NightRules;
import tatami.searchtable.description.StayLayout.OfferCalendar;
import tatami.searchtable.description.StayLayout.PriceModel;
import tatami.searchtable.description.StayLayout.PriceTable;

/** Builds with every rule of a stay, read back from the tables. */
class StayRulesIT {

  @TempDir Path folder;

  private LodgeBuild build;

  @BeforeEach
  void writeFeeds() throws IOException {
    build = new LodgeBuild(folder);
  }

  @AfterEach
  void closeConnections() {
    build.close();
  }

  @Test
  void aSaleIsOverByTheLocalDateOfItsProperty() {
    build.rebuild();
    assertThat(
            build.list(
                "SELECT _id || ' ' || _parent_1 || ' ' || _key_1 FROM lodge_r1.rate_key ORDER BY _id"))
        .containsExactly("0 akan 1", "1 akan 2", "2 oslo 1", "3 oslo 2", "4 york 1", "5 york 3");
  }

  @Test
  void equalTermsShareANumber() {
    build.rebuild();
    StayLayout stay = build.describe().stay();
    assertThat(build.numbers(stay.rules().policy())).isEqualTo("0 0 0 0 1 -");
    assertThat(stay.policies())
        .containsExactly(
            new ChildPolicy(
                List.of(
                    new AgeBand(0, 5, PersonClass.INFANT, false, BandPricing.FREE, 0),
                    new AgeBand(6, 11, PersonClass.CHILD_A, true, BandPricing.SHARE_OF_ADULT, 7000),
                    new AgeBand(12, 17, PersonClass.ADULT, true, BandPricing.OWN_CELLS, 0))),
            new ChildPolicy(List.of()));
    assertThat(build.numbers(stay.rules().longStay())).isEqualTo("0 - - 0 - 1");
    assertThat(stay.longStays())
        .containsExactly(
            new LongStay(
                List.of(
                    new Rebate(3, RebateKind.SHARE, 1000),
                    new Rebate(7, RebateKind.FREE_NIGHTS, 7))),
            new LongStay(List.of(new Rebate(2, RebateKind.AMOUNT, 1500))));
    assertThat(build.numbers(stay.rules().leadTime())).isEqualTo("0 1 2 2 3 4");
    assertThat(stay.leadTimes())
        .containsExactly(
            new LeadTime("Asia/Tokyo", 3, 18 * 60 + 30, 1, 30),
            new LeadTime("Asia/Tokyo", null, null, null, null),
            new LeadTime("Europe/Oslo", 3, 18 * 60 + 30, 1, 30),
            new LeadTime("America/New_York", 0, 0, null, null),
            new LeadTime("America/New_York", null, null, null, null));
  }

  @Test
  void numbersOfTermsHaveTheFormThatTheCatalogPins() throws IOException {
    build.write(
        "catalog.yaml",
        LodgeBuild.CATALOG
            + "    layout: { codec: { policy: int4, lead_time: int8, largest_occupancy: int2 } }");
    build.rebuild();
    assertThat(
            build.list(
                """
                SELECT attname || ' ' || atttypid::regtype FROM pg_attribute
                WHERE attrelid = 'lodge_r1.rate'::regclass
                  AND attname IN ('policy', 'lead_time', 'largest_occupancy') ORDER BY 1
                """))
        .containsExactly("largest_occupancy smallint", "lead_time bigint", "policy integer");
    assertThat(build.numbers(build.describe().stay().rules().policy())).isEqualTo("0 0 0 0 1 -");
  }

  @Test
  void oddRowsAreNamedInWarnings() {
    assertThat(build.rebuild().warnings())
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .contains("1 row of feed \"band\"", "person class", "policy=odd, band=1"))
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .contains("1 row of feed \"rebate\"", "exactly one", "lodge=oslo, rate=1"))
        .filteredOn(warning -> warning.contains("price calendars"))
        .hasSize(3)
        .allMatch(warning -> warning.contains("occupancy 0 with [adult"));
  }

  @Test
  void aRoomIsPricedByHeadsAndExtraHeadsByClass() {
    build.rebuild();
    StayLayout stay = build.describe().stay();
    assertThat(stay.model()).isEqualTo(PriceModel.PER_ROOM);
    assertThat(stay.prices())
        .extracting(
            price -> price.occupancy() + " " + price.personClass() + " " + price.table(),
            PriceTable::rows)
        .containsExactlyInAnyOrder(
            tuple("0 adult price_extra_adult", 2),
            tuple("0 child_a price_extra_child_a", 1),
            tuple("1 null price_1_room", 1),
            tuple("2 null price_2_room", 1),
            tuple("3 null price_3_room", 0),
            tuple("4 null price_4_room", 1));
    assertThat(build.numbers(stay.rules().largestOccupancy())).isEqualTo("2 - - 4 - -");
  }

  @Test
  void closingsReachEachOfferThatTheyAreAbout() throws SQLException {
    build.rebuild();
    NightRules nights = build.describe().stay().rules().nights();
    assertThat(nights.closed())
        .singleElement()
        .satisfies(
            closed -> {
              assertThat(closed.table()).isEqualTo("closed");
              assertThat(closed.cells()).isInstanceOf(OwnDays.class);
              assertThat(read(closed))
                  .containsExactly(
                      "0: -1 1 -1 -1 1 -1 -1 -1 -1 -1", "1: -1 1 -1 -1 1 -1 -1 -1 -1 -1");
            });
    assertThat(nights.stopSell())
        .singleElement()
        .satisfies(
            stopped -> {
              assertThat(stopped.table()).isEqualTo("stop_sell_2");
              assertThat(read(stopped))
                  .containsExactly(
                      "2: -1 -1 -1 -1 -1 -1 -1 -1 -1 1", "3: -1 -1 -1 -1 -1 -1 -1 -1 -1 1");
            });
  }

  @Test
  void closingsBehindTheHorizonOrOfNoNightNeedNoTable() {
    build.rebuild();
    NightRules nights = build.describe().stay().rules().nights();
    assertThat(nights.arrivalClosed()).isEmpty();
    assertThat(nights.departureClosed()).isEmpty();
    assertThat(build.list("SELECT relname::text FROM pg_class WHERE relname LIKE '%\\_closed%'"))
        .isEmpty();
  }

  @Test
  void patternsAndLimitsThroughAStayAreCalendars() throws SQLException {
    build.rebuild();
    StayLayout stay = build.describe().stay();
    assertThat(read(stay.rules().nights().stayPattern()))
        .containsExactly("0: -1 -1 22 -1 -1 -1 -1 -1 -1 -1");
    assertThat(NightRules.isLengthIn(22, 2)).isTrue();
    assertThat(NightRules.isLengthIn(22, 4)).isFalse();
    assertThat(
            build.calendars(
                stay.rules().minimumStayThrough().table(),
                stay.rules().minimumStayThrough().cells()))
        .containsExactly("0: -1 -1 3 -1 -1 -1 -1 -1 -1 -1");
    assertThat(build.numbers(stay.rules().minimumStayThrough().codec())).isEqualTo("- 2 - - - -");
    assertThat(stay.rules().maximumStayThrough().table()).isNull();
    assertThat(build.numbers(stay.rules().maximumStayThrough().codec())).isEqualTo("- 5 - - - 11");
  }

  @Test
  void aPatternOf62CharactersIsHeldWhole() throws IOException, SQLException {
    List<String> nights = new ArrayList<>(LodgeBuild.nights());
    nights.replaceAll(
        line ->
            line.replaceFirst("(akan,2,2026-12-06,.*),$", "$1," + "1".repeat(62))
                .replaceFirst("(akan,2,2026-12-07,.*),$", "$1," + "0".repeat(62)));
    build.write("night.csv", nights);
    build.rebuild();
    assertThat(read(build.describe().stay().rules().nights().stayPattern()))
        .filteredOn(row -> row.contains("9223372036854775807"))
        .hasSize(1)
        .allMatch(row -> row.contains(" 9223372036854775807 4611686018427387904 "));
  }

  @Test
  void aCatalogOfPoliciesThatNoOfferHasStillHasOne() throws IOException {
    build.write(
        "rate.csv",
        "lodge,rate,shuts,policy,close_days,close_time,ahead_least,ahead_most,least,most",
        "akan,1,,,,,,,,");
    build.rebuild();
    StayLayout stay = build.describe().stay();
    assertThat(stay.policies()).containsExactly(new ChildPolicy(List.of()));
    assertThat(build.numbers(stay.rules().policy())).isEqualTo("-");
  }

  @Test
  void tenThousandPoliciesHaveTenThousandNumbers() throws IOException {
    List<String> bands =
        new ArrayList<>(List.of("policy,band,age_from,age_to,person,counts,percent,fee"));
    List<String> rates =
        new ArrayList<>(
            List.of(
                "lodge,rate,shuts,policy,close_days,close_time,ahead_least,ahead_most,least,most"));
    for (int policy = 1; policy <= 10_000; policy++) {
      bands.add("p" + policy + ",1,0,17,child_a,t,," + policy + ".00");
      rates.add("akan," + policy + ",,p" + policy + ",,,,,,");
      rates.add("oslo," + policy + ",,p" + policy + ",,,,,,");
    }
    build.write("band.csv", bands);
    build.write("rate.csv", rates);
    build.rebuild();
    ReleaseDescription description = build.describe();
    assertThat(description.stay().policies()).hasSize(10_000);
    assertThat(description.stay().policies().get(9_999).bands().get(0).amount())
        .isEqualTo(1_000_000);
    assertThat(build.numbers(description.stay().rules().policy()).split(" "))
        .hasSize(20_000)
        .startsWith("0", "1", "2")
        .endsWith("9998", "9999");
  }

  @Test
  void theVerificationFindsWhatIsNotAsItWasFilled() throws SQLException {
    build.rebuild();
    FilledRelease filled = filled();
    assertThat(verify(filled)).isEmpty();
    build.jdbi.useHandle(
        handle -> {
          String ofOffer1 = "'\\x1100020102'";
          String ofOffer2 = "'\\x1100030104'";
          handle.execute("UPDATE lodge_r1.closed SET cells = " + ofOffer1 + " WHERE plane = 1");
          handle.execute("UPDATE lodge_r1.stop_sell_2 SET cells = " + ofOffer2);
          handle.execute("UPDATE lodge_r1.stay_pattern SET cells = '\\x010001'");
          handle.execute("DELETE FROM lodge_r1.price_2_room");
        });
    assertThat(verify(filled))
        .contains(
            "nights with a value in closed: expected 4, found 3",
            "rows of stop_sell_2: expected 2, found 1",
            "blocks of stay_pattern that cannot be read: expected 0, found 1",
            "rows of stay_pattern: expected 1, found 0",
            "rows of price_2_room: expected 1, found 0",
            "prices: expected 46, found 37",
            "offers whose largest_occupancy is not that of their prices: expected 0, found 1");
    assertThat(verify(withoutTerms(filled)))
        .contains(
            "offers with a policy that the description does not have: expected 0, found 5",
            "offers with a lead_time that the description does not have: expected 0, found 6");
  }

  private FilledRelease filled() {
    return new FilledRelease(
        build.describe(),
        "",
        Map.of(),
        List.of(),
        5 * 9 + 1,
        0,
        Map.of(
            "stock", new FilledCells(5, 50),
            "closed", new FilledCells(2, 4),
            "stop_sell_2", new FilledCells(2, 2),
            "stay_pattern", new FilledCells(1, 1),
            "minimum_stay_through_by_day", new FilledCells(1, 1)),
        List.of());
  }

  private static FilledRelease withoutTerms(FilledRelease filled) {
    ReleaseDescription known = filled.description();
    StayLayout stay = known.stay();
    return new FilledRelease(
        new ReleaseDescription(
            known.format(),
            known.catalog(),
            known.schema(),
            known.timeZone(),
            known.currency(),
            known.horizon(),
            known.maximumNights(),
            known.property(),
            known.offer(),
            new StayLayout(
                stay.stockTable(),
                stay.stock(),
                stay.model(),
                stay.prices(),
                stay.rules(),
                List.of(),
                List.of(),
                List.of(),
                null),
            known.dataAsOf()),
        "",
        Map.of(),
        List.of(),
        filled.prices(),
        0,
        filled.calendars(),
        List.of());
  }

  private List<String> verify(FilledRelease filled) throws SQLException {
    try (Connection connection = build.database.getConnection()) {
      return new ReleaseVerification(connection, filled).verify();
    }
  }

  private List<String> read(OfferCalendar calendar) throws SQLException {
    return build.calendars(calendar.table(), calendar.cells());
  }
}
