package tatami.oracle.hotel;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * A property.
 *
 * @param code business key
 * @param row columns of the feed, without absent values
 * @param zone its own zone, or the catalog's
 * @param offers that a release has, in key order
 */
record Hotel(String code, Map<String, String> row, ZoneId zone, List<Offer> offers) {}
