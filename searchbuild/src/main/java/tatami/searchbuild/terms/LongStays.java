package tatami.searchbuild.terms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tatami.searchbuild.catalog.StayDefinition.LongStayDefinition;
import tatami.searchbuild.master.MasterRows;
import tatami.searchbuild.numbering.KeyOrder;
import tatami.searchbuild.numbering.RowKey;
import tatami.searchtable.description.LongStay;
import tatami.searchtable.description.LongStay.Rebate;
import tatami.searchtable.description.LongStay.RebateKind;

/** Makes lists of rebates of rows, one row a rule. */
public final class LongStays {

  private static final long WHOLE = 10_000;

  /** The order of rules decides nothing, so lists of the same rules are made equal. */
  private static final Comparator<Rebate> ORDER =
      Comparator.comparingInt(Rebate::fromNights)
          .thenComparing(Rebate::kind)
          .thenComparingLong(Rebate::value);

  private final LongStayDefinition columns;
  private final LeftOutRows leftOut;

  private LongStays(LongStayDefinition columns, LeftOutRows leftOut) {
    this.columns = columns;
    this.leftOut = leftOut;
  }

  /**
   * Reads the rebates of a feed.
   *
   * @param rows the feed's rows, in any order
   * @param key the feed's key
   * @param leftOut takes the rows that are no rebates
   * @return by the key without the column that tells rules apart, as {@link RowKey} gives it; a key
   *     without any rule is not there
   */
  public static Map<List<Object>, LongStay> read(
      MasterRows rows, List<String> key, LongStayDefinition columns, LeftOutRows leftOut) {
    LongStays reading = new LongStays(columns, leftOut);
    int[] owner = rows.positions(ownerKey(key, columns));
    Map<List<Object>, TreeSet<Rebate>> rules = new LinkedHashMap<>();
    rows.rows().stream()
        .sorted(KeyOrder.byKey(rows.positions(key)))
        .forEach(
            values ->
                reading
                    .readRule(new TermRow(rows::position, values), key)
                    .ifPresent(
                        rule ->
                            rules
                                .computeIfAbsent(
                                    RowKey.of(values, owner), absent -> new TreeSet<>(ORDER))
                                .add(rule)));
    Map<List<Object>, LongStay> byOwner = new LinkedHashMap<>();
    rules.forEach((offer, known) -> byOwner.put(offer, new LongStay(new ArrayList<>(known))));
    return byOwner;
  }

  /** Returns the columns by which an offer finds its rules. */
  public static List<String> ownerKey(List<String> key, LongStayDefinition columns) {
    return key.stream().filter(column -> !column.equals(columns.order())).toList();
  }

  private Optional<Rebate> readRule(TermRow row, List<String> key) {
    Optional<String> fault = findFault(row);
    if (fault.isPresent()) {
      leftOut.add(fault.get(), row.describe(key));
      return Optional.empty();
    }
    int fromNights = row.integer(columns.fromNights());
    if (row.has(columns.percent())) {
      long points = row.basisPoints(columns.percent());
      return Optional.of(new Rebate(fromNights, RebateKind.SHARE, points));
    }
    if (row.has(columns.amount())) {
      return Optional.of(new Rebate(fromNights, RebateKind.AMOUNT, row.number(columns.amount())));
    }
    long rhythm = row.number(columns.freeEvery());
    return Optional.of(new Rebate(fromNights, RebateKind.FREE_NIGHTS, rhythm));
  }

  private Optional<String> findFault(TermRow row) {
    Integer fromNights = row.integer(columns.fromNights());
    if (fromNights == null || fromNights < 1) {
      return Optional.of("their shortest stay is absent or below 1 night");
    }
    long kinds =
        Stream.of(columns.percent(), columns.amount(), columns.freeEvery())
            .filter(row::has)
            .count();
    if (kinds != 1) {
      return Optional.of("they have not exactly one of a percentage, an amount and a free night");
    }
    if (row.has(columns.percent())) {
      Long points = row.basisPoints(columns.percent());
      boolean isShare = points != null && points >= 0 && points <= WHOLE;
      return isShare
          ? Optional.empty()
          : Optional.of("their percentage is not 0 to 100 with at most 2 decimals");
    }
    if (row.has(columns.amount()) && row.number(columns.amount()) < 0) {
      return Optional.of("their amount is below 0");
    }
    boolean isNoRhythm = row.has(columns.freeEvery()) && row.number(columns.freeEvery()) < 1;
    return isNoRhythm
        ? Optional.of("their free night is not every 1st or later")
        : Optional.empty();
  }
}
