package tatami.query.stay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tatami.query.request.Guests.SplitParty;
import tatami.query.stay.split.ChildType;
import tatami.query.stay.split.PartySplits;
import tatami.query.stay.split.SplitWork;
import tatami.searchtable.description.ChildPolicy.AgeBand;
import tatami.searchtable.description.ChildPolicy.BandPricing;
import tatami.searchtable.description.PersonClass;

/**
 * A party that is split, under one child policy: its children by types, in the order of {@link
 * PartySplits}. Those who do not count stand last, for in no room it matters where they stand.
 *
 * @param party the party
 * @param isTakenIn whether every age has a band
 * @param bands a band of each type; the first is that of adults
 * @param types the types of children, one less than bands
 */
record TypedParty(SplitParty party, boolean isTakenIn, List<AgeBand> bands, List<ChildType> types) {

  /** Copies the lists. */
  TypedParty {
    bands = List.copyOf(bands);
    types = List.copyOf(types);
  }

  /** Sorts the children of a party. */
  static TypedParty of(SplitParty party, AgeBands ageBands) {
    List<Child> children = new ArrayList<>();
    for (int age : party.childAges()) {
      Optional<AgeBand> band = ageBands.find(age);
      if (band.isEmpty()) {
        return new TypedParty(party, false, List.of(AgeBands.ADULT), List.of());
      }
      children.add(new Child(age, band.get()));
    }
    children.sort(Child.ORDER);
    return grouped(party, children);
  }

  private static TypedParty grouped(SplitParty party, List<Child> children) {
    List<AgeBand> bands = new ArrayList<>(List.of(AgeBands.ADULT));
    List<ChildType> types = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= children.size(); end++) {
      Child first = children.get(start);
      if (end == children.size() || !children.get(end).kind().equals(first.kind())) {
        List<Integer> ages = children.subList(start, end).stream().map(Child::age).toList();
        types.add(new ChildType(first.band().counts(), ages));
        bands.add(first.band());
        start = end;
      }
    }
    return new TypedParty(party, true, bands, types);
  }

  /** Returns the most adults that one room can have: each other room has one of them. */
  int mostAdults() {
    return party.adults() - party.roomCount() + 1;
  }

  /** Returns the most heads of one room that can count, of the types up to one. */
  int mostHeads(int lastType) {
    int heads = mostAdults();
    for (ChildType type : types.subList(0, lastType)) {
      heads += type.counts() ? type.ages().size() : 0;
    }
    return heads;
  }

  /** Returns the most heads of one room that can count. */
  int mostHeads() {
    return mostHeads(types.size());
  }

  /**
   * Compiles the splits.
   *
   * @param work what may be done to find them
   */
  PartySplits splits(SplitWork work) {
    return PartySplits.of(party.adults(), types, party.roomCount(), work);
  }

  private record Child(int age, AgeBand band) {

    static final Comparator<Child> ORDER =
        Comparator.comparing((Child child) -> !child.band().counts())
            .thenComparing(child -> child.band().personClass())
            .thenComparingInt(Child::age);

    Kind kind() {
      return new Kind(band.personClass(), band.counts(), band.pricing(), band.amount());
    }
  }

  /** All of a band but its ages. */
  private record Kind(PersonClass personClass, boolean counts, BandPricing pricing, long amount) {}
}
