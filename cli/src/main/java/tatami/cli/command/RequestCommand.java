package tatami.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import picocli.CommandLine.Parameters;
import tatami.cli.database.Database;
import tatami.query.mirror.shelf.MirrorLeases;
import tatami.query.search.SearchReply;
import tatami.query.search.SearchService;

/** Answers requests: one, or one for each line of standard input. Prints JSON. */
abstract class RequestCommand extends TatamiCommand {

  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;

  @Parameters(
      paramLabel = "REQUEST",
      description = "the request as JSON, or - for one on each line of standard input")
  String request;

  RequestCommand(Invocation invocation) {
    super(invocation);
  }

  /** Puts one request to the service. */
  abstract SearchReply ask(SearchService service, String catalog, String json);

  @Override
  boolean searches() {
    return true;
  }

  @Override
  int run() throws IOException {
    try (DatabaseAccess database = DatabaseAccess.open(this)) {
      SearchAccess access = new SearchAccess(database.dataSource(), this);
      int worst = answer(access, access.catalog(database.address()));
      if (worst == UNAVAILABLE) {
        Database.probe(database.address());
      }
      return exitCode(worst);
    }
  }

  /** Returns the worst status. */
  private int answer(SearchAccess access, String catalog) throws IOException {
    try (MirrorLeases mirrors = access.load(catalog)) {
      SearchService service = access.open(List.of(catalog), mirrors);
      return request.equals("-")
          ? answerLines(service, catalog)
          : answer(service, catalog, request);
    }
  }

  private int answerLines(SearchService service, String catalog) throws IOException {
    InputStream in = invocation().in();
    LineReader lines = new LineReader(in);
    int worst = OK;
    while (lines.advance()) {
      worst = worse(worst, answerLine(service, catalog, lines));
    }
    return worst;
  }

  private int answerLine(SearchService service, String catalog, LineReader lines) {
    try {
      String line = lines.text();
      return line.isBlank() ? OK : answer(service, catalog, line);
    } catch (CharacterCodingException notUtf8) {
      console()
          .printDocument(
              FailureReport.document(
                  ExitCodes.USAGE, "line " + lines.number() + " is not UTF-8; send UTF-8"));
      return BAD_REQUEST;
    }
  }

  private int answer(SearchService service, String catalog, String json) {
    SearchReply reply = ask(service, catalog, json);
    console().printLine(reply.json());
    return status(reply);
  }

  /** A key that nobody has is a mistake of the request; a catalog that nobody built is none. */
  private static int status(SearchReply reply) {
    boolean isUnknownKey = reply.status() == NOT_FOUND && reply.release() != null;
    return isUnknownKey ? BAD_REQUEST : reply.status();
  }

  /**
   * A lost database is worse than a catalog without a release, and that is worse than a bad line.
   */
  private static int worse(int one, int other) {
    return rank(one) >= rank(other) ? one : other;
  }

  private static int rank(int status) {
    if (status == OK) {
      return 0;
    }
    return status == UNAVAILABLE ? 3 : exitCode(status) == ExitCodes.FAILED ? 2 : 1;
  }

  /** Returns the exit code of a command whose search was answered with a status. */
  static int exitCode(int status) {
    if (status == OK) {
      return ExitCodes.OK;
    }
    boolean nothingThere = status == NOT_FOUND || status >= SERVER_ERROR;
    return nothingThere ? ExitCodes.FAILED : ExitCodes.USAGE;
  }
}
