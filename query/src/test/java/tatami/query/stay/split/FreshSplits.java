package tatami.query.stay.split;

import java.util.List;

/** Compiles parties, each with the work of a request of its own. */
final class FreshSplits {

  private FreshSplits() {}

  static PartySplits of(int adults, List<ChildType> children, int rooms) {
    return PartySplits.of(adults, children, rooms, SplitWork.ofRequest());
  }
}
