package tatami.ingest.synthetic;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** The nights that calendars are generated for, with their text in a feed. Immutable. */
final class Nights {

  /** {@code yyyy-mm-dd,}. */
  static final int TEXT_BYTES = 11;

  private final LocalDate first;
  private final int count;
  private final byte[] texts;

  Nights(LocalDate first, int count) {
    if (first.getYear() < 1900 || first.getYear() > 9000) {
      throw new IllegalArgumentException(
          "first night is out of bounds: firstNight=" + first + " allowed=1900-01-01..9000-12-31");
    }
    this.first = first;
    this.count = count;
    StringBuilder text = new StringBuilder();
    for (int night = 0; night < count; night++) {
      text.append(first.plusDays(night)).append(',');
    }
    texts = text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  int count() {
    return count;
  }

  /** Returns a night, also before the first and after the last. */
  LocalDate day(int night) {
    return first.plusDays(night);
  }

  void copyText(int night, byte[] target, int offset) {
    System.arraycopy(texts, night * TEXT_BYTES, target, offset, TEXT_BYTES);
  }
}
