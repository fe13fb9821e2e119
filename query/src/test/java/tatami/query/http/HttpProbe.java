package tatami.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server with a client in front of it, and what every problem document must be. */
final class HttpProbe implements AutoCloseable {

  static final String HOST = "127.0.0.1";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SearchServer server;

  HttpProbe(SearchEndpoint endpoint) {
    server = SearchServer.start(endpoint, HOST, 0);
  }

  int port() {
    return server.port();
  }

  RawConnection connect() throws IOException {
    return new RawConnection(HOST, server.port());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + HOST + ":" + server.port() + path));
  }

  HttpRequest.Builder search() {
    return request("/v1/inns/search");
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  HttpResponse<String> search(String body) throws Exception {
    return ask("search", body);
  }

  HttpResponse<String> ask(String question, String body) throws Exception {
    return send(
        request("/v1/inns/" + question)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  static JsonNode problem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(response, "Server-Timing")).startsWith("total;dur=");
    return document(response.body(), status);
  }

  static JsonNode rawProblem(String response) {
    int status = Integer.parseInt(response.substring(9, 12));
    return document(response.substring(response.indexOf("\r\n\r\n") + 4), status);
  }

  @Override
  public void close() {
    server.close();
  }

  private static JsonNode document(String body, int status) {
    JsonNode document = JsonMapper.shared().readTree(body);
    assertThat(document.propertyNames())
        .containsExactlyInAnyOrder("type", "title", "status", "detail", "errors", "release");
    assertThat(document.get("status").asInt()).isEqualTo(status);
    assertThat(document.get("title").asString()).isNotBlank();
    return document;
  }
}
