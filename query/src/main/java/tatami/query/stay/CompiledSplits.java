package tatami.query.stay;

import java.util.IdentityHashMap;
import java.util.Map;
import tatami.query.stay.split.PartySplits;
import tatami.query.stay.split.SplitWork;

/** Splits of the parties that came up so far, each compiled once. Not thread-safe. */
final class CompiledSplits {

  private final SplitWork work = SplitWork.ofRequest();
  private final Map<TypedParty, PartySplits> byParty = new IdentityHashMap<>();
  private TypedParty lastParty;
  private PartySplits last;

  /** Tells whether an offer takes a party in, in whatever rooms. */
  boolean isLegal(TypedParty party, Offers offers, int position) {
    return party.isTakenIn()
        && of(party)
            .isLegal(HeadLimits.fewest(offers, position), HeadLimits.most(offers, position));
  }

  /** Returns the splits of a party that is taken in. */
  PartySplits of(TypedParty party) {
    if (party != lastParty) {
      last = byParty.computeIfAbsent(party, each -> each.splits(work));
      lastParty = party;
    }
    return last;
  }
}
