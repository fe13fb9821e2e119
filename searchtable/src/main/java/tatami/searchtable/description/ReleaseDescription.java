package tatami.searchtable.description;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One release, described for whoever searches it.
 *
 * @param format version of this description; a reader refuses a version that it does not know
 * @param catalog name of the catalog, as in URLs
 * @param schema PostgreSQL schema that holds every table named below
 * @param timeZone zone of "today" and of dates given without a time, an IANA name
 * @param currency the catalog's only currency
 * @param horizon the nights that packed columns cover; null where the catalog has no calendar
 * @param maximumNights longest stay that may be asked for, at least 1
 * @param property what a result lists
 * @param offer what is sold; null where the catalog has no offers
 * @param stay how stock and price are laid out; null where the catalog has no dates
 * @param dataAsOf when the data behind a role ({@code stock}, {@code price}) were made
 */
public record ReleaseDescription(
    int format,
    String catalog,
    String schema,
    String timeZone,
    CurrencyUnit currency,
    Horizon horizon,
    int maximumNights,
    GrainTable property,
    GrainTable offer,
    StayLayout stay,
    Map<String, Instant> dataAsOf) {

  /** The version that this code writes and reads. */
  public static final int CURRENT_FORMAT = 5;

  /** Refuses a description that could not be searched. */
  public ReleaseDescription {
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(timeZone, "timeZone");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(property, "property");
    dataAsOf = Map.copyOf(dataAsOf);
    if (stay != null && (offer == null || horizon == null)) {
      throw new IllegalArgumentException(
          "a stay layout needs offers and a horizon: catalog=" + catalog);
    }
  }

  /** Finds a filter of the property or of the offer by its name in the catalog. */
  public Optional<FilterLayout> findFilter(String name) {
    Optional<FilterLayout> ofProperty = property.findFilter(name);
    return ofProperty.isPresent() || offer == null ? ofProperty : offer.findFilter(name);
  }

  /**
   * The catalog's currency.
   *
   * @param code ISO 4217 letters, such as {@code JPY}
   * @param digits decimal digits of the minor unit, 0 to 4: amounts are integers in that unit
   */
  public record CurrencyUnit(String code, int digits) {}

  /**
   * The nights that packed columns cover. Night {@code i} (from 0) is {@code firstNight + i}; it is
   * element {@code i + 1} of a PostgreSQL array.
   *
   * @param firstNight the first night
   * @param nights how many there are, at least 1
   */
  public record Horizon(LocalDate firstNight, int nights) {

    /** Refuses an empty horizon. */
    public Horizon {
      Objects.requireNonNull(firstNight, "firstNight");
      if (nights < 1) {
        throw new IllegalArgumentException("a horizon has at least one night: nights=" + nights);
      }
    }

    /** Returns the day after the last night: the latest possible check-out. */
    public LocalDate end() {
      return firstNight.plusDays(nights);
    }
  }
}
