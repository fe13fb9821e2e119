package tatami.query.stay;

import java.util.EnumMap;
import java.util.Map;
import tatami.searchtable.codec.NumberCodec;
import tatami.searchtable.description.StayLayout.OfferRules;
import tatami.searchtable.description.StayLayout.StayLimit;
import tatami.searchtable.description.StayLayout.Window;

/** A number that an offer has for one of its rules; see the release's {@code OfferRules}. */
public enum OfferNumber {
  /** Day number of the first day of sale. */
  SALE_FROM,
  /** Day number of the last day of sale. */
  SALE_TO,
  /** Day number of the first night that it is for. */
  STAY_FROM,
  /** Day number of the last night that it is for. */
  STAY_TO,
  /** Fewest heads of a room that count. */
  MINIMUM_HEADS,
  /** Most heads of a room that count. */
  MAXIMUM_HEADS,
  /** Fewest nights, where the check-in date has no cell. */
  MINIMUM_STAY,
  /** Most nights, where the check-in date has no cell. */
  MAXIMUM_STAY,
  /** Fewest nights, where a night has no cell. */
  MINIMUM_STAY_THROUGH,
  /** Most nights, where a night has no cell. */
  MAXIMUM_STAY_THROUGH,
  /** Place of the child policy in the release's list. */
  POLICY,
  /** Place of the rebates in the release's list. */
  LONG_STAY,
  /** Place of the lead time in the release's list. */
  LEAD_TIME,
  /** Most heads with a price of the room. */
  LARGEST_OCCUPANCY;

  /** Returns where the numbers of an offer's rules are, in the order of the rules. */
  public static Map<OfferNumber, NumberCodec> codecs(OfferRules rules) {
    Map<OfferNumber, NumberCodec> codecs = new EnumMap<>(OfferNumber.class);
    putWindow(codecs, rules.saleWindow(), SALE_FROM, SALE_TO);
    putWindow(codecs, rules.stayWindow(), STAY_FROM, STAY_TO);
    put(codecs, MINIMUM_HEADS, rules.minimumHeads());
    put(codecs, MAXIMUM_HEADS, rules.maximumHeads());
    putLimit(codecs, MINIMUM_STAY, rules.minimumStay());
    putLimit(codecs, MAXIMUM_STAY, rules.maximumStay());
    putLimit(codecs, MINIMUM_STAY_THROUGH, rules.minimumStayThrough());
    putLimit(codecs, MAXIMUM_STAY_THROUGH, rules.maximumStayThrough());
    put(codecs, POLICY, rules.policy());
    put(codecs, LONG_STAY, rules.longStay());
    put(codecs, LEAD_TIME, rules.leadTime());
    put(codecs, LARGEST_OCCUPANCY, rules.largestOccupancy());
    return codecs;
  }

  private static void putWindow(
      Map<OfferNumber, NumberCodec> codecs, Window window, OfferNumber from, OfferNumber to) {
    if (window != null) {
      put(codecs, from, window.from());
      put(codecs, to, window.to());
    }
  }

  private static void putLimit(
      Map<OfferNumber, NumberCodec> codecs, OfferNumber number, StayLimit limit) {
    if (limit != null) {
      put(codecs, number, limit.codec());
    }
  }

  private static void put(
      Map<OfferNumber, NumberCodec> codecs, OfferNumber number, NumberCodec codec) {
    if (codec != null) {
      codecs.put(number, codec);
    }
  }
}
