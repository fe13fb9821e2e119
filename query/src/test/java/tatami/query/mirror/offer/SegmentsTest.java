package tatami.query.mirror.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tatami.query.mirror.bits.Bits;
import tatami.query.mirror.column.OfferColumns;

/** Properties of sets of offers, against a look at each offer. */
class SegmentsTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "1, 1, 200",
    "2, 0, 1",
    "50, 0, 3",
    "200, 1, 1",
    "200, 1, 9",
    "300, 0, 2",
    "300, 0, 150",
    "64, 64, 64",
    "70, 63, 65",
    "1000, 0, 12"
  })
  void thosePropertiesAreFoundThatHaveAnOffer(int properties, int fewest, int most) {
    Random random = new Random(properties * 31L + most);
    for (int round = 0; round < 50; round++) {
      int[] counts = random.ints(properties, fewest, most + 1).toArray();
      OfferColumns offers = offers(counts);
      Segments segments = new Segments(offers);
      long[] some = Bits.none(offers.count());
      int share = 1 + random.nextInt(20);
      for (int offer = 0; offer < offers.count(); offer++) {
        Bits.put(some, offer, round == 0 || random.nextInt(share) == 0);
      }
      long[] expected = Bits.none(properties);
      for (int offer = 0; offer < offers.count(); offer++) {
        if (Bits.get(some, offer)) {
          Bits.set(expected, offers.property(offer));
        }
      }
      long[] found = Bits.none(properties);
      segments.findProperties(some, found);
      assertThat(found).as("round %d", round).isEqualTo(expected);
      long[] all = Bits.none(offers.count());
      Segments.addOffers(offers, expected, all);
      for (int offer = 0; offer < offers.count(); offer++) {
        assertThat(Bits.get(all, offer)).isEqualTo(Bits.get(expected, offers.property(offer)));
      }
    }
  }

  private static OfferColumns offers(int[] counts) {
    int[] properties = new int[Arrays.stream(counts).sum()];
    int offer = 0;
    for (int property = 0; property < counts.length; property++) {
      for (int each = 0; each < counts[property]; each++) {
        properties[offer++] = property;
      }
    }
    return new OfferColumns(properties, new int[properties.length], Map.of(), counts.length);
  }
}
