package tatami.searchtable.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every codec keeps, whatever it holds: compared with naive values, and with the bytes of
 * earlier versions.
 *
 * @param <V> what a row has
 */
abstract class ColumnCodecContract<V> {

  private static final int ROWS = 400;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * A codec with what is known of it without it.
   *
   * @param name of its golden file
   * @param codec writes and reads
   * @param draw a value near the bounds, on both sides of them
   * @param fits what the bounds say, in naive terms
   * @param expected what a value is read as, in a form that has equals
   * @param golden values whose bytes are kept
   */
  record Case<V, C extends ColumnCodec<V>>(
      String name,
      C codec,
      Function<SplittableRandom, V> draw,
      Predicate<V> fits,
      Function<V, Object> expected,
      List<V> golden) {}

  abstract List<Case<V, ? extends ColumnCodec<V>>> cases();

  /** Returns what was read in a form that has equals. */
  abstract Object comparable(V read);

  @Test
  void readsWhatWasWritten() {
    forRandomValues(
        (tested, value) -> {
          if (tested.fits().test(value)) {
            RecordedFields fields = RecordedFields.of(tested.codec(), value);
            assertThat(fields.count()).isEqualTo(tested.codec().columns().size());
            V read = tested.codec().read(fields);
            assertThat(comparable(read)).isEqualTo(tested.expected().apply(value));
          }
        });
  }

  @Test
  void fitsExactlyWhatCanBeWritten() {
    forRandomValues(
        (tested, value) -> {
          assertThat(tested.codec().fits(value)).isEqualTo(tested.fits().test(value));
          if (!tested.fits().test(value)) {
            assertThatThrownBy(() -> RecordedFields.of(tested.codec(), value))
                .isInstanceOf(IllegalArgumentException.class);
          }
        });
  }

  @Test
  void bothFittingAndUnfitValuesAreDrawn() {
    for (Case<V, ? extends ColumnCodec<V>> tested : cases()) {
      SplittableRandom random = new SplittableRandom(1);
      List<Boolean> drawn =
          random
              .longs(ROWS)
              .mapToObj(SplittableRandom::new)
              .map(tested.draw())
              .map(tested.fits()::test)
              .toList();
      assertThat(drawn).as(tested.name()).contains(true, false);
    }
  }

  @Test
  void bytesAreThoseOfTheGoldenFile() throws IOException {
    for (Case<V, ? extends ColumnCodec<V>> tested : cases()) {
      String written =
          tested.golden().stream()
              .map(value -> RecordedFields.of(tested.codec(), value).hex() + "\n")
              .collect(Collectors.joining());
      String file = "codec/golden/v1/" + tested.name() + ".txt";
      if (Boolean.getBoolean("updateGolden")) {
        Files.writeString(Path.of("src/test/resources", file), written);
        continue;
      }
      try (InputStream golden = getClass().getClassLoader().getResourceAsStream(file)) {
        assertThat(golden).as(file + ", made with -DupdateGolden=true").isNotNull();
        String kept = new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(written).as("a changed format is a new version: " + file).isEqualTo(kept);
      }
    }
  }

  @Test
  void comesBackFromJsonAsItWas() {
    for (Case<V, ? extends ColumnCodec<V>> tested : cases()) {
      ColumnCodec<V> codec = tested.codec();
      String json = JSON.writeValueAsString(codec);
      Class<?> kind = codec instanceof NumberCodec ? NumberCodec.class : TagCodec.class;
      assertThat(JSON.readValue(json, kind)).isEqualTo(codec);
    }
  }

  private interface Check<V> {
    void check(Case<V, ? extends ColumnCodec<V>> tested, V value);
  }

  private void forRandomValues(Check<V> check) {
    long seed = Long.getLong("tatami.seed", 20_261_121);
    for (Case<V, ? extends ColumnCodec<V>> tested : cases()) {
      SplittableRandom random = new SplittableRandom(seed);
      for (int row = 0; row < ROWS; row++) {
        V value = tested.draw().apply(random);
        try {
          check.check(tested, value);
        } catch (RuntimeException | AssertionError failure) {
          throw new AssertionError(
              tested.name()
                  + ": row="
                  + row
                  + " value="
                  + comparable(value)
                  + ", repeat with: mvn test -pl searchtable -Dtest="
                  + getClass().getSimpleName()
                  + " -Dtatami.seed="
                  + seed,
              failure);
        }
      }
    }
  }
}
