package tatami.query.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tatami.query.request.Guests;

/** Random offers and parties, against {@link NaiveStay}. */
class RandomStayTest {

  private static final int SCENES = 300;
  private static final int STAYS = 12;
  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());

  @Test
  void judgesAsTheRulesAreWritten() {
    System.err.println(
        "repeat with: mvn -pl query -am test -Dtest=RandomStayTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtatami.testArguments=-Dtatami.seed="
            + SEED);
    Map<String, Integer> hits = new TreeMap<>();
    for (int number = 0; number < SCENES; number++) {
      RandomScene random = new RandomScene(new Random(SEED + number));
      StayScene scene = random.scene();
      for (int stay = 0; stay < STAYS; stay++) {
        Guests guests = random.guests();
        int checkIn = random.below(scene.nights());
        int nights = 1 + random.below(Math.min(4, scene.nights() - checkIn));
        String answer =
            compare(scene, guests, checkIn, nights, "seed=%d+%d".formatted(SEED, number));
        hits.merge(answer, 1, Integer::sum);
      }
    }
    System.err.println(hits);
    assertThat(hits).as("seed=%d every rule is met".formatted(SEED)).hasSizeGreaterThan(15);
    assertThat(hits.get("total")).isGreaterThan(SCENES);
  }

  private static String compare(
      StayScene scene, Guests guests, int checkIn, int nights, String seed) {
    NaiveStay naive = new NaiveStay(scene, guests);
    String expected = naive.judge(checkIn, nights);
    String where = seed + " " + guests + " night=" + checkIn + " nights=" + nights;
    assertThat(scene.verdict(guests, checkIn, nights)).as(where).isEqualTo(expected);
    assertThat(scene.openNights(guests)).as(where).isEqualTo(naive.openNights());
    if (!Character.isDigit(expected.charAt(0))) {
      return expected;
    }
    assertThat(scene.rooms(guests, checkIn, nights)).as(where).isEqualTo(naive.rooms());
    return "total";
  }
}
