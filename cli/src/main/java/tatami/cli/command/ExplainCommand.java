package tatami.cli.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tatami.cli.database.Database;
import tatami.query.mirror.shelf.MirrorLeases;
import tatami.query.search.SearchReply;

/** Tells how one search runs. */
@Command(
    name = "explain",
    description =
        "Runs one search and tells how: the table of each filter, the SQL, plans, times, buffers;"
            + " with --engine memory, how long it takes.",
    footer = {
      "",
      "Examples:",
      "  tatami explain --name ryokan '{\"stay\": {\"check_in\": \"2026-12-05\"}, \"sort\": \"price\"}'",
      "  tatami explain --name ryokan --output json - < search.json"
    })
final class ExplainCommand extends TatamiCommand {

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  @Parameters(
      paramLabel = "REQUEST",
      description = "the request as JSON, or - for one JSON object on standard input")
  String request;

  ExplainCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  boolean searches() {
    return true;
  }

  @Override
  int run() throws IOException {
    try (DatabaseAccess database = DatabaseAccess.open(this)) {
      SearchAccess access = new SearchAccess(database.dataSource(), this);
      SearchReply reply = explain(access, access.catalog(database.address()));
      print(reply);
      if (reply.status() == UNAVAILABLE) {
        Database.probe(database.address());
      }
      return RequestCommand.exitCode(reply.status());
    }
  }

  private SearchReply explain(SearchAccess access, String catalog) throws IOException {
    String json = request.equals("-") ? readInput() : request;
    try (MirrorLeases mirrors = access.load(catalog)) {
      return access.open(List.of(catalog), mirrors).explain(catalog, json);
    }
  }

  private String readInput() throws IOException {
    byte[] input = invocation().in().readAllBytes();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(input)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new UsageException("standard input is not UTF-8; send UTF-8");
    }
  }

  /** A problem is a document in both forms of output, the same that a search is answered with. */
  private void print(SearchReply reply) {
    if (flags.isJson() || reply.status() != OK) {
      console().printLine(reply.json());
    } else {
      ExplanationTable.lines(Console.JSON.readTree(reply.json())).forEach(console()::printLine);
    }
  }
}
