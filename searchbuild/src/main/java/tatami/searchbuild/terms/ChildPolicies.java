package tatami.searchbuild.terms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tatami.searchbuild.catalog.StayDefinition.BandColumns;
import tatami.searchbuild.master.MasterRows;
import tatami.searchbuild.numbering.KeyOrder;
import tatami.searchbuild.numbering.RowKey;
import tatami.searchtable.description.ChildPolicy;
import tatami.searchtable.description.ChildPolicy.AgeBand;
import tatami.searchtable.description.ChildPolicy.BandPricing;
import tatami.searchtable.description.PersonClass;

/** Makes child policies of rows, one row a band of ages. */
public final class ChildPolicies {

  /** No request names an older child. */
  private static final int OLDEST_CHILD = 17;

  /** A hundred times the adult's price: more is a slip. */
  private static final long MOST_BASIS_POINTS = 1_000_000;

  private final BandColumns columns;
  private final LeftOutRows leftOut;

  private ChildPolicies(BandColumns columns, LeftOutRows leftOut) {
    this.columns = columns;
    this.leftOut = leftOut;
  }

  /**
   * Reads the policies of a feed.
   *
   * @param rows the feed's rows, in any order
   * @param leftOut takes the rows that are no bands
   * @return by name, as {@link RowKey} gives it; a policy without any band is there too
   */
  public static Map<List<Object>, ChildPolicy> read(
      MasterRows rows, BandColumns columns, LeftOutRows leftOut) {
    ChildPolicies policies = new ChildPolicies(columns, leftOut);
    Map<List<Object>, List<AgeBand>> bands = new LinkedHashMap<>();
    int[] name = rows.positions(List.of(columns.policy()));
    int[] order = rows.positions(List.of(columns.policy(), columns.order()));
    rows.rows().stream()
        .sorted(KeyOrder.byKey(order))
        .forEach(
            values ->
                bands
                    .computeIfAbsent(RowKey.of(values, name), absent -> new ArrayList<>())
                    .addAll(
                        policies.readBand(new TermRow(rows::position, values)).stream().toList()));
    Map<List<Object>, ChildPolicy> byName = new LinkedHashMap<>();
    bands.forEach((policy, known) -> byName.put(policy, new ChildPolicy(known)));
    return byName;
  }

  private Optional<AgeBand> readBand(TermRow row) {
    Optional<String> fault = findFault(row);
    if (fault.isPresent()) {
      leftOut.add(fault.get(), row.describe(List.of(columns.policy(), columns.order())));
      return Optional.empty();
    }
    int firstAge = row.integer(columns.firstAge());
    Integer lastAge = row.integer(columns.lastAge());
    boolean counts = !Boolean.FALSE.equals(row.value(columns.counts()));
    long amount = amount(row);
    return Optional.of(
        new AgeBand(
            firstAge,
            lastAge == null ? Math.max(firstAge, OLDEST_CHILD) : lastAge,
            findClass(row).orElseThrow(),
            counts,
            pricing(row, amount),
            amount));
  }

  private long amount(TermRow row) {
    if (row.has(columns.percent())) {
      return row.basisPoints(columns.percent());
    }
    return row.has(columns.amount()) ? row.number(columns.amount()) : 0;
  }

  private BandPricing pricing(TermRow row, long amount) {
    if (!row.has(columns.percent()) && !row.has(columns.amount())) {
      return BandPricing.OWN_CELLS;
    }
    if (amount == 0) {
      return BandPricing.FREE;
    }
    return row.has(columns.percent()) ? BandPricing.SHARE_OF_ADULT : BandPricing.AMOUNT;
  }

  private Optional<PersonClass> findClass(TermRow row) {
    return Optional.ofNullable((String) row.value(columns.personClass()))
        .flatMap(PersonClass::find);
  }

  private Optional<String> findFault(TermRow row) {
    Integer firstAge = row.integer(columns.firstAge());
    Integer lastAge = row.integer(columns.lastAge());
    if (findClass(row).isEmpty()) {
      return Optional.of("their person class is none of " + PersonClass.words());
    }
    if (firstAge == null || firstAge < 0) {
      return Optional.of("their first age is absent or below 0");
    }
    if (lastAge != null && lastAge < firstAge) {
      return Optional.of("their last age is below the first");
    }
    return findPriceFault(row);
  }

  private Optional<String> findPriceFault(TermRow row) {
    if (row.has(columns.percent()) && row.has(columns.amount())) {
      return Optional.of("they have both a percentage and an amount");
    }
    if (row.has(columns.percent())) {
      Long points = row.basisPoints(columns.percent());
      boolean isShare = points != null && points >= 0 && points <= MOST_BASIS_POINTS;
      return isShare
          ? Optional.empty()
          : Optional.of("their percentage is not 0 to 10000 with at most 2 decimals");
    }
    boolean isBelowZero = row.has(columns.amount()) && row.number(columns.amount()) < 0;
    return isBelowZero ? Optional.of("their amount is below 0") : Optional.empty();
  }
}
