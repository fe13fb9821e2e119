package tatami.searchbuild.fill;

import java.util.List;
import java.util.Map;
import tatami.searchtable.description.ReleaseDescription;
import tatami.searchtable.layout.TableLayout;

/**
 * What came of filling a release.
 *
 * @param description what it says about itself
 * @param statements the SQL that made it
 * @param tables rows and bytes by table
 * @param layouts why each table looks as it does
 * @param prices price cells in it
 * @param priceBytes bytes of the price tables on disk, indexes included
 * @param calendars what went into each calendar table but those of prices, by name
 * @param warnings what a person should know
 */
public record FilledRelease(
    ReleaseDescription description,
    String statements,
    Map<String, TableSize> tables,
    List<TableLayout> layouts,
    long prices,
    long priceBytes,
    Map<String, FilledCells> calendars,
    List<String> warnings) {

  /** Copies the collections. */
  public FilledRelease {
    tables = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(tables));
    layouts = List.copyOf(layouts);
    calendars = Map.copyOf(calendars);
    warnings = List.copyOf(warnings);
  }
}
