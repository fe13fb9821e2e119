package tatami.query.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import tatami.query.engine.Engine;
import tatami.query.engine.FoundPage;
import tatami.query.engine.SearchPlan;
import tatami.query.release.OpenRelease;
import tatami.query.release.ReleasePointer;
import tatami.query.release.ReleaseShelf;
import tatami.query.request.RequestReader;
import tatami.query.request.SearchRequest;
import tatami.query.sql.SqlEngine;

/** Asks both engines the same questions about the live release of a catalog. */
final class EngineAgreement {

  private final Connection connection;
  private final OpenRelease release;
  private final Mirror mirror;
  private final Instant now;

  /**
   * Loads the mirror.
   *
   * @param connection stays open while questions are asked
   */
  EngineAgreement(Connection connection, String catalog, Instant now) throws SQLException {
    this.connection = connection;
    this.now = now;
    connection.setAutoCommit(false);
    ReleaseShelf shelf = new ReleaseShelf();
    ReleasePointer live =
        shelf.list(connection, catalog).stream()
            .filter(ReleasePointer::live)
            .findFirst()
            .orElseThrow();
    release = shelf.open(connection, live);
    mirror = Mirror.load(connection, release, (part, cells) -> {});
  }

  /** Checks that both engines find the same, page by page; returns how many properties match. */
  long checkPages(String json) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, release.zone());
    SearchRequest request = RequestReader.read(RequestReader.parse(json), release, today, false);
    FoundPage expected = find(new SqlEngine(connection, release), request, null);
    FoundPage found = find(mirror.engine(), request, null);
    assertThat(found).as(json).isEqualTo(expected);
    for (int page = 0; page < 3 && expected.last() != null; page++) {
      FoundPage before = expected;
      expected = find(new SqlEngine(connection, release), request, before);
      found = find(mirror.engine(), request, before);
      assertThat(found).as("page %d of %s", page + 2, json).isEqualTo(expected);
    }
    return expected.total();
  }

  private FoundPage find(Engine engine, SearchRequest request, FoundPage before)
      throws SQLException {
    return engine.reading(
        () ->
            engine.find(
                SearchPlan.of(release, request, now, engine),
                before == null ? null : before.last().toCursor(release.number(), 0)));
  }
}
