package tatami.benchmarks.peers.folded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tatami.benchmarks.peers.folded.StayRules.HotelDays;
import tatami.benchmarks.peers.folded.StayRules.PlanDay;
import tatami.benchmarks.peers.folded.StayRules.PlanRules;

/** Rules of arrival, departure and length of stay as bits. */
class StayRulesTest {

  private static final int NIGHTS = 6;

  @Test
  void withoutARuleEveryStayInsideTheHorizonIsAllowed() {
    int[] allowed = allowed(new PlanRules(null, null), new HotelDays());
    assertThat(allowed).hasSize(NIGHTS);
    assertThat(lengths(allowed[0])).startsWith("1 2 3 4 5 6");
  }

  @Test
  void whatTheDayOfArrivalSaysReplacesWhatThePlanSays() {
    PlanRules plan = new PlanRules(2, 4);
    plan.days().add(new PlanDay(1, false, 3, null, null, null, null));
    plan.days().add(new PlanDay(2, false, null, null, null, null, "0110"));
    int[] allowed = allowed(plan, new HotelDays());
    assertThat(lengths(allowed[0])).isEqualTo("2 3 4");
    assertThat(lengths(allowed[1])).isEqualTo("3 4");
    assertThat(lengths(allowed[2])).isEqualTo("2 3");
  }

  @Test
  void everyNightOfTheStayHasItsSay() {
    PlanRules plan = new PlanRules(null, null);
    plan.days().add(new PlanDay(2, false, null, null, 2, 3, null));
    int[] allowed = allowed(plan, new HotelDays());
    assertThat(lengths(allowed[0])).isEqualTo("1 2 3");
    assertThat(lengths(allowed[1])).isEqualTo("1 2 3");
    assertThat(lengths(allowed[2])).isEqualTo("2 3");
  }

  @Test
  void nobodyArrivesOrLeavesOnAClosedDay() {
    HotelDays hotel = new HotelDays();
    hotel.arrivalClosed().set(1);
    hotel.departureClosed().set(3);
    int[] allowed = allowed(new PlanRules(null, 4), hotel);
    assertThat(lengths(allowed[0])).isEqualTo("1 2 4");
    assertThat(allowed[1]).isZero();
    assertThat(lengths(allowed[2])).isEqualTo("2 3 4");
  }

  private static int[] allowed(PlanRules plan, HotelDays hotel) {
    return new StayRules(NIGHTS).allowed(plan, hotel);
  }

  private static String lengths(int bits) {
    return IntStream.rangeClosed(1, StayRules.MOST_NIGHTS)
        .filter(length -> (bits & 1 << (length - 1)) != 0)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }
}
