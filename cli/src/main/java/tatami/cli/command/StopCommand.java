package tatami.cli.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import tatami.cli.database.EmbeddedCluster;
import tatami.cli.home.ServerRegister;
import tatami.cli.home.ServerRegister.ServerNote;
import tatami.cli.home.TatamiHome;

/** Ends the servers of a home and its embedded database. */
@Command(
    name = "stop",
    description = "Ends every server of this TATAMI_HOME and its embedded database.",
    footer = {"", "Example:", "  tatami stop"})
final class StopCommand extends TatamiCommand {

  private static final Duration SERVER_PATIENCE = Duration.ofMillis(3500);

  StopCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  int run() throws Exception {
    TatamiHome home = TatamiHome.of(invocation().environment());
    EmbeddedCluster cluster = new EmbeddedCluster(home, console().progressListener());
    // A server that started the database ends it with itself.
    boolean wasThere = cluster.find().isPresent();
    List<ServerNote> servers = new ServerRegister(home).stopAll(SERVER_PATIENCE);
    boolean database = cluster.stop() || wasThere;
    if (flags.isJson()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("home", home.folder().toString());
      document.put("servers", servers.stream().map(ServerNote::process).toList());
      document.put("database", database);
      console().printDocument(document);
    } else {
      servers.forEach(
          server ->
              console()
                  .printLine(
                      "stopped " + server.command() + " (process " + server.process() + ")"));
      console().printLine(database ? "stopped the database" : "no database was running");
    }
    return ExitCodes.OK;
  }
}
