package tatami.benchmarks.stay;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Finds the cheapest 20 properties for a stay and a budget; an operation is a search, from the
 * prepared statement to the last row read.
 *
 * <p>Needs {@link StayDatabaseAddress#URL_PROPERTY}. Before anything is timed, the answers of all
 * forms are compared; a difference ends the fork. The searches go round a seeded list of 64.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xms256m", "-Xmx256m"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StayTotalBenchmark {

  /** Offers if nobody says otherwise. */
  public static final int DEFAULT_OFFERS = 2_000;

  /** System property: if true, the schema is left for the next fork; its owner drops it. */
  public static final String KEEP_PROPERTY = "tatami.benchmarkKeepsSchema";

  /** The database and the searches. */
  @State(Scope.Benchmark)
  public static class Searches {

    private static final int SEARCHES = 64;
    private static final int CHECKED_SEARCHES = 8;

    /** How many offers the database has. */
    @Param("" + DEFAULT_OFFERS)
    public int offers;

    /** How many nights every stay has. */
    @Param({"1", "3", "7"})
    public int nights;

    private StayDatabase database;
    private List<StaySearch> searches;
    private final Map<StayForm, StayQuestions> questions = new EnumMap<>(StayForm.class);
    private int next;

    /** Connects, makes what is missing, and compares answers. */
    @Setup
    public void open() throws SQLException, IOException {
      database = StayDatabase.open(StayDatabaseAddress.ofSystemProperties(), offers);
      database.prepare();
      searches = StaySearch.list(nights, SEARCHES);
      StayCheck.compareForms(database.connection(), searches.subList(0, CHECKED_SEARCHES));
      for (StayForm form : StayForm.values()) {
        questions.put(form, new StayQuestions(database.connection(), form, nights));
      }
    }

    /** Drops what was made, unless somebody else does, and disconnects. */
    @TearDown
    public void close() throws SQLException {
      if (!Boolean.getBoolean(KEEP_PROPERTY)) {
        database.drop();
      }
      database.close();
    }

    List<PropertyTotal> ask(StayForm form) throws SQLException {
      StaySearch search = searches.get(next);
      next = (next + 1) % searches.size();
      return questions.get(form).ask(search);
    }
  }

  /** Asks packed arrays. */
  @Benchmark
  public Object packedArrays(Searches searches) throws SQLException {
    return searches.ask(StayForm.PACKED_ARRAYS);
  }

  /** Asks one row per night, by offer and night. */
  @Benchmark
  public Object nightRows(Searches searches) throws SQLException {
    return searches.ask(StayForm.NIGHT_ROWS);
  }

  /** Asks one row per night, by night and offer. */
  @Benchmark
  public Object nightRowsByNight(Searches searches) throws SQLException {
    return searches.ask(StayForm.NIGHT_ROWS_BY_NIGHT);
  }
}
