package tatami.searchbuild.fill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import tatami.searchbuild.catalog.SqlText;
import tatami.searchbuild.catalog.StayDefinition;
import tatami.searchbuild.catalog.StayDefinition.BandColumns;
import tatami.searchbuild.catalog.StayDefinition.ChildrenDefinition;
import tatami.searchbuild.catalog.StayDefinition.LongStayDefinition;
import tatami.searchbuild.encoding.ColumnValues;
import tatami.searchbuild.encoding.ColumnValues.Numbers;
import tatami.searchbuild.master.MasterRelation;
import tatami.searchbuild.master.MasterRows;
import tatami.searchbuild.numbering.NumberedRows;
import tatami.searchbuild.numbering.PropertyZones;
import tatami.searchbuild.numbering.RowKey;
import tatami.searchbuild.terms.ChildPolicies;
import tatami.searchbuild.terms.LeadTimes;
import tatami.searchbuild.terms.LeftOutRows;
import tatami.searchbuild.terms.LongStays;
import tatami.searchbuild.terms.NumberedTerms;
import tatami.searchtable.description.ChildPolicy;
import tatami.searchtable.description.LeadTime;
import tatami.searchtable.description.LongStay;

/**
 * Numbers the terms of offers: child policies, rebates and lead times. The description of a release
 * has what a number means.
 */
final class TermFill {

  /** Column with the number of the child policy. */
  static final String POLICY = "policy";

  /** Column with the number of the rebates. */
  static final String LONG_STAY = "long_stay";

  /** Column with the number of the lead time. */
  static final String LEAD_TIME = "lead_time";

  private final ReleaseContent content;
  private final NumberedRows offers;
  private final List<String> warnings;
  private final NumberedTerms<ChildPolicy> policies;
  private final NumberedTerms<LongStay> longStays;
  private final NumberedTerms<LeadTime> leadTimes;

  TermFill(Connection reading, ReleaseContent content, List<String> warnings) throws SQLException {
    this.content = content;
    this.offers = content.offers().rows();
    this.warnings = warnings;
    StayDefinition stay = content.catalog().offer().stay();
    policies = number(stay.children() == null ? null : policies(reading, stay.children()));
    longStays = number(stay.longStay() == null ? null : longStays(reading, stay.longStay()));
    boolean isTimed = stay.leadTime() != null || content.catalog().property().timeZone() != null;
    leadTimes = number(isTimed ? leadTimes(stay) : null);
  }

  private <T> NumberedTerms<T> number(IntFunction<T> term) {
    return term == null ? null : new NumberedTerms<>(offers.count(), term);
  }

  /** An offer whose policy has no band, or no row, takes in no age, as one without a policy. */
  private IntFunction<ChildPolicy> policies(Connection reading, ChildrenDefinition children)
      throws SQLException {
    BandColumns bands = children.bands();
    LeftOutRows leftOut = new LeftOutRows(children.feed());
    Map<List<Object>, ChildPolicy> byName =
        ChildPolicies.read(
            read(
                reading,
                children.feed(),
                List.of(bands.policy(), bands.order(), bands.firstAge(), bands.personClass()),
                bands.lastAge(),
                bands.counts(),
                bands.percent(),
                bands.amount()),
            bands,
            leftOut);
    warnings.addAll(leftOut.warnings());
    int[] name = offers.positions(List.of(children.policy()));
    ChildPolicy empty = new ChildPolicy(List.of());
    return offer ->
        RowKey.isComplete(offers.row(offer), name)
            ? byName.getOrDefault(RowKey.of(offers.row(offer), name), empty)
            : null;
  }

  private IntFunction<LongStay> longStays(Connection reading, LongStayDefinition longStay)
      throws SQLException {
    List<String> key = content.catalog().findFeed(longStay.feed()).orElseThrow().key();
    List<String> columns = new ArrayList<>(key);
    columns.add(longStay.fromNights());
    LeftOutRows leftOut = new LeftOutRows(longStay.feed());
    Map<List<Object>, LongStay> byOwner =
        LongStays.read(
            read(
                reading,
                longStay.feed(),
                columns,
                longStay.percent(),
                longStay.amount(),
                longStay.freeEvery()),
            key,
            longStay,
            leftOut);
    warnings.addAll(leftOut.warnings());
    int[] positions = offers.positions(LongStays.ownerKey(key, longStay));
    return offer ->
        RowKey.isComplete(offers.row(offer), positions)
            ? byOwner.get(RowKey.of(offers.row(offer), positions))
            : null;
  }

  private IntFunction<LeadTime> leadTimes(StayDefinition stay) {
    PropertyZones zones = new PropertyZones(content.catalog(), content.properties());
    int[] properties = content.offers().properties();
    return offer ->
        LeadTimes.of(
            offers::position, offers.row(offer), stay.leadTime(), zones.zone(properties[offer]));
  }

  /** Reads columns of a feed; those without a name are left out. */
  private MasterRows read(
      Connection reading, String feed, List<String> required, String... optional)
      throws SQLException {
    List<String> columns = new ArrayList<>(required);
    for (String column : optional) {
      if (column != null) {
        columns.add(column);
      }
    }
    SqlText from = new SqlText(ReleaseSchema.quote(feed), 1, 1);
    return new MasterRelation(List.of(content.versions().get(feed)), from, null)
        .read(reading, columns.stream().distinct().toList());
  }

  /** Returns the numbers that the offer table has. */
  List<ColumnValues> offerValues() {
    List<ColumnValues> values = new ArrayList<>();
    add(values, POLICY, policies);
    add(values, LONG_STAY, longStays);
    add(values, LEAD_TIME, leadTimes);
    return values;
  }

  private void add(List<ColumnValues> values, String name, NumberedTerms<?> terms) {
    if (terms != null) {
      values.add(Numbers.measure(name, offers.count(), terms::number).gathering());
    }
  }

  /** Returns the policies by number: at least one where the catalog has policies at all. */
  List<ChildPolicy> policies() {
    if (policies != null && policies.terms().isEmpty()) {
      return List.of(new ChildPolicy(List.of()));
    }
    return policies == null ? List.of() : policies.terms();
  }

  /** Returns the lists of rebates by number. */
  List<LongStay> longStays() {
    return longStays == null ? List.of() : longStays.terms();
  }

  /** Returns the lead times by number. */
  List<LeadTime> leadTimes() {
    return leadTimes == null ? List.of() : leadTimes.terms();
  }
}
