package tatami.query.search;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tatami.query.answer.Answer;
import tatami.query.answer.AnswerFrame;
import tatami.query.answer.AnswerWriter;
import tatami.query.cursor.Cursor;
import tatami.query.cursor.RequestDigest;
import tatami.query.engine.Engine;
import tatami.query.engine.FoundPage;
import tatami.query.engine.SearchPlan;
import tatami.query.master.MasterSource.Shown;
import tatami.query.problem.ProblemException;
import tatami.query.problem.ProblemKind;
import tatami.query.problem.RequestError;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleasePointer;
import tatami.query.request.RequestReader;
import tatami.query.request.SearchRequest;
import tools.jackson.databind.JsonNode;

/** One search of one view. */
final class Search {

  private final ReadView view;
  private final String catalog;
  private final Instant now;

  Search(ReadView view, String catalog, Instant now) {
    this.view = view;
    this.catalog = catalog;
    this.now = now;
  }

  /** Tells how a search was answered. */
  interface Explainer {
    /**
     * Runs the search and explains it.
     *
     * @return the explanation as JSON
     */
    String explain(Asked asked) throws SQLException;
  }

  /**
   * A search that was read.
   *
   * @param release what is searched
   * @param request what is asked
   * @param after the last hit of the page before; null for the first page
   * @param now when it is asked
   */
  record Asked(OpenRelease release, SearchRequest request, Cursor after, Instant now) {

    /** Plans the search for an engine of the release. */
    SearchPlan plan(Engine engine) throws SQLException {
      return SearchPlan.of(release, request, now, engine);
    }
  }

  /** What is done with a search that was read. */
  private interface Ending {
    String run(Asked asked) throws SQLException;
  }

  /** Answers a request. */
  SearchReply answer(String requestJson) throws SQLException {
    return read(requestJson, this::answer);
  }

  /** Answers a request, and tells how in place of what. */
  SearchReply explain(String requestJson, Explainer explainer) throws SQLException {
    return read(requestJson, explainer::explain);
  }

  private SearchReply read(String requestJson, Ending ending) throws SQLException {
    List<ReleasePointer> kept = view.releases();
    ReleasePointer live = kept.stream().filter(ReleasePointer::live).findFirst().orElseThrow();
    try {
      Asked asked = read(RequestReader.parse(requestJson), kept, live);
      return new SearchReply(200, ending.run(asked), asked.release().number());
    } catch (ProblemException problem) {
      throw problem.withRelease(live.number());
    }
  }

  private Asked read(JsonNode tree, List<ReleasePointer> kept, ReleasePointer live)
      throws SQLException {
    Optional<String> cursorText = RequestReader.findCursor(tree);
    Cursor cursor = cursorText.flatMap(text -> Cursor.decode(catalog, text)).orElse(null);
    ReleasePointer pointer = cursor == null ? live : releaseOf(cursor, kept);
    OpenRelease release = view.open(pointer);
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
    return new Asked(release, request, cursor, now);
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

  /** A page with the position that it is of. */
  private record Found(FoundPage page, long position) {}

  private String answer(Asked asked) throws SQLException {
    OpenRelease release = asked.release();
    Engine engine = view.engine(release);
    Found found =
        engine.reading(
            () -> new Found(engine.find(asked.plan(engine), asked.after()), engine.position()));
    FoundPage page = found.page();
    SearchRequest request = asked.request();
    Shown shown = view.masters(release).read(request.show(), page.propertyIds(), page.offerIds());
    AnswerFrame frame = new AnswerFrame(release, found.position(), request.warnings(), now);
    return AnswerWriter.write(new Answer(frame, request, page, shown, next(asked, page)));
  }

  private String next(Asked asked, FoundPage page) {
    return page.last() == null
        ? null
        : page.last()
            .toCursor(asked.release().number(), RequestDigest.of(asked.request()))
            .encode(catalog);
  }
}
