package tatami.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class LineReaderTest {

  @Test
  void readsEachLineAndAnUnfinishedLastOne() throws IOException {
    LineReader lines = reader("東京\n\nlast".getBytes(StandardCharsets.UTF_8));
    assertThat(lines.advance()).isTrue();
    assertThat(lines.text()).isEqualTo("東京");
    assertThat(lines.advance()).isTrue();
    assertThat(lines.text()).isEmpty();
    assertThat(lines.advance()).isTrue();
    assertThat(lines.text()).isEqualTo("last");
    assertThat(lines.number()).isEqualTo(3);
    assertThat(lines.advance()).isFalse();
  }

  @Test
  void refusesOneLineThatIsNotUtf8AndGoesOn() throws IOException {
    LineReader lines = reader(new byte[] {(byte) 0x93, 0x5f, '\n', 'o', 'k', '\n'});
    assertThat(lines.advance()).isTrue();
    assertThatThrownBy(lines::text).isInstanceOf(CharacterCodingException.class);
    assertThat(lines.advance()).isTrue();
    assertThat(lines.text()).isEqualTo("ok");
    assertThat(lines.advance()).isFalse();
  }

  private static LineReader reader(byte[] bytes) {
    return new LineReader(new ByteArrayInputStream(bytes));
  }
}
