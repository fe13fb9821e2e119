package tatami.searchbuild.catalog;

import java.util.Map;
import java.util.Objects;

/**
 * What the command line puts in place of what the file says, so that several deliveries can share
 * one catalog file.
 *
 * @param name replaces the catalog's name; null to keep it
 * @param settings replace settings of the same name; see {@link #SETTINGS_HELP}
 */
public record CatalogOverrides(String name, Map<String, String> settings) {

  /** The settings that can be replaced, for help texts. */
  public static final String SETTINGS_HELP = "currency, time_zone";

  /** Copies the settings. */
  public CatalogOverrides {
    settings = Map.copyOf(Objects.requireNonNull(settings, "settings"));
  }

  /** Returns overrides that keep everything as the file has it. */
  public static CatalogOverrides none() {
    return new CatalogOverrides(null, Map.of());
  }
}
