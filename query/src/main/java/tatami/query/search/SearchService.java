package tatami.query.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tatami.query.form.FormWriter;
import tatami.query.layout.LayoutDocument;
import tatami.query.mirror.shelf.MirrorLeases;
import tatami.query.problem.ProblemDocument;
import tatami.query.problem.ProblemException;
import tatami.query.problem.ProblemKind;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleasePointer;
import tatami.query.release.ReleaseShelf;
import tatami.query.transaction.ReadTransaction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers searches of every catalog in a database: from memory where a mirror of the live release
 * is lent, else by SQL. Thread-safe; a search by SQL holds one connection of the pool while it
 * runs. Never throws for what a caller or the database does: the reply says it.
 */
public final class SearchService {

  private static final Logger LOG = LoggerFactory.getLogger(SearchService.class);
  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(10);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final ReadTransaction transaction;
  private final MirrorAnswers mirrors;
  private final InstantSource clock;
  private final ReleaseShelf shelf = new ReleaseShelf();

  /**
   * Binds to a pool; the caller closes it.
   *
   * @param clock says what "now" is, once a request
   */
  public SearchService(DataSource dataSource, InstantSource clock) {
    this(dataSource, clock, STATEMENT_TIMEOUT);
  }

  /** Binds to a pool, with an own limit for each statement. */
  public SearchService(DataSource dataSource, InstantSource clock, Duration statementTimeout) {
    this(dataSource, clock, statementTimeout, MirrorLeases.NONE);
  }

  /** Binds to a pool and to mirrors; the caller closes both. */
  public SearchService(DataSource dataSource, InstantSource clock, MirrorLeases mirrors) {
    this(dataSource, clock, STATEMENT_TIMEOUT, mirrors);
  }

