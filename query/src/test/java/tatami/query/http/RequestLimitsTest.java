package tatami.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static tatami.query.http.HttpProbe.problem;
import static tatami.query.http.HttpProbe.rawProblem;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RequestLimitsTest {

  private static final FakeEndpoint ENDPOINT = new FakeEndpoint();
  private static HttpProbe probe;

  @BeforeAll
  static void start() {
    probe = new HttpProbe(ENDPOINT);
  }

  @AfterAll
  static void stop() {
    probe.close();
  }

  @BeforeEach
  void forgetReply() {
    ENDPOINT.reply(null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=shift_jis",
        "nonsense"
      })
  void refusesABodyThatIsNotDeclaredAsJson(String contentType) throws Exception {
    JsonNode problem =
        problem(
            probe.send(
                probe
                    .search()
                    .header("Content-Type", contentType)
                    .POST(BodyPublishers.ofString("{}"))),
            415);

    assertThat(problem.get("detail").asString()).contains(contentType, "application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json;charset=UTF-8", "Application/JSON; charset=\"utf-8\""})
  void takesJsonWithACharset(String contentType) throws Exception {
    HttpResponse<String> response =
        probe.send(
            probe.search().header("Content-Type", contentType).POST(BodyPublishers.ofString("{}")));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void refusesACompressedBody() throws Exception {
    problem(
        probe.send(
            probe.search().header("Content-Encoding", "gzip").POST(BodyPublishers.ofString("{}"))),
        415);
  }

  @Test
  void refusesABodyThatIsNotUtf8() throws Exception {
    byte[] latin = "{\"sort\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);

    problem(probe.send(probe.search().POST(BodyPublishers.ofByteArray(latin))), 400);
  }

  @Test
  void takesABodyOfExactly64Kibibytes() throws Exception {
    assertThat(probe.search("x".repeat(65_536)).statusCode()).isEqualTo(200);
    assertThat(ENDPOINT.lastRequest()).hasSize(65_536);
  }

  static Stream<BodyPublisher> largeBodies() {
    byte[] oneByteMore = new byte[65_537];
    byte[] halfAMebibyte = new byte[512 * 1024];
    return Stream.of(
        BodyPublishers.ofByteArray(oneByteMore),
        BodyPublishers.ofByteArray(halfAMebibyte),
        BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(oneByteMore)),
        BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(halfAMebibyte)));
  }

  @ParameterizedTest
  @MethodSource("largeBodies")
  void refusesALargerBodyWhetherOrNotItsLengthIsDeclared(BodyPublisher body) throws Exception {
    JsonNode problem = problem(probe.send(probe.search().POST(body)), 413);

    assertThat(problem.get("detail").asString()).contains("65536 bytes");
  }

  static Stream<String> requestsThatJettyRefuses() {
    String end = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    return Stream.of(
        "414|GET /" + "a".repeat(9_000) + end,
        "431|GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(9_000) + "\r\n\r\n",
        "400|GET / HTTP/1.1\r\n\r\n",
        "400|GET /%zz" + end,
        "400|GET /v1/%2e%2e/x" + end,
        "400|POST /v1/inns/search HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "400|nonsense\r\n\r\n",
        "505|GET / HTTP/7.0\r\nHost: x\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("requestsThatJettyRefuses")
  void whatJettyRefusesIsAProblemDocumentToo(String statusAndRequest) throws Exception {
    String[] parts = statusAndRequest.split("\\|", 2);
    try (RawConnection connection = probe.connect()) {
      String response = connection.send(parts[1]);

      assertThat(response).startsWith("HTTP/1.1 " + parts[0] + " ");
      assertThat(response).containsIgnoringCase("content-type: application/problem+json\r\n");
      assertThat(response).containsIgnoringCase("x-content-type-options: nosniff\r\n");
      assertThat(rawProblem(response).get("status").asInt()).isEqualTo(Integer.parseInt(parts[0]));
    }
  }

  @Test
  void takesHeadersJustBelowTheLimit() throws Exception {
    HttpResponse<String> response =
        probe.send(probe.request("/v1").header("X-Long", "a".repeat(7_500)).GET());

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void closesAConnectionThatIsIdleForTenSeconds() throws Exception {
    try (RawConnection connection = probe.connect()) {
      Instant opened = Instant.now();
      String received = connection.send("");

      assertThat(received).isEmpty();
      assertThat(Duration.between(opened, Instant.now()))
          .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(13));
    }
  }
}
