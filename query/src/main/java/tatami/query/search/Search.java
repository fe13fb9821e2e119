package tatami.query.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tatami.query.answer.Answer;
import tatami.query.answer.AnswerWriter;
import tatami.query.cursor.Cursor;
import tatami.query.cursor.RequestDigest;
import tatami.query.explain.ExplanationWriter;
import tatami.query.master.MasterRow;
import tatami.query.master.MasterRows;
import tatami.query.problem.ProblemException;
import tatami.query.problem.ProblemKind;
import tatami.query.problem.RequestError;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleasePointer;
import tatami.query.release.ReleaseShelf;
import tatami.query.request.RequestReader;
import tatami.query.request.SearchRequest;
import tatami.query.sql.FoundPage;
import tatami.query.sql.FoundPage.FoundOffer;
import tatami.query.sql.FoundPage.Hit;
import tatami.query.sql.SearchPlan;
import tatami.query.sql.SearchStatement;
import tatami.query.sql.SqlEngine;
import tatami.searchtable.description.GrainTable;
import tatami.searchtable.description.ReleaseDescription;
import tools.jackson.databind.JsonNode;

/** One search in one transaction. */
final class Search {

  private final ReleaseShelf shelf;
  private final Connection connection;
  private final String catalog;
  private final Instant now;

  Search(ReleaseShelf shelf, Connection connection, String catalog, Instant now) {
    this.shelf = shelf;
    this.connection = connection;
    this.catalog = catalog;
    this.now = now;
  }

  /** What is done with a search that was read. */
  private interface Ending {
    SearchReply run(OpenRelease release, SearchPlan plan, Cursor cursor) throws SQLException;
  }

  /** Answers a request. */
  SearchReply answer(String requestJson) throws SQLException {
    return read(requestJson, this::answer);
  }

  /** Answers a request, and tells how in place of what. */
  SearchReply explain(String requestJson) throws SQLException {
    return read(requestJson, this::explain);
  }

  private SearchReply read(String requestJson, Ending ending) throws SQLException {
    List<ReleasePointer> kept = shelf.list(connection, catalog);
    ReleasePointer live = kept.stream().filter(ReleasePointer::live).findFirst().orElseThrow();
    try {
      return read(RequestReader.parse(requestJson), kept, live, ending);
    } catch (ProblemException problem) {
      throw problem.withRelease(live.number());
    }
  }

  private SearchReply read(
      JsonNode tree, List<ReleasePointer> kept, ReleasePointer live, Ending ending)
      throws SQLException {
    Optional<String> cursorText = RequestReader.findCursor(tree);
    Cursor cursor = cursorText.flatMap(text -> Cursor.decode(catalog, text)).orElse(null);
    ReleasePointer pointer = cursor == null ? live : releaseOf(cursor, kept);
    OpenRelease release = shelf.open(connection, pointer);
    LocalDate today = LocalDate.ofInstant(now, release.zone());
    boolean damaged = cursorText.isPresent() && cursor == null;
    SearchRequest request = RequestReader.read(tree, release, today, damaged);
    if (cursor != null && cursor.digest() != RequestDigest.of(request)) {
      throw ProblemException.badRequest(
          List.of(
              new RequestError(
                  "/cursor",
                  tree.get("cursor"),
                  "belongs to another request; repeat the request that gave it, or start again"
                      + " without a cursor")));
    }
    return ending.run(release, SearchPlan.of(connection, release, request, now), cursor);
  }

  private SearchReply answer(OpenRelease release, SearchPlan plan, Cursor cursor)
      throws SQLException {
    FoundPage page = SqlEngine.find(connection, plan, cursor);
    return reply(release, plan.request(), page, RequestDigest.of(plan.request()));
  }

  private SearchReply explain(OpenRelease release, SearchPlan plan, Cursor cursor)
      throws SQLException {
    List<SearchStatement> statements = new ArrayList<>();
    FoundPage page = SqlEngine.find(connection, plan, cursor, statements::add);
    ReleaseDescription description = release.description();
    String schema = description.schema();
    GrainTable property = description.property();
    GrainTable offer = description.offer();
    int[] properties = properties(page);
    int[] offers = offers(page);
    if (properties.length > 0) {
      statements.add(MasterRows.statement(schema, property, plan.request().show(), properties));
    }
    if (offers.length > 0) {
      statements.add(MasterRows.statement(schema, offer, offer.show(), offers));
    }
    return new SearchReply(
        200, ExplanationWriter.write(connection, plan, statements), release.number());
  }

  private static ReleasePointer releaseOf(Cursor cursor, List<ReleasePointer> kept) {
    return kept.stream()
        .filter(pointer -> pointer.number() == cursor.release())
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemKind.RELEASE_GONE,
                    "release "
                        + cursor.release()
                        + " of the cursor is gone;"
                        + " start again without a cursor"));
  }

  private SearchReply reply(OpenRelease release, SearchRequest request, FoundPage page, long digest)
      throws SQLException {
    String next =
        page.last() == null ? null : page.last().toCursor(release.number(), digest).encode(catalog);
    Answer answer =
        new Answer(
            release,
            request,
            page,
            readProperties(release.description(), request, page),
            readOffers(release.description(), page),
            next,
            now);
    return new SearchReply(200, AnswerWriter.write(answer), release.number());
  }

  private Map<Integer, MasterRow> readProperties(
      ReleaseDescription description, SearchRequest request, FoundPage page) throws SQLException {
    return MasterRows.read(
        connection, description.schema(), description.property(), request.show(), properties(page));
  }

  private Map<Integer, MasterRow> readOffers(ReleaseDescription description, FoundPage page)
      throws SQLException {
    GrainTable offer = description.offer();
    if (offer == null) {
      return Map.of();
    }
    return MasterRows.read(connection, description.schema(), offer, offer.show(), offers(page));
  }

  private static int[] properties(FoundPage page) {
    return page.hits().stream().mapToInt(Hit::id).toArray();
  }

  private static int[] offers(FoundPage page) {
    return page.hits().stream()
        .flatMap(hit -> hit.offers().stream())
        .mapToInt(FoundOffer::id)
        .toArray();
  }
}
