package tatami.query.mirror;

import tatami.query.mirror.column.MirrorColumns;
import tatami.query.mirror.offer.Segments;
import tatami.query.mirror.offer.StaySets;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.description.StayLayout.Window;

/**
 * What is made of a release's offers, so that many are tested at once.
 *
 * @param segments the offers of each property
 * @param stays sets of offers by night and number; null where the catalog has no dates
 */
record OfferIndex(Segments segments, StaySets stays) {

  /** Makes it; null where the catalog has no offers. */
  static OfferIndex of(ReleaseDescription description, MirrorColumns columns) {
    if (columns.offers() == null) {
      return null;
    }
    StaySets stays =
        description.stay() == null
            ? null
            : new StaySets(
                columns.ofOffers(),
                columns.nights(),
                description.horizon().nights(),
                Window.dayNumber(description.horizon().firstNight()));
    return new OfferIndex(new Segments(columns.ofOffers()), stays);
  }

  /** Returns about how many bytes it takes. */
  long bytes() {
    return segments.bytes() + (stays == null ? 0 : stays.bytes());
  }
}