  /** Binds to a pool and to mirrors, with an own limit for each statement. */
  SearchService(
      DataSource dataSource, InstantSource clock, Duration statementTimeout, MirrorLeases mirrors) {
    this.transaction = new ReadTransaction(dataSource, statementTimeout);
    this.mirrors = new MirrorAnswers(mirrors, dataSource, statementTimeout);
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** What is asked of a view, whichever it is. */
  private interface Question {
    SearchReply ask(ReadView view, Instant now) throws SQLException;
  }

  /** Answers one request: status 200 with the answer, or a problem document. */
  public SearchReply search(String catalog, String requestJson) {
    return answer(catalog, (view, now) -> new Search(view, catalog, now).answer(requestJson));
  }

  /**
   * Explains one request: status 200 with how it was answered, or a problem document. By SQL, every
   * statement runs twice, the second time measured; in memory, the search runs some times.
   */
  public SearchReply explain(String catalog, String requestJson) {
    Instant now = clock.instant();
    return reply(
        catalog,
        view -> new Search(view, catalog, now).explain(requestJson, new MemoryExplainer(view)),
        connection ->
            new Search(view(connection, catalog), catalog, now)
                .explain(requestJson, new SqlExplainer(connection)));
  }

  /** Answers with prices by check-in date: status 200 with the calendar, or a problem document. */
  public SearchReply calendar(String catalog, String requestJson) {
    return answer(catalog, (view, now) -> new StayQuestion(view, now).answerCalendar(requestJson));
  }

  /** Answers why something cannot be booked: status 200 with the codes, or a problem document. */
  public SearchReply whyNot(String catalog, String requestJson) {
    return answer(catalog, (view, now) -> new StayQuestion(view, now).answerWhyNot(requestJson));
  }

  /** Tells what may be asked of a catalog's live release. */
  public SearchReply describe(String catalog) {
    return answer(
        catalog,
        (view, now) -> {
          ReleasePointer live =
              view.releases().stream().filter(ReleasePointer::live).findFirst().orElseThrow();
          OpenRelease release = view.open(live);
          LocalDate today = LocalDate.ofInstant(now, release.zone());
          return new SearchReply(200, FormWriter.write(release, today), release.number());
        });
  }

  private SearchReply answer(String catalog, Question question) {
    Instant now = clock.instant();
    return reply(
        catalog,
        view -> question.ask(view, now),
        connection -> question.ask(view(connection, catalog), now));
  }

  /** Tells why the tables of a catalog's live release look as they do. */
  public SearchReply layout(String catalog) {
    return reply(
        catalog,
        connection -> {
          OpenRelease release = shelf.open(connection, live(connection, catalog));
          ObjectNode document = MAPPER.createObjectNode();
          document.put("catalog", catalog).put("release", release.number());
          LayoutDocument.read(connection, release.description().schema(), document);
          return new SearchReply(200, MAPPER.writeValueAsString(document), release.number());
        });
  }

  private ReadView view(Connection connection, String catalog) {
    return new TransactionView(shelf, connection, catalog);
  }

  private ReleasePointer live(Connection connection, String catalog) throws SQLException {
    return shelf.list(connection, catalog).stream()
        .filter(ReleasePointer::live)
        .findFirst()
        .orElseThrow();
  }

  /** Lists the catalogs that can be searched, each with its live release. */
  public SearchReply listCatalogs() {
    return reply(
        "",
        connection -> {
          ObjectNode document = MAPPER.createObjectNode();
          ArrayNode catalogs = document.putArray("catalogs");
          for (ReleasePointer pointer : shelf.listAll(connection)) {
            if (pointer.live()) {
              ObjectNode entry = catalogs.addObject();
              entry.put("catalog", pointer.catalog()).put("release", pointer.number());
            }
          }
          return new SearchReply(200, MAPPER.writeValueAsString(document), null);
        });
  }

  private SearchReply reply(String catalog, ReadTransaction.Work<SearchReply> bySql) {
    return reply(catalog, Optional::empty, bySql);
  }

  private SearchReply reply(
      String catalog, MirrorAnswers.Question inMemory, ReadTransaction.Work<SearchReply> bySql) {
    return reply(catalog, () -> mirrors.find(catalog, inMemory), bySql);
  }

  /** Finds a reply without the tables of a release; empty where they are needed. */
  private interface Shortcut {
    Optional<SearchReply> find() throws SQLException;
  }

  private SearchReply reply(
      String catalog, Shortcut shortcut, ReadTransaction.Work<SearchReply> bySql) {
    try {
      Optional<SearchReply> found = shortcut.find();
      return WellFormed.reply(found.isPresent() ? found.get() : runTwiceIfRetired(bySql));
    } catch (ProblemException problem) {
      return WellFormed.reply(problemReply(problem));
    } catch (SQLException failure) {
      return WellFormed.reply(problemReply(translate(failure)));
    } catch (RuntimeException mistake) {
      LOG.error("search failed: catalog={}", catalog, mistake);
      return problemReply(
          ProblemException.of(
              ProblemKind.INTERNAL, "the search failed; the server's log says why"));
    }
  }

  /** A release may be retired between its pointer and its tables: then the new pointer is read. */
  private SearchReply runTwiceIfRetired(ReadTransaction.Work<SearchReply> work)
      throws SQLException {
    try {
      return transaction.run(work);
    } catch (SQLException missing) {
      if (!ReleaseShelf.isMissingRelation(missing)) {
        throw missing;
      }
      LOG.info(
          "a table is gone, its release may be retired; trying again: {}", missing.getMessage());
      return transaction.run(work);
    }
  }

  private static ProblemException translate(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    if (state.equals("57014")) {
      return ProblemException.causedBy(
          ProblemKind.TIMEOUT, "the search took too long; ask for less", failure);
    }
    boolean isAway =
        failure instanceof SQLTransientConnectionException
            || List.of("08", "53").contains(state.substring(0, Math.min(2, state.length())))
            || state.startsWith("57P0")
            || ReleaseShelf.isMissingRelation(failure);
    if (isAway) {
      LOG.warn("the database cannot answer: {}", failure.toString());
      return ProblemException.causedBy(
          ProblemKind.UNAVAILABLE, "the database cannot answer now; try again", failure);
    }
    LOG.error("a statement failed: state={}", state, failure);
    return ProblemException.causedBy(
        ProblemKind.INTERNAL, "the search failed; the server's log says why", failure);
  }

  private static SearchReply problemReply(ProblemException problem) {
    return new SearchReply(
        problem.kind().status(), ProblemDocument.write(problem), problem.release());
  }
}
