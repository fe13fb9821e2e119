package tatami.query.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every reply has in common: headers, and a problem document where something goes wrong.
 *
 * <p>An exception that nobody expected is logged under an incident number, and only the number is
 * sent.
 */
final class Replies {

  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
  private static final String STARTED = "tatami.startedNanos";

  private final List<Route> routes;

  Replies(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  void register(RoutesConfig config) {
    config.before(Replies::begin);
    config.exception(
        HttpProblemException.class, (failure, context) -> send(context, failure.problem()));
    config.exception(HttpResponseException.class, this::refuse);
    config.exception(Exception.class, (failure, context) -> sendUnexpected(context, failure));
    config.after(Replies::end);
  }

  static void send(Context context, int status, String mediaType, String json) {
    context.status(status).contentType(mediaType).header("Cache-Control", "no-store");
    if (status == 503) {
      context.header("Retry-After", "1");
    }
    context.result(json.getBytes(StandardCharsets.UTF_8));
  }

  static HttpProblem logUnexpected(String method, String path, Throwable failure) {
    String incident = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("unexpected failure: incident={} method={} path={}", incident, method, path, failure);
    return new HttpProblem(
        500, "unexpected failure; the server's log tells more under incident=" + incident);
  }

  private static void send(Context context, HttpProblem problem) {
    send(context, problem.status(), HttpProblem.MEDIA_TYPE, problem.toJson());
  }

  private static void sendUnexpected(Context context, Throwable failure) {
    send(context, logUnexpected(context.method().name(), context.path(), failure));
  }

  private void refuse(HttpResponseException failure, Context context) {
    String path = context.path();
    Optional<Route> known = routes.stream().filter(route -> route.matches(path)).findFirst();
    if (known.isPresent()) {
      String allowed = String.join(", ", known.get().methods());
      context.header("Allow", allowed);
      String method = context.method().name();
      send(context, new HttpProblem(405, "method " + method + " on " + path + ": use " + allowed));
    } else if (failure.getStatus() == 404) {
      send(context, new HttpProblem(404, "no route \"" + path + "\": " + suggest(path)));
    } else {
      send(context, new HttpProblem(failure.getStatus(), failure.getMessage()));
    }
  }

  private String suggest(String path) {
    return Route.findNearest(routes, path)
        .map(route -> "the nearest is " + route)
        .orElseGet(
            () -> "there are " + String.join(", ", routes.stream().map(Route::toString).toList()));
  }

  private static void begin(Context context) {
    context.attribute(STARTED, System.nanoTime());
    context.header("X-Content-Type-Options", "nosniff");
  }

  private static void end(Context context) {
    Long startedNanos = context.attribute(STARTED);
    if (startedNanos != null) {
      double milliseconds = (System.nanoTime() - startedNanos) / 1e6;
      context.header("Server-Timing", String.format(Locale.ROOT, "total;dur=%.3f", milliseconds));
    }
  }
}
