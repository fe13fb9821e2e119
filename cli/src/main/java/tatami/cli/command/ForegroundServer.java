package tatami.cli.command;

import java.io.IOException;
import tatami.cli.home.ServerRegister;
import tatami.cli.home.ServerRegister.Registration;
import tatami.cli.home.TatamiHome;
import tatami.query.http.SearchServer;
import tatami.query.search.SearchService;

/**
 * An HTTP server that lives as long as its command, noted down in the home so that {@code stop}
 * finds it. A signal ends it, and then an embedded cluster that was started for it.
 */
final class ForegroundServer implements AutoCloseable {

  private static final int LARGEST_PORT = 65_535;

  private final Shutdown shutdown = new Shutdown().onSignals();

  /** Notes the command down, before anything is started. */
  ForegroundServer(TatamiCommand command, String name) {
    TatamiHome home = TatamiHome.of(command.invocation().environment());
    try {
      home.create();
      Registration note = new ServerRegister(home).register(name);
      shutdown.add(note::close);
    } catch (IOException failure) {
      command.console().say("tatami stop will not find this server: " + failure.getMessage());
    }
  }

  /** Refuses a number that is no port. */
  static void requirePort(int port) {
    if (port < 0 || port > LARGEST_PORT) {
      throw new UsageException("--port is a number from 0 to 65535: port=" + port);
    }
  }

  Shutdown shutdown() {
    return shutdown;
  }

  /** Starts to answer, and returns the page's address. */
  String start(SearchService service, String host, int port) {
    SearchServer server = SearchServer.start(new ServedSearches(service), host, port);
    shutdown.add(server::close);
    String shown = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    String bracketed = shown.contains(":") ? "[" + shown + "]" : shown;
    return "http://" + bracketed + ":" + server.port() + "/";
  }

  /** Waits for the signal. */
  void await() throws InterruptedException {
    shutdown.await();
  }

  /** Ends everything, if no signal has done so. */
  @Override
  public void close() {
    shutdown.run();
  }
}
