package tatami.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WellFormedTest {

  @Test
  void keepsWholePairs() {
    assertThat(WellFormed.text("a𠮷b")).isEqualTo("a𠮷b");
  }

  @Test
  void replacesHalves() {
    assertThat(WellFormed.text("\ud842|\udfb7|\udfb7\ud842|\ud842"))
        .isEqualTo("\ufffd|\ufffd|\ufffd\ufffd|\ufffd");
  }
}
