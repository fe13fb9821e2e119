package tatami.benchmarks.normalised;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import tatami.benchmarks.mixed.Answered;
import tatami.benchmarks.mixed.MixedSearch;
import tatami.benchmarks.mixed.Question;
import tatami.benchmarks.mixed.SearchMoment;

/** Asks the normalised schema, each question by the faster of its two plans. */
public final class NormalisedAsker implements AutoCloseable {

  private final PlanRace race;
  private final SearchMoment moment;
  private final Map<String, Integer> amenities;

  private NormalisedAsker(PlanRace race, SearchMoment moment, Map<String, Integer> amenities) {
    this.race = race;
    this.moment = moment;
    this.amenities = amenities;
  }

  /** A question whose plan is chosen. */
  public interface Chosen {

    /** Asks it, and reads all that is answered. */
    Answered ask() throws SQLException;
  }

  /**
   * Opens two sessions.
   *
   * @param amenities their numbers, see {@link NormalisedTables#amenities}
   */
  public static NormalisedAsker open(
      DataSource dataSource, SearchMoment moment, Map<String, Integer> amenities)
      throws SQLException {
    return new NormalisedAsker(PlanRace.open(dataSource), moment, amenities);
  }

  /** Asks a question in both ways to find out which one is faster. */
  public Chosen choose(Question question, MixedSearch search) throws SQLException {
    AskedQuestion asked =
        new AskedQuestion(question, search, 0, new NormalisedStatements(search, moment, amenities));
    NormalisedSession faster = race.run(asked).session();
    return () -> faster.ask(asked);
  }

  @Override
  public void close() throws SQLException {
    race.close();
  }
}
