package tatami.query.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import io.javalin.util.JavalinLogger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running HTTP server: the API under {@code /v1} and the web page at {@code /}.
 *
 * <p>Closing it takes no new requests, lets those that run end, and returns after about two seconds
 * at the latest. It does not close the endpoint. Logs through SLF4J only.
 */
public final class SearchServer implements AutoCloseable {

  static final int HEADER_LIMIT_BYTES = 8 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(SearchServer.class);
  private static final int THREADS = 64;
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration IDLE_TIMEOUT_WHILE_STOPPING = Duration.ofMillis(200);

  private final Javalin javalin;

  private SearchServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts a server.
   *
   * @param endpoint answers the requests
   * @param host the address to listen on, such as {@code 127.0.0.1}
   * @param port the port, or 0 for any free one
   * @throws ServerNotStartedException where the address cannot be had
   */
  public static SearchServer start(SearchEndpoint endpoint, String host, int port) {
    JavalinLogger.startupInfo = false;
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config, endpoint);
              config.jetty.addConnector((server, http) -> connector(server, http, host, port));
            });
    try {
      return new SearchServer(javalin.start());
    } catch (JavalinBindException failure) {
      throw new ServerNotStartedException(
          "cannot listen on "
              + host
              + ":"
              + port
              + ": end what listens there, or give another port",
          failure);
    } catch (JavalinException failure) {
      throw new ServerNotStartedException(
          "cannot start the HTTP server: host=" + host + " port=" + port, failure);
    }
  }

  /** Returns the port that it listens on. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException requestsStillRun) {
      LOG.warn("stopped while requests were still running: waited={}", STOP_TIMEOUT);
    }
  }

  private static void configure(JavalinConfig config, SearchEndpoint endpoint) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.jetty.threadPool = threads();
    config.jetty.modifyServer(SearchServer::configure);
    config.jetty.modifyHttpConfiguration(SearchServer::configure);
    List<Route> routes = new ArrayList<>(ApiRoutes.ROUTES);
    routes.addAll(PageFiles.listRoutes());
    new Replies(routes).register(config.routes);
    new ApiRoutes(endpoint).register(config.routes);
    PageFiles.register(config.routes);
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
    threads.setName("tatami-http");
    return threads;
  }

  private static void configure(Server server) {
    GracefulHandler graceful = new GracefulHandler();
    graceful.setShutdownIdleTimeout(IDLE_TIMEOUT_WHILE_STOPPING.toMillis());
    server.insertHandler(graceful);
    server.setErrorHandler(new JettyProblems());
    server.setStopTimeout(STOP_TIMEOUT.toMillis());
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration configuration, String host, int port) {
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
    connector.setShutdownIdleTimeout(IDLE_TIMEOUT_WHILE_STOPPING.toMillis());
    return connector;
  }

  private static void configure(HttpConfiguration configuration) {
    configuration.setRequestHeaderSize(HEADER_LIMIT_BYTES);
    configuration.setUriCompliance(UriCompliance.DEFAULT);
    configuration.setSendServerVersion(false);
  }
}
