package tatami.ingest.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tatami.ingest.compression.Compression;

class RyokanSizeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1, hotels=0 allowed=1..100000",
    "100001, 1, 1, 1, hotels=100001 allowed=1..100000",
    "1, 0, 1, 1, plansPerHotel=0 allowed=1..1500",
    "1, 1501, 1, 1, plansPerHotel=1501 allowed=1..1500",
    "1, 1, 0, 1, occupancies=0 allowed=1..10",
    "1, 1, 11, 1, occupancies=11 allowed=1..10",
    "1, 1, 1, 0, days=0 allowed=1..366",
    "1, 1, 1, 367, days=367 allowed=1..366",
    "-5, 1, 1, 1, hotels=-5 allowed=1..100000"
  })
  void refusesSizesOutOfBounds(
      int hotels, int plansPerHotel, int occupancies, int days, String problem) {
    assertThatThrownBy(() -> new RyokanSize(hotels, plansPerHotel, occupancies, days))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(problem);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1", "100000, 1500, 10, 366"})
  void acceptsItsBounds(int hotels, int plansPerHotel, int occupancies, int days) {
    RyokanSize size = new RyokanSize(hotels, plansPerHotel, occupancies, days);

    assertThat(size.hotels()).isEqualTo(hotels);
  }

  /** One day is enough to count: every price series has all days. */
  @ParameterizedTest
  @CsvSource({"1", "2", "42", "-7"})
  void givesTheDemoElevenToFourteenMillionPrices(long seed, @TempDir Path folder)
      throws IOException {
    RyokanSize demo = RyokanSize.demo();
    RyokanSize oneDay = new RyokanSize(demo.hotels(), demo.plansPerHotel(), demo.occupancies(), 1);

    GeneratedFeeds feeds =
        RyokanFeeds.generate(oneDay, RyokanOptions.ofSeed(seed), LocalDate.of(2026, 4, 1), folder);

    assertThat(demo.days()).isEqualTo(366);
    assertThat(GeneratedRows.file(feeds, "hotel").rows()).isEqualTo(2_000);
    assertThat(GeneratedRows.read(feeds, "hotel").stream().map(row -> row.getField("prefecture")))
        .filteredOn(new HashSet<>()::add)
        .hasSize(47);
    assertThat(GeneratedRows.file(feeds, "price").rows() * demo.days())
        .isBetween(11_000_000L, 14_000_000L);
  }

  @ParameterizedTest
  @ValueSource(ints = {99, 0, -1, 1_000_001})
  void refusesAMessThatWouldCostAFeed(int mess) {
    OptionalInt oneOf = OptionalInt.of(mess);
    assertThatThrownBy(() -> new RyokanOptions(1, PricedPer.UNIT, Compression.NONE, oneOf))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("mess=" + mess + " allowed=100..1000000");
  }

  @Test
  void refusesAFirstNightThatHasNoFourDigitYear(@TempDir Path folder) {
    assertThatThrownBy(
            () ->
                RyokanFeeds.generate(
                    new RyokanSize(1, 1, 1, 1),
                    RyokanOptions.ofSeed(1),
                    LocalDate.of(10_000, 1, 1),
                    folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("firstNight=+10000-01-01 allowed=1900-01-01..9000-12-31");
  }
}
