package tatami.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static tatami.query.http.HttpProbe.header;
import static tatami.query.http.HttpProbe.problem;
import static tatami.query.http.HttpProbe.rawProblem;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tatami.query.search.SearchReply;
import tools.jackson.databind.JsonNode;

class SearchServerTest {

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

  @Test
  void handsTheBodyOverAsItCameAndSendsTheReplyAsItIs() throws Exception {
    HttpResponse<String> response = probe.search("{\"sort\": \"温泉\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"search\":\"inns\"}");
    assertThat(ENDPOINT.lastRequest()).isEqualTo("{\"sort\": \"温泉\"}");
  }

  @ParameterizedTest
  @CsvSource({"calendar,calendar", "why-not,why_not"})
  void handsOtherQuestionsOverAlike(String route, String operation) throws Exception {
    HttpResponse<String> response = probe.ask(route, "{\"key\": \"温泉\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"" + operation + "\":\"inns\"}");
    assertThat(header(response, "Tatami-Release")).isEqualTo("42");
    assertThat(ENDPOINT.lastRequest()).isEqualTo("{\"key\": \"温泉\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"calendar", "why-not"})
  void otherQuestionsHaveTheLimitsAndProblemsOfASearch(String route) throws Exception {
    ENDPOINT.reply(() -> new SearchReply(400, "{\"status\":400}", 42));
    HttpResponse<String> refused = probe.ask(route, "{}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");

    problem(probe.ask(route, " ".repeat(RequestBody.LIMIT_BYTES + 1)), 413);
    HttpResponse<String> got = probe.get("/v1/inns/" + route);
    problem(got, 405);
    assertThat(header(got, "Allow")).isEqualTo("POST");
    assertThat(problem(probe.get("/v1/inns/" + route + "s"), 404).get("detail").asString())
        .endsWith("the nearest is POST /v1/{catalog}/" + route);
  }

  @Test
  void answersCarryReleaseTimingAndAreNeitherSniffedNorStored() throws Exception {
    HttpResponse<String> response = probe.search("{}");

    assertThat(header(response, "Content-Type")).isEqualTo("application/json");
    assertThat(header(response, "Tatami-Release")).isEqualTo("42");
    assertThat(header(response, "Server-Timing")).matches("total;dur=\\d+\\.\\d{3}");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(response.headers().firstValue("Server")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/v1,list", "/v1/,list", "/v1/inns,describe"})
  void describesAndListsWithGet(String path, String operation) throws Exception {
    HttpResponse<String> response = probe.get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).startsWith("{\"" + operation + "\"");
  }

  @Test
  void headHasTheStatusAndHeadersOfGetAndNoBody() throws Exception {
    ENDPOINT.reply(() -> new SearchReply(404, "{\"status\":404}", null));

    HttpResponse<String> response =
        probe.send(probe.request("/v1/nowhere").method("HEAD", BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 410, 500, 504})
  void sendsTheProblemsOfTheEndpointAsProblems(int status) throws Exception {
    ENDPOINT.reply(() -> new SearchReply(status, "{\"status\":" + status + "}", 7));

    HttpResponse<String> response = probe.search("{}");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(header(response, "Tatami-Release")).isEqualTo("7");
    assertThat(response.headers().firstValue("Retry-After")).isEmpty();
    assertThat(response.body()).isEqualTo("{\"status\":" + status + "}");
  }

  @Test
  void asksToRetryWhereThereIsNothingToSearchYet() throws Exception {
    ENDPOINT.reply(() -> new SearchReply(503, "{\"status\":503}", null));

    HttpResponse<String> response = probe.search("{}");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(header(response, "Retry-After")).isEqualTo("1");
    assertThat(response.headers().firstValue("Tatami-Release")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/inns/serach, POST /v1/{catalog}/search",
    "/v2, GET /v1",
    "/page/page.jsx, GET /page/page.js"
  })
  void namesTheNearestRouteForAnUnknownOne(String path, String nearest) throws Exception {
    JsonNode problem = problem(probe.get(path), 404);

    assertThat(problem.get("detail").asString())
        .isEqualTo("no route \"" + path + "\": the nearest is " + nearest);
  }

  @Test
  void listsTheRoutesWhereNoneIsNear() throws Exception {
    String detail = problem(probe.get("/admin/console"), 404).get("detail").asString();

    assertThat(detail)
        .startsWith("no route \"/admin/console\": there are ")
        .contains("POST /v1/{catalog}/search", "GET /v1,");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/inns/search, POST",
    "PUT, /v1/inns/search, POST",
    "DELETE, /v1, 'GET, HEAD'",
    "POST, /v1/inns, 'GET, HEAD'",
    "OPTIONS, /v1/inns, 'GET, HEAD'",
    "PROPFIND, /v1, 'GET, HEAD'",
    "POST, /, 'GET, HEAD'"
  })
  void namesTheMethodsThatAPathAllows(String method, String path, String allowed) throws Exception {
    HttpResponse<String> response =
        probe.send(probe.request(path).method(method, BodyPublishers.noBody()));

    problem(response, 405);
    assertThat(header(response, "Allow")).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "size=20&offers=1, size, 20",
    "%E6%B8%A9%E6%B3%89=x, 温泉, x",
    "flag, flag, ''",
    "a=%zz, a, %zz"
  })
  void namesTheFirstUnknownQueryParameter(String query, String name, String value)
      throws Exception {
    try (RawConnection connection = probe.connect()) {
      String response =
          connection.send(
              "POST /v1/inns/search?"
                  + query
                  + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");

      assertThat(response).startsWith("HTTP/1.1 400 ");
      JsonNode error = rawProblem(response).get("errors").get(0);
      assertThat(error.get("parameter").asString()).isEqualTo(name);
      assertThat(error.get("value").asString()).isEqualTo(value);
    }
  }

  @Test
  void refusesQueryParametersOfTheOtherRoutesToo() throws Exception {
    problem(probe.get("/v1?catalog=inns"), 400);
    problem(probe.get("/v1/inns?verbose=true"), 400);
  }

  @Test
  void logsAnUnexpectedExceptionAndTellsOnlyItsNumber() throws Exception {
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger(Replies.class);
    logger.addAppender(appender);
    logger.setAdditive(false);
    appender.start();
    try {
      for (Throwable failure :
          new Throwable[] {new IllegalStateException("secret"), new StackOverflowError("secret")}) {
        appender.list.clear();
        ENDPOINT.reply(() -> throwUnchecked(failure));

        JsonNode problem = problem(probe.search("{}"), 500);

        assertThat(problem.toString()).doesNotContain("secret").doesNotContain("Exception");
        String incident = problem.get("detail").asString().replaceAll(".*incident=", "");
        assertThat(appender.list).hasSize(1);
        assertThat(appender.list.get(0).getFormattedMessage()).contains("incident=" + incident);
        assertThat(appender.list.get(0).getThrowableProxy()).isNotNull();
      }
    } finally {
      logger.detachAppender(appender);
      logger.setAdditive(true);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html",
    "/page/page.js, text/javascript",
    "/page/page.css, text/css",
    "/page/icon.svg, image/svg+xml"
  })
  void servesThePageUnderAStrictPolicy(String path, String type) throws Exception {
    HttpResponse<String> response = probe.get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).startsWith(type);
    assertThat(header(response, "Content-Security-Policy")).startsWith("default-src 'self'");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.body()).isNotEmpty();
  }

  @Test
  void thePageIsNotSentAgainWhileItIsTheSame() throws Exception {
    String tag = header(probe.get("/"), "ETag");

    HttpResponse<String> second = probe.send(probe.request("/").header("If-None-Match", tag).GET());

    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void thePageTakesAnyQueryBecauseItsStateIsThere() throws Exception {
    assertThat(probe.get("/?catalog=inns&nights=2").statusCode()).isEqualTo(200);
  }

  private static SearchReply throwUnchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
