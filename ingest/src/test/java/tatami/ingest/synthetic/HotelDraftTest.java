package tatami.ingest.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HotelDraftTest {

  @Test
  void drawsThreeToAHundredRoomTypes() {
    SplittableRandom random = new SplittableRandom(5);
    HotelDraft draft = new HotelDraft(Vocabulary.load(), new ChildPolicies(random.split()));

    int[] counts =
        IntStream.range(0, 3_000)
            .map(hotel -> draft.draw(hotel + 1, 0, random.split()).rooms().size())
            .toArray();

    assertThat(IntStream.of(counts).min()).hasValue(HotelDraft.FEWEST_ROOM_TYPES).hasValue(3);
    assertThat(IntStream.of(counts).max()).hasValue(HotelDraft.MOST_ROOM_TYPES).hasValue(100);
    assertThat(IntStream.of(counts).average().orElseThrow()).isBetween(5.0, 8.0);
  }
}
