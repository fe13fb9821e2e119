package tatami.query.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.query.engine.FacetCounts;
import tatami.query.engine.FoundPage.Hit;
import tatami.query.engine.Matches;
import tatami.query.engine.OfferTotals;
import tatami.query.engine.PageHits;
import tatami.query.engine.Ranking.Ranked;
import tatami.query.engine.SearchPlan;
import tatami.query.facet.FacetResult;
import tatami.query.facet.FacetResult.Numbers;
import tatami.query.facet.FacetResult.Values;
import tatami.query.release.OpenRelease;
import tatami.query.release.TestReleases;
import tatami.query.request.Guests.Room;
import tatami.query.request.RequestReader;
import tatami.query.stay.OfferNumber;
import tatami.query.stay.Offers;
import tatami.query.stay.StayTerms.StayJudge;
import tatami.searchtable.description.StayLayout.PriceModel;

/**
 * What matches, what is counted and what a page shows of boats whose offers have totals as drawn:
 * the deal "fix" is asked for, and boats that sail; how others would do is counted.
 *
 * <pre>
 *   boat  kind   length     offers: deal
 *   0     sail   40 steps   10 fix   11 flex   12 fix
 *   1     motor  44 steps   20 fix   21 flex
 *   2     sail   none       30 flex  31 fix
 *   3     is none that passes: 40 fix
 *   5     other  44 steps   50 fix
 * </pre>
 */
class FoundBoatsTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-08-25");
  private static final OpenRelease BOATS = TestReleases.boats(PriceModel.PER_UNIT);
  private static final String DATED =
      "\"stay\": {\"check_in\": \"2026-09-01\", \"nights\": 2, \"party\": {\"adults\": 4}}, ";
  private static final String ASKED =
      "\"where\": {\"kind\": [\"sail\"], \"deal\": [\"fix\"]},"
          + " \"facets\": [\"kind\", \"deal\", \"length\", \"price\"]";

  /** By position: offers 10, 11, 12, 20, 30, 31 and 50. Offer 21 fails two conditions. */
  private static final long[] TOTALS = {900, 300, 700, 500, 250, -1, 400};

  private final FakeTables tables = new FakeTables();
  private SearchPlan plan;
  private PropertyRows properties;
  private OfferRows offers;
  private OfferTotals totals;

  @Test
  void offersThatMayCountForSomethingAreInOrder() throws SQLException {
    search("{" + ASKED + "}");
    assertThat(all(offers::id)).containsExactly(10, 11, 12, 20, 30, 31, 50);
    assertThat(all(offers::property)).containsExactly(0, 0, 0, 1, 2, 2, 5);
    assertThat(all(offers::stock)).containsExactly(110, 111, 112, 120, 130, 131, 150);
    assertThat(all(offers::failed)).containsExactly(0, 2, 0, 1, 2, 0, 1);
    assertThat(all(offers::end)).containsExactly(3, 3, 3, 4, 6, 6, 7);
    assertThat(properties.passing().stream()).containsExactly(0, 2);
    assertThat(properties.few()).as("four of nine are not few").isNull();
    assertThat(properties.failed(3)).isEqualTo(PropertyRows.OUT);
  }

  @Test
  void aBudgetOfAStayIsAboutEachOffer() throws SQLException {
    search("{" + DATED + "\"price\": {\"min\": 500, \"max\": 700}, " + ASKED + "}");
    totals.putStays(new DrawnJudge(), plan.checkInNight(), 2);
    assertThat(matching()).containsExactly("0 from 700");
    assertThat(hit(0, 0, 3)).isEqualTo("0 700-700 of 1: 12=700[102]");
    assertThat(facets())
        .containsExactly(
            "kind: motor 1, sail 1", "deal: fix 1", "length: 10-12:1", "price: 700-701:1");
  }

  @Test
  void theEdgesOfABudgetAreInside() throws SQLException {
    search("{" + DATED + "\"price\": {\"min\": 900, \"max\": 900}, " + ASKED + "}");
    totals.putStays(new DrawnJudge(), plan.checkInNight(), 2);
    assertThat(matching()).containsExactly("0 from 900");
    assertThat(facets()).startsWith("kind: sail 1", "deal: fix 1").endsWith("price: 700-701:1");
  }

  @Test
  void withoutABudgetEveryOfferThatCanBeBookedCounts() throws SQLException {
    search("{" + DATED + ASKED + "}");
    totals.putStays(new DrawnJudge(), plan.checkInNight(), 2);
    assertThat(matching()).containsExactly("0 from 700");
    assertThat(hit(0, 0, 3))
        .as("cheapest first")
        .isEqualTo("0 700-900 of 2: 12=700[102] 10=900[100]");
    assertThat(facets())
        .containsExactly(
            "kind: a b  1, motor 1, sail 1",
            "deal: flex 2, fix 1",
            "length: 10-12:1",
            "price: 700-701:1");
  }

  @Test
  void anOfferForNothingCanBeBooked() throws SQLException {
    search("{" + DATED + "\"price\": {\"max\": 0}, " + ASKED + "}");
    totals.putStays(new DrawnJudge(0, 0, 0, 0, -5, 0, 0), plan.checkInNight(), 2);
    assertThat(matching()).containsExactly("0 from 0", "2 from 0");
    assertThat(hit(2, 4, 6)).isEqualTo("2 0-0 of 1: 31=0[105]");
  }

  @ParameterizedTest
  @CsvSource({"699, false", "700, true", "899, true"})
  void withoutDatesABudgetIsAboutTheLowestTotalOfTheProperty(int most, boolean isFound)
      throws SQLException {
    search("{\"price\": {\"max\": " + most + "}, " + ASKED + "}");
    drawOpenNights();
    assertThat(matching()).isEqualTo(isFound ? List.of("0 from 700") : List.of());
    assertThat(hit(0, 0, 3))
        .as("its other offers are shown all the same, up to their highest total")
        .isEqualTo("0 700-910 of 2: 12=700 10=900");
  }

  @Test
  void withoutDatesAValueCountsByTheOffersThatHaveIt() throws SQLException {
    search("{\"price\": {\"max\": 300}, " + ASKED + "}");
    drawOpenNights();
    assertThat(facets())
        .as("flex starts at 300 on boat 0 and at 250 on boat 2; fix and length 10 at 700")
        .containsExactly("kind: ", "deal: flex 2", "length: ", "price: 700-701:1");
  }

  @Test
  void withoutDatesAnOfferWithoutAPriceIsFoundButInNoBudget() throws SQLException {
    search("{" + ASKED + "}");
    assertThat(matching()).containsExactly("0 from none", "2 from none");
    assertThat(hit(2, 4, 6)).isEqualTo("2 null-null of 1: 31=null");
    assertThat(facets())
        .containsExactly(
            "kind: sail 2, a b  1, motor 1", "deal: fix 2, flex 2", "length: 10-12:1", "price: ");
    search("{\"price\": {\"min\": 0}, " + ASKED + "}");
    assertThat(matching()).isEmpty();
  }

  @Test
  void aPageShowsAsManyOffersAsAreAskedFor() throws SQLException {
    search("{" + DATED + "\"offers\": 1, " + ASKED + "}");
    totals.putStays(new DrawnJudge(7, 7, 7, 7, 7, 7, 7), plan.checkInNight(), 2);
    assertThat(hit(0, 0, 3)).as("equal totals by surrogate").isEqualTo("0 7-7 of 2: 10=7[100]");
    search("{" + DATED + "\"offers\": 0, " + ASKED + "}");
    totals.putStays(new DrawnJudge(), plan.checkInNight(), 2);
    assertThat(hit(0, 0, 3)).isEqualTo("0 700-900 of 2:");
  }

  @Test
  void roomsThatWereNamedAreNotTold() throws SQLException {
    search(
        "{"
            + DATED.replace("\"party\": {\"adults\": 4}", "\"rooms\": [{\"adults\": 4}]")
            + ASKED
            + "}");
    totals.putStays(new DrawnJudge(), plan.checkInNight(), 2);
    assertThat(hit(0, 0, 3)).isEqualTo("0 700-900 of 2: 12=700 10=900");
  }

  @Test
  void someOfTheOffersKeepTheirOrderAndTheirFlags() throws SQLException {
    search("{" + ASKED + "}");
    BitSet some = new BitSet();
    some.set(1);
    some.set(6);
    OfferRows two = offers.of(some);
    assertThat(List.of(two.count(), two.id(0), two.id(1))).containsExactly(2, 11, 50);
    assertThat(List.of(two.failed(0), two.failed(1))).containsExactly(2, 1);
    assertThat(two.number(OfferNumber.SALE_FROM, 0)).isEqualTo(1_011);
    assertThat(two.number(OfferNumber.POLICY, 0)).isEqualTo(Offers.ABSENT);
  }

  private void drawOpenNights() {
    for (int position = 0; position < TOTALS.length; position++) {
      long total = TOTALS[position];
      totals.putOpenNights(position, total < 0 ? null : new long[] {total, total + 10});
    }
  }

  private void search(String json) throws SQLException {
    plan =
        SearchPlan.of(
            BOATS,
            RequestReader.read(RequestReader.parse(json), BOATS, TODAY, false),
            TODAY.atStartOfDay(BOATS.zone()).toInstant(),
            near -> null);
    long none = Offers.ABSENT;
    tables.put(
        "boat", 4, RecordBytes.of(2, 0, 0L, none, 0, 0, 0L, 40L, 5, 1, 2L, 44L, 1, 1, 1L, 44L));
    tables.put("offer", 9, drawnOffers());
    StatementRunner runner = new StatementRunner(tables.connection(), statement -> {});
    properties = PropertyRows.read(runner, plan, plan.request().facets(), plan.request().sort());
    offers = OfferRows.read(runner, plan, plan.request().facets(), properties);
    totals = new OfferTotals(offers.count());
  }

  private static byte[] drawnOffers() {
    int[][] drawn = {
      {31, 2, 0},
      {10, 0, 0},
      {50, 5, 0},
      {12, 0, 0},
      {11, 0, 1},
      {30, 2, 1},
      {40, 3, 0},
      {21, 1, 1},
      {20, 1, 0}
    };
    List<Object> fields = new ArrayList<>();
    for (int[] offer : drawn) {
      fields.addAll(List.of(offer[0], offer[1], offer[0] + 100));
      for (int number = 0; number < 8; number++) {
        fields.add(1_000L * (number + 1) + offer[0]);
      }
      fields.addAll(List.of(2 * offer[2], (long) offer[2]));
    }
    return RecordBytes.of(fields.toArray());
  }

  private List<Integer> all(IntUnaryOperator number) {
    List<Integer> numbers = new ArrayList<>();
    for (int position = 0; position < offers.count(); position++) {
      numbers.add(number.applyAsInt(position));
    }
    return numbers;
  }

  private Matches matches() {
    return new Matches(plan, properties, offers, totals, plan.request().price());
  }

  private List<String> matching() {
    List<String> told = new ArrayList<>();
    matches()
        .each(
            0,
            (property, first, end, lowest) -> {
              assertThat(offers.property(first)).isEqualTo(property);
              assertThat(offers.end(first)).isEqualTo(end);
              told.add(property + " from " + (lowest == OfferTotals.NONE ? "none" : lowest));
            });
    return told;
  }

  private String hit(int property, int first, int end) {
    PageHits hits = new PageHits(plan, offers, totals, matches(), new DrawnJudge());
    Hit hit = hits.list(List.of(new Ranked(0, property, first, end))).get(0);
    String shown =
        hit.offers().stream()
            .map(
                offer ->
                    " "
                        + offer.id()
                        + "="
                        + offer.total()
                        + (offer.rooms() == null
                            ? ""
                            : offer.rooms().stream().map(Room::adults).toList()))
            .collect(Collectors.joining());
    assertThat(hit.millimetres()).isNull();
    return hit.id()
        + " "
        + hit.lowest()
        + "-"
        + hit.highest()
        + " of "
        + hit.offersMatching()
        + ":"
        + shown;
  }

  private List<String> facets() {
    List<String> told = new ArrayList<>();
    for (Map.Entry<String, FacetResult> facet :
        new FacetCounts(plan, properties, offers, totals).count().entrySet()) {
      told.add(facet.getKey() + ": " + counts(facet.getValue()));
    }
    return told;
  }

  private static String counts(FacetResult result) {
    if (result instanceof Values values) {
      return values.counts().stream()
          .map(count -> count.value() + " " + count.count())
          .collect(Collectors.joining(", "));
    }
    return ((Numbers) result)
        .buckets().stream()
            .map(bucket -> bucket.from() + "-" + bucket.to() + ":" + bucket.count())
            .collect(Collectors.joining(" "));
  }

  /** Knows the total of each offer by its position, and puts everybody into one room. */
  private static final class DrawnJudge implements StayJudge {

    private final long[] drawn;

    DrawnJudge(long... totals) {
      drawn = totals.length == 0 ? TOTALS : totals;
    }

    @Override
    public long judge(int position, int checkIn, int nights) {
      assertThat(List.of(checkIn, nights)).containsExactly(12, 2);
      return drawn[position];
    }

    @Override
    public boolean allowsLength(int position, int checkIn, int nights) {
      throw new UnsupportedOperationException("only whole stays are drawn");
    }

    @Override
    public long price(int position, int checkIn, int nights) {
      throw new UnsupportedOperationException("only whole stays are drawn");
    }

    @Override
    public List<Room> rooms(int position, int checkIn, int nights) {
      assertThat(List.of(checkIn, nights)).containsExactly(12, 2);
      return List.of(new Room(100 + position, List.of()));
    }

    @Override
    public long[] openNights(int position) {
      throw new AssertionError("open nights are put as they are drawn: " + Arrays.toString(drawn));
    }
  }
}
