package tatami.query.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The web page: index.html at {@code /}, its other files under {@code /page/}.
 *
 * <p>Exactly the files listed here are served, from memory. Browsers keep them and ask each time
 * whether they are still good.
 */
final class PageFiles {

  private static final String FOLDER = "/tatami/query/page/";
  private static final String POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  private static final List<PageFile> FILES =
      List.of(
          read("/", "index.html", "text/html; charset=utf-8"),
          read("/page/page.css", "page.css", "text/css; charset=utf-8"),
          read("/page/icon.svg", "icon.svg", "image/svg+xml"),
          script("page.js"),
          script("element.js"),
          script("filter.js"),
          script("form.js"),
          script("money.js"),
          script("problem.js"),
          script("result.js"),
          script("state.js"));

  private record PageFile(String path, String mediaType, byte[] content, String tag) {}

  private PageFiles() {}

  static List<Route> listRoutes() {
    List<Route> routes = new ArrayList<>();
    FILES.forEach(file -> routes.add(new Route(List.of("GET", "HEAD"), file.path())));
    return routes;
  }

  static void register(RoutesConfig routes) {
    for (PageFile file : FILES) {
      Handler handler = context -> send(context, file);
      routes.get(file.path(), handler).head(file.path(), handler);
    }
  }

  private static void send(Context context, PageFile file) {
    context
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-cache")
        .header("ETag", file.tag());
    if (file.tag().equals(context.header("If-None-Match"))) {
      context.status(304);
    } else {
      context.contentType(file.mediaType()).result(file.content());
    }
  }

  private static PageFile script(String name) {
    return read("/page/" + name, name, "text/javascript; charset=utf-8");
  }

  private static PageFile read(String path, String name, String mediaType) {
    try (InputStream content = PageFiles.class.getResourceAsStream(FOLDER + name)) {
      if (content == null) {
        throw new IllegalStateException("a file of the page is missing: resource=" + FOLDER + name);
      }
      byte[] bytes = content.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      String tag = '"' + HexFormat.of().formatHex(digest, 0, 8) + '"';
      return new PageFile(path, mediaType, bytes, tag);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read resource " + FOLDER + name, failure);
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException("every Java has SHA-256", failure);
    }
  }
}
