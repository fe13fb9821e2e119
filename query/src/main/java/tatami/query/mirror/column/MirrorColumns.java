package tatami.query.mirror.column;

import tatami.query.mirror.night.StoredStays;

/**
 * Everything that a mirror holds of its release.
 *
 * @param properties columns of the properties
 * @param offers columns of the offers; null where the catalog has none
 * @param ofOffers what offers have besides; null where the catalog has none
 * @param nights all calendars; null where the catalog has no dates
 */
public record MirrorColumns(
    GrainColumns properties, GrainColumns offers, OfferColumns ofOffers, StoredStays nights) {

  /** Returns about how many bytes they take. */
  public long bytes() {
    long bytes = properties.bytes();
    if (offers != null) {
      bytes += offers.bytes() + ofOffers.bytes();
    }
    return nights == null ? bytes : bytes + nights.bytes();
  }
}
