package tatami.query.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tatami.query.release.TestReleases;

/** The key of a pier: its harbour and its number. */
class KeyReaderTest {

  private final Findings findings = new Findings();

  @Test
  void takesAllComponentsAsTexts() {
    assertThat(read("{\"key\": [\"North\", \"7\"]}")).containsExactly("North", "7");
    assertThat(read("{}")).isNull();
    assertThat(read("{\"key\": null}")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"North\"", "[\"North\"]", "[\"North\", \"7\", \"8\"]", "[\"North\", 7]"})
  void refusesAnythingElse(String key) {
    assertThat(read("{\"key\": " + key + "}")).isNull();
    assertThat(Requests.mistakes(findings::throwIfAny))
        .singleElement()
        .asString()
        .endsWith("|must be an array of 2 strings: the property's \"harbour\", \"number\"");
  }

  private List<String> read(String json) {
    RequestObject.Names names = RequestObject.Names.fields("key");
    RequestObject request =
        RequestObject.open(RequestReader.parse(json), "", findings, names).orElseThrow();
    return new KeyReader(TestReleases.piers().description().property(), findings).read(request);
  }
}
