package tatami.query.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import tatami.query.search.SearchReply;

/**
 * The routes under {@code /v1}: hands requests to the endpoint and sends its replies.
 *
 * <p>No route here takes query parameters yet; each that comes is refused by name.
 */
final class ApiRoutes {

  static final List<Route> ROUTES =
      List.of(
          new Route(List.of("GET", "HEAD"), "/v1"),
          new Route(List.of("GET", "HEAD"), "/v1/{catalog}"),
          new Route(List.of("POST"), "/v1/{catalog}/search"),
          new Route(List.of("POST"), "/v1/{catalog}/calendar"),
          new Route(List.of("POST"), "/v1/{catalog}/why-not"));

  private final SearchEndpoint endpoint;

  ApiRoutes(SearchEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  void register(RoutesConfig routes) {
    Handler list = answering(context -> endpoint.listCatalogs());
    Handler describe = answering(context -> endpoint.describe(context.pathParam("catalog")));
    routes.get("/v1", list).head("/v1", list);
    routes.get("/v1/{catalog}", describe).head("/v1/{catalog}", describe);
    routes.post("/v1/{catalog}/search", asking(endpoint::search));
    routes.post("/v1/{catalog}/calendar", asking(endpoint::calendar));
    routes.post("/v1/{catalog}/why-not", asking(endpoint::whyNot));
  }

  /**
   * Hands the body to a question.
   *
   * @param question takes catalog and body
   */
  private static Handler asking(BiFunction<String, String, SearchReply> question) {
    return answering(
        context -> question.apply(context.pathParam("catalog"), RequestBody.read(context)));
  }

  private static Handler answering(Function<Context, SearchReply> work) {
    return context -> {
      refuseParameters(context);
      send(context, answer(work, context));
    };
  }

  private static SearchReply answer(Function<Context, SearchReply> work, Context context) {
    try {
      return work.apply(context);
    } catch (StackOverflowError | OutOfMemoryError failure) {
      throw new IllegalStateException("one request was too much for this server", failure);
    }
  }

  private static void send(Context context, SearchReply reply) {
    if (reply.release() != null) {
      context.header("Tatami-Release", reply.release().toString());
    }
    boolean problem = reply.status() >= 400;
    Replies.send(
        context,
        reply.status(),
        problem ? HttpProblem.MEDIA_TYPE : "application/json",
        reply.json());
  }

  private static void refuseParameters(Context context) {
    String query = context.queryString();
    if (query == null || query.isEmpty()) {
      return;
    }
    List<HttpProblem.ParameterError> errors = new ArrayList<>();
    for (String pair : query.split("&")) {
      if (!pair.isEmpty()) {
        errors.add(refuse(pair));
      }
    }
    if (!errors.isEmpty()) {
      String first = errors.get(0).parameter();
      throw new HttpProblemException(
          new HttpProblem(
              400, "unknown query parameter \"" + first + "\": there is none here", errors));
    }
  }

  private static HttpProblem.ParameterError refuse(String pair) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals);
    String value = equals < 0 ? "" : pair.substring(equals + 1);
    return new HttpProblem.ParameterError(
        decode(name), decode(value), "unknown; a search is asked for by its JSON body alone");
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
