package tatami.oracle.hotel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * What a catalog of hotels says, as far as answers depend on it.
 *
 * @param name of the catalog
 * @param zone the catalog's zone: that of "today"
 * @param firstNight the horizon's first night
 * @param nights length of the horizon
 * @param builtAt now, when the release was built
 * @param model what prices mean
 * @param rules rules that the catalog has
 * @param duplicates by feed; a feed that is not named rejects contradictions
 */
public record HotelCatalog(
    String name,
    ZoneId zone,
    LocalDate firstNight,
    int nights,
    Instant builtAt,
    PriceModel model,
    Set<StayRule> rules,
    Map<String, Duplicates> duplicates) {

  /** Copies the collections. */
  public HotelCatalog {
    rules = Set.copyOf(rules);
    duplicates = Map.copyOf(duplicates);
  }

  /** Returns the day after the last night: the latest check-out. */
  public LocalDate end() {
    return firstNight.plusDays(nights);
  }

  /** Tells whether the catalog has a rule. */
  public boolean has(StayRule rule) {
    return rules.contains(rule);
  }

  /** Returns today in the catalog's zone. */
  public LocalDate today(Instant now) {
    return now.atZone(zone).toLocalDate();
  }

  Duplicates duplicatesOf(String feed) {
    return duplicates.getOrDefault(feed, Duplicates.REJECT);
  }
}
