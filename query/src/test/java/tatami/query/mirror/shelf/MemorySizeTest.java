package tatami.query.mirror.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {

  @ParameterizedTest
  @CsvSource({
    "1k, 1024",
    "800m, 838860800",
    "4g, 4294967296",
    "' 4G ', 4294967296",
    "2t, 2199023255552"
  })
  void readsWhatTheJvmReads(String text, long bytes) {
    assertThat(MemorySize.parse(text).bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4", "g", "-1g", "1.5g", "4gb", "0m", "999999999999t", "4 g"})
  void refusesWhatIsNoSize(String text) {
    assertThatThrownBy(() -> MemorySize.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a size is");
  }

  @Test
  void isWrittenForPeopleAndForTheJvm() {
    assertThat(new MemorySize(0)).hasToString("0.0 MiB");
    assertThat(new MemorySize(1_500_000_000)).hasToString("1.4 GiB");
    assertThat(new MemorySize(1_500_000)).hasToString("1.4 MiB");
    assertThat(new MemorySize(1_500_000).toFlag()).isEqualTo("2m");
    assertThat(new MemorySize(1 << 20).toFlag()).isEqualTo("1m");
    assertThatThrownBy(() -> new MemorySize(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
