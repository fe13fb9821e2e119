package tatami.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tatami.query.search.SearchReply;

class ServerLifeTest {

  private static final String HOST = HttpProbe.HOST;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void letsARunningSearchEndWhenItIsClosedAndIsGoneWithinThreeSeconds() throws Exception {
    FakeEndpoint slow = new FakeEndpoint();
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    slow.reply(
        () -> {
          entered.countDown();
          await(released);
          return new SearchReply(200, "{\"late\":true}", 1);
        });
    SearchServer own = SearchServer.start(slow, HOST, 0);
    URI uri = URI.create("http://" + HOST + ":" + own.port() + "/v1/inns/search");
    CompletableFuture<HttpResponse<String>> answer =
        CLIENT.sendAsync(
            HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("{}")).build(),
            BodyHandlers.ofString());
    await(entered);
    Instant closing = Instant.now();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(own::close);
    CompletableFuture.delayedExecutor(700, TimeUnit.MILLISECONDS).execute(released::countDown);

    assertThat(answer.get(5, TimeUnit.SECONDS).body()).isEqualTo("{\"late\":true}");
    closed.get(5, TimeUnit.SECONDS);
    assertThat(Duration.between(closing, Instant.now())).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void isGoneWithinThreeSecondsEvenWhereASearchNeverEnds() throws Exception {
    FakeEndpoint stuck = new FakeEndpoint();
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    stuck.reply(
        () -> {
          entered.countDown();
          await(never);
          return new SearchReply(200, "{}", 1);
        });
    SearchServer own = SearchServer.start(stuck, HOST, 0);
    URI uri = URI.create("http://" + HOST + ":" + own.port() + "/v1/inns/search");
    CLIENT.sendAsync(
        HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("{}")).build(),
        BodyHandlers.ofString());
    await(entered);
    Instant closing = Instant.now();

    own.close();

    assertThat(Duration.between(closing, Instant.now())).isLessThan(Duration.ofSeconds(3));
    never.countDown();
  }

  @Test
  void writesNothingToStandardOutput() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    try (SearchServer own = SearchServer.start(new FakeEndpoint(), HOST, 0)) {
      URI uri = URI.create("http://" + HOST + ":" + own.port() + "/v1");
      CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    } finally {
      System.setOut(before);
    }

    assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void saysThatThePortIsTaken() {
    try (SearchServer first = SearchServer.start(new FakeEndpoint(), HOST, 0)) {
      assertThatThrownBy(() -> SearchServer.start(new FakeEndpoint(), HOST, first.port()))
          .isInstanceOf(ServerNotStartedException.class)
          .hasMessageContaining(HOST + ":" + first.port());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
