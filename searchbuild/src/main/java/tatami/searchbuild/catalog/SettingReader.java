package tatami.searchbuild.catalog;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tatami.searchbuild.catalog.YamlNode.Scalar;

/** Reads the name and the settings of a catalog, each from the command line, else from the file. */
final class SettingReader {

  private static final String TIME_ZONE = "time_zone";
  private static final String CURRENCY = "currency";
  private static final List<String> SETTINGS = List.of(CURRENCY, TIME_ZONE);

  private final CatalogOverrides overrides;
  private final Problems problems;

  SettingReader(CatalogOverrides overrides, Problems problems) {
    this.overrides = overrides;
    this.problems = problems;
  }

  /** Checks what the command line gave; the file is checked by itself. */
  void checkOverrides() {
    String name = overrides.name();
    if (name != null && !Names.PART.fits(name)) {
      problems.add(Place.OUTSIDE, Names.PART.complaint("--name", name));
    }
    for (Map.Entry<String, String> setting : new TreeMap<>(overrides.settings()).entrySet()) {
      String key = setting.getKey();
      Optional<String> complaint = Optional.empty();
      if (!SETTINGS.contains(key)) {
        complaint =
            Optional.of("unknown setting \"" + key + "\"" + Problems.suggest(key, SETTINGS));
      } else {
        complaint = complaintAbout(key, setting.getValue());
      }
      complaint.ifPresent(
          what ->
              problems.add(Place.OUTSIDE, "--set " + key + "=" + setting.getValue() + ": " + what));
    }
  }

  Optional<String> readName(Section top) {
    Optional<Scalar> name = top.text("catalog");
    name.ifPresent(word -> Names.PART.check(word, "catalog name", problems));
    return overrides.name() == null ? name.map(Scalar::text) : Optional.of(overrides.name());
  }

  Optional<String> readTimeZone(Section top) {
    return read(top, TIME_ZONE, "Asia/Tokyo");
  }

  Optional<String> readCurrency(Section top) {
    return read(top, CURRENCY, "JPY");
  }

  private Optional<String> read(Section top, String setting, String example) {
    String override = overrides.settings().get(setting);
    if (!top.has(setting)) {
      if (override == null) {
        top.require(setting);
      }
      return Optional.ofNullable(override);
    }
    Optional<YamlNode> map = top.find(setting).filter(YamlNode.Mapping.class::isInstance);
    if (map.isPresent()) {
      problems.add(map.get().place(), complaintAboutMap(setting, example));
      return Optional.empty();
    }
    Optional<Scalar> written = top.text(setting);
    written
        .flatMap(word -> complaintAbout(setting, word.text()))
        .ifPresent(what -> problems.add(written.get().place(), what));
    return override == null ? written.map(Scalar::text) : Optional.of(override);
  }

  private static String complaintAboutMap(String setting, String example) {
    return setting.equals(TIME_ZONE)
        ? "time_zone is one for all, such as "
            + example
            + ": where properties have their own, write time_zone: COLUMN at the property"
        : LaterWords.notYet(setting + " from a column", "write " + setting + ": " + example);
  }

  private static Optional<String> complaintAbout(String setting, String value) {
    Set<String> known = setting.equals(TIME_ZONE) ? ZoneId.getAvailableZoneIds() : currencies();
    if (known.contains(value)) {
      return Optional.empty();
    }
    String kind = setting.equals(TIME_ZONE) ? "an IANA time zone" : "an ISO 4217 currency";
    return Optional.of(
        setting
            + " is "
            + kind
            + ", got \""
            + value
            + "\""
            + Problems.suggestNearest(value, known));
  }

  /** Lists the currencies that have a minor unit, by which amounts are counted. */
  private static Set<String> currencies() {
    return Currency.getAvailableCurrencies().stream()
        .filter(currency -> currency.getDefaultFractionDigits() >= 0)
        .map(Currency::getCurrencyCode)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
