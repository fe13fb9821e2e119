package tatami.query.search;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tatami.query.mirror.shelf.MirrorLease;
import tatami.query.mirror.shelf.MirrorLeases;
import tatami.query.problem.ProblemException;
import tatami.query.problem.ProblemKind;
import tatami.query.release.ReleasePointer;
import tatami.query.release.ReleaseShelf;

/** Answers from memory what can be answered from there. Thread-safe. */
final class MirrorAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(MirrorAnswers.class);

  private final MirrorLeases mirrors;
  private final DataSource dataSource;
  private final Duration timeout;

  /**
   * Binds to mirrors.
   *
   * @param dataSource where master rows are
   * @param timeout longest time of one statement
   */
  MirrorAnswers(MirrorLeases mirrors, DataSource dataSource, Duration timeout) {
    this.mirrors = mirrors;
    this.dataSource = dataSource;
    this.timeout = timeout;
  }

  /** What is asked of a view. */
  interface Question {
    SearchReply ask(ReadView view) throws SQLException;
  }

  /**
   * Finds the answer; empty where nothing is in memory, or not the release that is asked for.
   *
   * <p>The master rows of a release that was retired are gone: then the mirror of the next one is
   * asked, if it is there already.
   */
  Optional<SearchReply> find(String catalog, Question question) throws SQLException {
    ReleasePointer asked = null;
    while (true) {
      try (MirrorLease lease = mirrors.find(catalog).orElse(null)) {
        if (lease == null || lease.release().pointer().equals(asked)) {
          return Optional.empty();
        }
        asked = lease.release().pointer();
        return Optional.of(question.ask(new MirrorView(lease, dataSource, timeout)));
      } catch (ProblemException problem) {
        if (problem.kind() != ProblemKind.RELEASE_GONE) {
          throw problem;
        }
        return Optional.empty();
      } catch (SQLException missing) {
        if (!ReleaseShelf.isMissingRelation(missing)) {
          throw missing;
        }
        LOG.info("a table is gone, its release may be retired: {}", missing.getMessage());
      }
    }
  }
}
