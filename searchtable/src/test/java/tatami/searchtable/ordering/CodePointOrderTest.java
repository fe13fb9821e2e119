package tatami.searchtable.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointOrderTest {

  private static final long SEED = Long.getLong("tatami.seed", System.nanoTime());

  /** The borders of UTF-8's lengths and of the surrogates, on either side. */
  private static final int[] BORDERS = {
    0x1, 0x41, 0x7F, 0x80, 0x7FF, 0x800, 0x3042, 0xD7FF, 0xE000, 0xFF21, 0xFFFF, 0x10000, 0x1F600,
    0x10FFFF
  };

  @Test
  void ordersTextsLikeTheirUtf8Bytes() {
    System.out.println(
        "repeat with: mvn -pl searchtable test -Dtest=CodePointOrderTest -Dtatami.testArguments=-Dtatami.seed="
            + SEED);
    Random random = new Random(SEED);
    List<String> texts = new ArrayList<>();
    for (int index = 0; index < 150; index++) {
      texts.add(text(random));
    }
    for (String left : texts) {
      for (String right : texts) {
        assertThat(Integer.signum(CodePointOrder.COMPARATOR.compare(left, right)))
            .as("%s and %s", codePoints(left), codePoints(right))
            .isEqualTo(Integer.signum(compareUtf8(left, right)));
      }
    }
  }

  @Test
  void putsSupplementaryCharactersBehindAllOthersUnlikeString() {
    String fullWidth = "\uFF21";
    String smile = Character.toString(0x1F600);
    assertThat(CodePointOrder.COMPARATOR.compare(fullWidth, smile)).isNegative();
    assertThat(fullWidth.compareTo(smile)).isPositive();
  }

  @Test
  void putsAPrefixFirst() {
    assertThat(CodePointOrder.COMPARATOR.compare("", "a")).isNegative();
    assertThat(CodePointOrder.COMPARATOR.compare("ab", "a")).isPositive();
    assertThat(CodePointOrder.COMPARATOR.compare("ab", "ab")).isZero();
  }

  private static int compareUtf8(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(4);
    for (int index = 0; index < length; index++) {
      text.appendCodePoint(BORDERS[random.nextInt(BORDERS.length)]);
    }
    return text.toString();
  }

  private static List<String> codePoints(String text) {
    return text.codePoints().mapToObj(point -> String.format("U+%04X", point)).toList();
  }
}
