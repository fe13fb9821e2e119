package tatami.query.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tatami.query.answer.Answer;
import tatami.query.answer.AnswerWriter;
import tatami.query.cursor.Cursor;
import tatami.query.cursor.RequestDigest;
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

  SearchReply answer(String requestJson) throws SQLException {
    List<ReleasePointer> kept = shelf.list(connection, catalog);
    ReleasePointer live = kept.stream().filter(ReleasePointer::live).findFirst().orElseThrow();
    try {
      return answer(RequestReader.parse(requestJson), kept, live);
    } catch (ProblemException problem) {
      throw problem.withRelease(live.number());
    }
  }

  private SearchReply answer(JsonNode tree, List<ReleasePointer> kept, ReleasePointer live)
      throws SQLException {
    Optional<String> cursorText = RequestReader.findCursor(tree);
    Cursor cursor = cursorText.flatMap(text -> Cursor.decode(catalog, text)).orElse(null);
    ReleasePointer pointer = cursor == null ? live : releaseOf(cursor, kept);
    OpenRelease release = shelf.open(connection, pointer);
    LocalDate today = LocalDate.ofInstant(now, release.zone());
    boolean damaged = cursorText.isPresent() && cursor == null;
    SearchRequest request = RequestReader.read(tree, release, today, damaged);
    long digest = RequestDigest.of(request);
    if (cursor != null && cursor.digest() != digest) {
      throw ProblemException.badRequest(
          List.of(
              new RequestError(
                  "/cursor",
                  tree.get("cursor"),
                  "belongs to another request; repeat the request that gave it, or start again"
                      + " without a cursor")));
    }
    SearchPlan plan = SearchPlan.of(connection, release, request, today);
    FoundPage page = SqlEngine.find(connection, plan, cursor);
    return reply(release, request, page, digest);
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
    int[] ids = page.hits().stream().mapToInt(Hit::id).toArray();
    return MasterRows.read(
        connection, description.schema(), description.property(), request.show(), ids);
  }

  private Map<Integer, MasterRow> readOffers(ReleaseDescription description, FoundPage page)
      throws SQLException {
    GrainTable offer = description.offer();
    if (offer == null) {
      return Map.of();
    }
    int[] ids =
        page.hits().stream()
            .flatMap(hit -> hit.offers().stream())
            .mapToInt(FoundOffer::id)
            .toArray();
    return MasterRows.read(connection, description.schema(), offer, offer.show(), ids);
  }
}
