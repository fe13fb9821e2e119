package tatami.benchmarks.peers.duckdb;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import tatami.benchmarks.peers.folded.Rebate;
import tatami.benchmarks.peers.folded.StayRules;

/**
 * The rebates of an offer as three columns for each length of stay: what is kept of the sum in
 * hundredths of a percent, what is off the sum, and how many nights are free. Of rules of one kind
 * only the best one counts, so that no list of rules has to be looked at.
 */
final class RebateColumns {

  private static final int WHOLE = 10_000;

  private RebateColumns() {}

  static String keep(int nights) {
    return "keep" + nights;
  }

  static String off(int nights) {
    return "off" + nights;
  }

  static String free(int nights) {
    return "free" + nights;
  }

  /** Returns the columns of a table, each with a comma before it. */
  static String columns() {
    return IntStream.rangeClosed(1, StayRules.MOST_NIGHTS)
        .mapToObj(
            nights ->
                ", %s INTEGER, %s INTEGER, %s INTEGER"
                    .formatted(keep(nights), off(nights), free(nights)))
        .collect(Collectors.joining());
  }

  static void append(DuckDBAppender appender, List<Rebate> rebates) throws SQLException {
    for (int nights = 1; nights <= StayRules.MOST_NIGHTS; nights++) {
      appender.append(WHOLE - most(rebates, nights, Rebate.Kind.BASIS_POINTS));
      appender.append(nights * most(rebates, nights, Rebate.Kind.AMOUNT));
      appender.append(freeNights(rebates, nights));
    }
  }

  private static int most(List<Rebate> rebates, int nights, Rebate.Kind kind) {
    return rebates.stream()
        .filter(rebate -> rebate.kind() == kind && rebate.fromNights() <= nights)
        .mapToInt(Rebate::value)
        .max()
        .orElse(0);
  }

  private static int freeNights(List<Rebate> rebates, int nights) {
    return rebates.stream()
        .filter(rebate -> rebate.kind() == Rebate.Kind.FREE_NIGHT)
        .filter(rebate -> rebate.fromNights() <= nights)
        .mapToInt(rebate -> nights / rebate.value())
        .max()
        .orElse(0);
  }
}
