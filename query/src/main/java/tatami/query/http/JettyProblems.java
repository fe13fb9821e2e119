package tatami.query.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Problem documents for what Jetty refuses before any route sees it. */
final class JettyProblems extends ErrorHandler {

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    response.getHeaders().put("Content-Type", HttpProblem.MEDIA_TYPE);
    response.getHeaders().put("Cache-Control", "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    if (code == 503) {
      response.getHeaders().put("Retry-After", "1");
    }
    HttpProblem problem = problem(request, code, message, cause);
    byte[] document = problem.toJson().getBytes(StandardCharsets.UTF_8);
    response.getHeaders().put("Content-Length", Integer.toString(document.length));
    response.write(true, ByteBuffer.wrap(document), callback);
  }

  private static HttpProblem problem(Request request, int code, String message, Throwable cause) {
    return switch (code) {
      case 414 -> new HttpProblem(code, "the URL is longer than " + limit());
      case 431 ->
          new HttpProblem(code, "the URL and the headers together are longer than " + limit());
      case 500 ->
          Replies.logUnexpected(request.getMethod(), Request.getPathInContext(request), cause);
      case 503 -> new HttpProblem(code, "the server is stopping or busy; ask again in a second");
      default -> new HttpProblem(code, "not a request that can be read: " + message);
    };
  }

  private static String limit() {
    return SearchServer.HEADER_LIMIT_BYTES + " bytes; send the request in the body";
  }
}
