package tatami.query.rehearsal;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import tatami.query.engine.Engine;
import tatami.query.engine.SearchPlan;
import tatami.query.problem.ProblemException;
import tatami.query.release.OpenRelease;
import tatami.query.request.RequestReader;
import tatami.query.request.SearchRequest;

/** Asks an engine the standard searches, so that the first real one is no slower than others. */
public final class WarmUp {

  private WarmUp() {}

  /**
   * Asks each search once, whatever comes out. One that the release does not take is left out.
   *
   * @param engines gives an engine for one request
   */
  public static void ask(OpenRelease release, Supplier<Engine> engines) throws SQLException {
    LocalDate today = StandardSearches.today(release.description());
    Instant now = today.atStartOfDay(release.zone()).toInstant();
    for (StandardSearch search : new StandardSearches(release).list()) {
      try {
        SearchRequest request = RequestReader.read(search.request(), release, today, false);
        Engine engine = engines.get();
        engine.reading(() -> engine.find(SearchPlan.of(release, request, now, engine), null));
      } catch (ProblemException refused) {
        continue;
      }
    }
  }
}
