package tatami.query.search;

import java.sql.SQLException;
import tatami.query.engine.Engine;
import tatami.query.engine.SearchPlan;
import tatami.query.explain.MemoryExplanation;
import tatami.query.search.Search.Asked;

/**
 * Explains searches in memory by how long they take.
 *
 * @param view what the search sees
 */
record MemoryExplainer(ReadView view) implements Search.Explainer {

  /** Enough to tell the first run from the others. */
  private static final int RUNS = 20;

  private static final long NANOSECONDS_A_MICROSECOND = 1_000;

  @Override
  public String explain(Asked asked) throws SQLException {
    Engine engine = view.engine(asked.release());
    double[] microseconds = new double[RUNS];
    String[] strategy = new String[1];
    SearchPlan plan =
        engine.reading(
            () -> {
              SearchPlan planned = asked.plan(engine);
              strategy[0] = engine.strategy(planned);
              for (int run = 0; run < RUNS; run++) {
                long start = System.nanoTime();
                engine.find(planned, asked.after());
                microseconds[run] =
                    (double) (System.nanoTime() - start) / NANOSECONDS_A_MICROSECOND;
              }
              return planned;
            });
    return MemoryExplanation.write(plan, strategy[0], microseconds);
  }
}
